"""A build adds what is new, skips what is there, follows what changed, moved or is gone."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from toy import Build, facts

from graph.casefile import open_casefile
from graph.casefile.analyst import merge
from graph.casefile.building import Built, Plan, build
from graph.errors import UnreadableDocument

STORY = " ".join(
    f"On day {n} the column moved {n * 3} miles along river {n * 7} and Sudan attacks Chad." for n in range(12)
)


def test_the_same_folder_again_does_nothing(build_toy: Build, news: Path, tmp_path: Path) -> None:
    assert build_toy(news) == Built(added=3, read=3)
    before = facts(tmp_path / "news.case")
    assert build_toy(news) == Built(unchanged=3)
    assert facts(tmp_path / "news.case") == before


def test_a_changed_file_replaces_its_links(build_toy: Build, news: Path, tmp_path: Path) -> None:
    build_toy(news)
    (news / "a.txt").write_text("Sudan helps Chad.")
    assert build_toy(news) == Built(changed=1, unchanged=2, read=1)
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [(link.source, link.predicate, link.target) for link in casefile.links() if link.document == "a.txt"] \
            == [("Sudan", "help", "Chad")]  # fmt: skip
        assert "Egypt" not in {actor.name for actor in casefile.actors()}


def test_a_new_date_beside_the_text_reads_it_again(build_toy: Build, news: Path, tmp_path: Path) -> None:
    build_toy(news)
    (news / "a.toml").write_text('date = "2023-04-15"')
    assert build_toy(news).changed == 1
    with open_casefile(tmp_path / "news.case") as casefile:
        assert casefile.document("a.txt").date == "2023-04-15"


def test_a_file_that_was_renamed_is_not_read_again(build_toy: Build, news: Path, tmp_path: Path) -> None:
    build_toy(news)
    with open_casefile(tmp_path / "news.case") as casefile:
        before = {link.id for link in casefile.links()}
    (news / "a.txt").rename(news / "z.txt")
    assert build_toy(news) == Built(unchanged=3)
    with open_casefile(tmp_path / "news.case") as casefile:
        assert {link.id for link in casefile.links()} == before
        assert [document.id for document in casefile.documents()] == ["z.txt", "b.txt", "c.txt"]


def test_prune_removes_what_is_gone_and_nothing_else(build_toy: Build, news: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Egypt attacks Kenya.")
    build_toy(news, other)
    (news / "b.txt").unlink()
    assert build_toy(news).removed == 0
    assert build_toy(news, prune=True).removed == 1
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [document.id for document in casefile.documents()] == ["a.txt", "c.txt", "other.txt"]
        assert "Amina Osman" not in {actor.name for actor in casefile.actors()}


def test_prune_keeps_everything_when_the_folder_itself_is_not_there(
    build_toy: Build, news: Path, tmp_path: Path
) -> None:
    build_toy(news)
    news.rename(tmp_path / "elsewhere")
    assert build_toy(news, prune=True) == Built(unreadable=1)


def test_pruned_files_equal_a_casefile_made_without_them(build_toy: Build, news: Path, tmp_path: Path) -> None:
    build_toy(news)
    (news / "b.txt").unlink()
    build_toy(news, prune=True)
    build_toy(news, case=tmp_path / "fresh.case")
    assert facts(tmp_path / "news.case") == facts(tmp_path / "fresh.case")


def test_rows_of_a_table_are_pruned_one_by_one(build_toy: Build, tmp_path: Path) -> None:
    table = tmp_path / "wire.jsonl"
    rows = ['{"id": "one", "text": "Sudan attacks Chad."}\n', '{"id": "two", "text": "Egypt helps Sudan."}\n']
    table.write_text("".join(rows))
    build_toy(table)
    table.write_text(rows[1])
    assert build_toy(table, prune=True) == Built(unchanged=1, removed=1)


def test_two_files_of_one_name_are_two_documents(build_toy: Build, tmp_path: Path) -> None:
    for folder, text in (("x", "Sudan attacks Chad."), ("y", "Egypt helps Sudan.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(text)
    build_toy(tmp_path / "x")
    assert build_toy(tmp_path / "y").added == 1
    assert build_toy(tmp_path / "x", tmp_path / "y") == Built(unchanged=2)


def test_a_name_that_is_taken_becomes_as_long_as_it_must(build_toy: Build, tmp_path: Path) -> None:
    for folder, name, text in (
        ("x", "1.txt", "Sudan attacks Chad."), ("y", "1.txt", "Egypt helps Sudan."),
        ("x", "a.jsonl", '{"id": "7", "text": "Kenya helps Chad."}\n{"id": "7", "text": "Chad helps Kenya."}'),
        ("y", "a.jsonl", '{"id": "7", "text": "Kenya attacks Chad."}'),
    ):  # fmt: skip
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text)
    sources = [tmp_path / folder for folder in ("x", "y")]
    assert build_toy(*sources).added == 5
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [d.id for d in casefile.documents()] == ["1.txt", "7", "a.jsonl#7#2", "y/1.txt", "a.jsonl#7"]
    assert build_toy(*sources, prune=True) == Built(unchanged=5)


def test_every_text_from_standard_input_is_a_document(
    build_toy: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []
    for text in ("Sudan attacks Chad.", "Egypt helps Sudan.", "Sudan attacks Chad."):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        built.append(build_toy("-"))
    assert built == [Built(added=1, read=1), Built(added=1, read=1), Built(unchanged=1)]
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [(d.id, d.text) for d in casefile.documents()] == [
            ("stdin", "Sudan attacks Chad."), ("stdin-2", "Egypt helps Sudan.")
        ]  # fmt: skip


def test_a_story_told_in_two_papers_is_counted_once(build_toy: Build, tmp_path: Path) -> None:
    wire, paper = tmp_path / "wire.txt", tmp_path / "paper.txt"
    wire.write_text(STORY)
    (tmp_path / "paper.toml").write_text('publisher = "Daily Paper"')
    paper.write_text("By our staff. " + STORY)
    same = tmp_path / "same.txt"
    same.write_text(STORY)
    assert build_toy(wire, paper, same) == Built(added=1, copies=2, read=1)
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [d.id for d in casefile.documents()] == ["wire.txt"]
        assert [d.id for d in casefile.copies("wire.txt")] == ["paper.txt", "same.txt"]
    assert build_toy(wire, paper, same) == Built(unchanged=3)
    kept = build_toy(wire, paper, same, keep_duplicates=True)
    assert (kept.added, kept.unchanged) == (2, 1)
    with open_casefile(tmp_path / "news.case") as casefile:
        assert len(list(casefile.links())) == 36
        assert len({link.id for link in casefile.links()}) == 36


def test_a_copy_takes_the_place_of_an_original_that_is_gone(build_toy: Build, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(STORY + f" Printed by {name}.")
    build_toy(folder)
    (folder / "a.txt").unlink()
    assert build_toy(folder, prune=True).removed == 1
    with open_casefile(tmp_path / "news.case") as casefile:
        assert [d.id for d in casefile.documents()] == ["b.txt"]
        assert [d.id for d in casefile.copies("b.txt")] == ["c.txt"]
        assert len(list(casefile.links())) == 12


def test_alike_but_different_stories_are_both_counted(build_toy: Build, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text(STORY.replace("the column", "a convoy").replace("miles", "kilometres"))
    assert build_toy(tmp_path / "one.txt", tmp_path / "two.txt").copies == 0


def test_a_document_that_breaks_the_extractor_is_named_and_the_others_are_read(
    build_toy: Build, news: Path, tmp_path: Path
) -> None:
    (news / "bad.txt").write_text("BREAK THE READER")
    problems: list[str] = []
    built = build_toy(news, problems=problems)
    assert (built.read, built.unreadable) == (3, 1)
    assert problems == ["bad.txt: the extractor failed on it (ValueError: no such rule); please report this"]


def test_strict_stops_at_the_first_unreadable_document(build_toy: Build, news: Path, tmp_path: Path) -> None:
    (news / "b.txt").write_bytes(b"\0\1\2")
    with pytest.raises(UnreadableDocument, match="binary"):
        build_toy(news, strict=True)
    assert build_toy(news) == Built(added=1, unchanged=1, resumed=1, read=2, unreadable=1)


def test_reread_reads_what_other_rules_read(build_toy: Build, news: Path, tmp_path: Path) -> None:
    build_toy(news, model="older")
    before = facts(tmp_path / "news.case")["links"]
    assert build_toy(news) == Built(unchanged=3)
    assert build_toy(news, reread=True) == Built(unchanged=3, reread=3, read=3)
    assert facts(tmp_path / "news.case")["links"] == before
    assert build_toy(news, reread=True) == Built(unchanged=3)


def test_one_document_more_costs_the_same_in_a_large_casefile(build_toy: Build, tmp_path: Path) -> None:
    def steps(documents: int) -> int:
        """What SQLite does for one document more, in hundreds of its instructions."""
        case, folder = tmp_path / f"{documents}.case", tmp_path / str(documents)
        folder.mkdir()
        for number in range(documents):
            (folder / f"{number}.txt").write_text(f"Amina Osman{number} helps Idris Deby{number}. Sudan attacks Chad.")
        build_toy(folder, case=case)
        (folder / "one.txt").write_text("Amina Okello helps Osman1. Sudan attacks Egypt.")
        with open_casefile(case, writing=True) as casefile:
            merge(casefile, "Amina Osman1", ["Idris Deby1"])
            done = 0

            def count() -> None:
                nonlocal done
                done += 1

            casefile.connection.set_progress_handler(count, 100)
            build(casefile, [folder / "one.txt"], Plan("toy"))
        return done

    assert steps(400) < 1.5 * steps(40)
