"""Does the lexicon load whole, refuse what is broken with its line, and look words up?"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import WhowhomError
from graph.extraction.senses.lexicon import Group, Lexicon, head_word, lexicon, read_groups, word_classes
from graph.extraction.wordlists import DATA, listed, read_toml
from graph.links import RELATIONS


def group(relation: str, verbs: str, extra: str = "") -> str:
    """A predicate file of one group."""
    return f'# a comment\n[[group]]\nrelation = "{relation}"\n{extra}\nverbs = """\n{verbs}\n"""\n'


def loaded(tmp_path: Path, text: str) -> Lexicon:
    """A lexicon of nothing but one file."""
    path = tmp_path / "predicates_own.toml"
    path.write_text(text, encoding="utf-8")
    book = Lexicon(word_classes())
    read_groups(book, path)
    return book


def test_the_lexicon_has_several_thousand_entries_of_every_relation() -> None:
    book = lexicon()
    assert len(book) > 5000
    seen = {entry.group.relation for part, head in book.heads() for entry in book.entries(part, head)}
    assert seen == set(RELATIONS)


def test_a_verb_without_a_preposition_states_one_relation_only_by_its_first_group() -> None:
    bare = [e for e in lexicon().entries("verbs", "attack") if not e.words and not e.prepositions]
    assert [entry.group.relation for entry in bare] == ["ASSAULT"]


def test_no_entry_is_listed_again_after_one_that_always_wins() -> None:
    book = Lexicon(word_classes())
    for path in sorted(DATA.glob("predicates_*.toml")):
        read_groups(book, path)
    dead = []
    for part, head in book.heads():
        before: dict[str, Group] = {}
        for entry in book.entries(part, head):
            if entry.text in before and not may_win(part, entry.group, before[entry.text]):
                dead.append(f"{part}: {entry.text}")
            before.setdefault(entry.text, entry.group)
    assert not dead


def may_win(part: str, later: Group, earlier: Group) -> bool:
    """Whether a text that two groups list is ever read by the later one: the earlier wins wherever both fit."""
    lasting = earlier.relation in ("ROLE", "OTHER") and later.relation not in ("ROLE", "OTHER")  # no ties by form only
    mutual = later.symmetric and not earlier.symmetric  # fits without its "with"
    held = part == "nouns" and later.relation == "CONSULT" != earlier.relation  # talks are held
    return lasting or mutual or held


def test_a_class_at_the_head_stands_for_each_of_its_words(tmp_path: Path) -> None:
    book = loaded(tmp_path, group("AID", "<give> <aid> to/for"))
    assert len(book) == len(word_classes()["give"])
    (entry,) = book.entries("verbs", "deliver")
    assert "wheat" in entry.words[0]
    assert entry.prepositions == (frozenset({"to", "for"}),)


def test_every_class_is_used() -> None:
    entries = "".join(path.read_text(encoding="utf-8") for path in DATA.glob("*.toml"))
    code = "".join(path.read_text(encoding="utf-8") for path in DATA.parent.rglob("*.py"))
    unused = [name for name in word_classes() if f"<{name}>" not in entries and f'word_classes()["{name}"]' not in code]
    assert not unused


def test_a_group_may_say_more_than_its_relation(tmp_path: Path) -> None:
    extra = 'kind = "structural"\npolarity = "neutral"\nsymmetric = true\nconverse = true'
    (entry,) = loaded(tmp_path, group("RIVALRY", "joust with", extra)).entries("verbs", "joust")
    said = entry.group
    assert (said.kind, said.polarity, said.symmetric, said.converse) == ("structural", "neutral", True, True)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (group("ASSUALT", "maul"), 3, "unknown relation 'ASSUALT'"),
        (group("ASSAULT", "maul,\nmaim; slay"), 7, "entry 'maim; slay'"),
        (group("ASSAULT", "hurl <rocks> at"), 6, "unknown class <rocks>"),
        (group("ASSAULT", "maul", 'polarity = "angry"'), 4, "unknown value 'angry'"),
        (group("ASSAULT", "maul", 'colour = "red"'), 4, "unknown key 'colour'"),
    ],
)
def test_a_broken_entry_is_refused_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(WhowhomError) as refusal:
        loaded(tmp_path, text)
    assert f"predicates_own.toml, line {line}: {problem}" in str(refusal.value)


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "predicates_own.toml"
    path.write_text("[[group]\n", encoding="utf-8")
    with pytest.raises(WhowhomError, match=r"predicates_own\.toml is no TOML: .*line 1"):
        read_toml(path)


def test_an_unknown_word_has_no_entries() -> None:
    assert lexicon().entries("verbs", "photosynthesize") == ()


@pytest.mark.parametrize(
    ("part", "text", "head"),
    [
        ("verbs", "lay siege to", "lay"),
        ("nouns", "state of war with", "state"),
        ("nouns", "air strike on", "strike"),
        ("nouns", "enemy of", "enemy"),
        ("adjectives", "hostile to", "hostile"),
    ],
)
def test_an_entry_is_found_by_its_head(part: str, text: str, head: str) -> None:
    assert head_word(part, text) == head  # type: ignore[arg-type]


def test_lists_may_break_lines_and_end_in_a_comma() -> None:
    assert list(listed("\n  fire at/on,\n  lay\n siege to,\n")) == ["fire at/on", "lay siege to"]
