"""Which names of one document are the same actor: surnames, first names, acronyms, spellings, short names."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from graph.extraction.annotations import ORGANISED
from graph.extraction.naming.acronyms import SMALL, in_parentheses, key_of, spelled_out
from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.naming.halves import halves
from graph.extraction.naming.name_kinds import called_body, introduced_kind, is_anyone
from graph.extraction.naming.persons import is_first_name, is_office, is_woman, told_by_surname
from graph.extraction.offices.terms import terms_of
from graph.extraction.tokens import sentence_starts
from graph.extraction.wordlists import actor_words
from graph.resolution import LEGAL_FORMS, folded, follows

_ALIAS = re.compile(
    r"\W*(?:(?:also|better|widely|popularly|commonly|otherwise|professionally) )?(?:known|aka|a\.k\.a\.|alias)( as)?"
)
# "The government" is a country's where the document speaks of one country this often and this much more than of others.
_SETTLED_MENTIONS = 3
_SETTLED_SHARE = 0.6
_SETTLED_LATE_SHARE = 0.75
# Where these are named, "the government" is theirs, whatever country the text speaks of most.
_AT_HOME = ("federal government", "national government", "central government")
_FIRM_WORDS = 3
_GENERATIONS = frozenset({"jr", "jnr", "sr", "snr", "ii", "iii", "iv"})
_FIRMS = frozenset({"group", "holding", "holdings"})  # what firms that own others are called, beside their legal form


def resolve(doc: Doc, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The same candidates, each with the canonical name of its actor and why it is that one."""
    found = _agreed(doc, [_known_firm(doc, c, gazetteer) for c in found])
    found = _persons(doc, found)
    found = _organisations(doc, found)
    found = list(halves(doc, _governments(doc, found, gazetteer)))
    return [c if c.name else replace(c, name=text_of(doc, c.start, c.end)) for c in found]


def _agreed(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """One kind for every unnamed candidate of the same words: the one most of them have, or a firm's of the name."""
    votes: dict[str, Counter[tuple[str, bool]]] = {}
    for c in found:
        if c.name is None:
            votes.setdefault(text_of(doc, c.start, c.end), Counter())[c.kind, c.place] += 1
    best = {text: max(tally, key=lambda vote: tally[vote]) for text, tally in votes.items()}
    best.update({short: (kind, False) for short, kind in _firms(doc, found) if short in best})
    best.update({text: (kind, False) for text, kind in _introduced(doc, found)})
    agreed = []
    for c in found:
        kind, place = best[text_of(doc, c.start, c.end)] if c.name is None else (c.kind, c.place)
        agreed.append(replace(c, kind=kind, place=place))
    return agreed


def _introduced(doc: Doc, found: list[Candidate]) -> Iterator[tuple[str, str]]:
    """What a noun beside a name says it is, whatever it is taken for elsewhere: "the firm Orla", "Orla, a firm"."""
    for c in found:
        if c.name is None and c.kind in ("company", "media", "organisation") and not c.place:
            span = doc[c.start : c.end]
            if (called := called_body(span)) is not None and not is_anyone(called, span):
                yield text_of(doc, c.start, c.end), introduced_kind(called)
        noun = doc[c.start - 1] if c.start and c.name is None and c.end - c.start == 1 else None
        if noun is None or noun.tag_ != "NN" or noun.lower_ not in actor_words("organisations", "trades"):
            continue
        root = doc[c.start]
        if root.head == noun or noun.head == root or (noun.dep_ == root.dep_ and noun.head == root.head):
            yield text_of(doc, c.start, c.end), introduced_kind(noun.lower_)


def _firms(doc: Doc, found: list[Candidate]) -> Iterator[tuple[str, str]]:
    """What firms that are named with their legal form or trade are called without it, and their kinds."""
    for c in found:
        words = text_of(doc, c.start, c.end).split() if c.kind in ("company", "organisation") else []
        if len(words) > 2 and _says_firm(words[-1]):
            yield " ".join(words[:-1]), c.kind
        elif len(words) == 2 and words[-1].lower() in actor_words("kinds", "trade") and not _is_town(doc, words[0]):
            yield words[0], c.kind


def _is_town(doc: Doc, name: str) -> bool:
    """Whether a text tells of what happens in a town of a name: "Split Ferries" may be called after it."""
    return any(doc[i - 1].lower_ in ("in", "at", "near") for i, t in enumerate(doc) if i and t.text == name)


def _known_firm(doc: Doc, c: Candidate, gazetteer: Gazetteer) -> Candidate:
    """The known company whose name stands with its legal form: "BP Plc" is BP."""
    if c.name is not None or c.kind not in ("company", "organisation") or c.end - c.start < 2:
        return c
    end = c.end
    while end > c.start + 1 and _says_firm(doc[end - 1].text):
        end -= 1
    reading = gazetteer.readings.get(text_of(doc, c.start, end)) if end < c.end else None
    if reading is None or gazetteer.kinds[reading.actor] != "company":
        return c
    country = gazetteer.countries[reading.actor]
    return replace(c, name=reading.actor, kind="company", why=f"another name of {reading.actor}", country=country)


def _says_firm(word: str) -> bool:
    return folded(word) in LEGAL_FORMS | _FIRMS


# --- persons ------------------------------------------------------------------------------------------


def _persons(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """Persons by the fullest form the document has.

    A shared surname goes to whom it went before, else to the first whom the last sentence to name one of them names.
    """
    full: dict[str, tuple[str, ...]] = {}
    found = told_by_surname(doc, found)
    for c in found:
        name = c.name or text_of(doc, c.start, c.end)
        if c.kind == "person" and len(_parts(name)) > 1:
            full[name] = _parts(name)
    namesakes = dict(_of_one_surname(doc, found, {parts[0] for parts in full.values()}))
    found = [
        replace(c, name=namesakes[c.start], why="surname shared with the next") if c.start in namesakes else c
        for c in found
    ]
    full |= {name: _parts(name) for name in namesakes.values()}
    longest = {name: _fullest(name, full) for name in full}
    longest.update({f"{name}s": longest[name] for name in full if f"{name}s" in full})  # two "Ana Costas"
    longest.update({alias: longest.get(name, name) for alias, name in _also_known(doc, found)})
    officers = {longest.get(text_of(doc, c.start, c.end), "") for c in found if c.start and is_office(doc[c.start - 1])}
    women = {full: woman for full in set(longest.values()) if (woman := is_woman(full)) is not None}
    known = _Bearers(longest, officers, women=women)
    apart = set(_leaders_apart(doc, found, set(full)))
    return [
        c if text_of(doc, c.start, c.end) in apart and not _is_woman(doc, c) else _person(doc, c, known) for c in found
    ]


def _leaders_apart(doc: Doc, found: list[Candidate], full: set[str]) -> Iterator[str]:
    """Surnames of leaders whom a text names by office and surname alone: no "President Trump" is Melania Trump."""
    for c in found:
        title = doc[c.start - 1].lower_ if c.start and c.end - c.start == 1 else ""
        named = text_of(doc, c.start, c.end)
        for term in terms_of(named) if title in actor_words("titles", "leading") else ():
            # Right before a name "Minister" is all there is of "Prime Minister".
            if term.office.rpartition(" ")[2] == title and term.name not in full:
                yield named


def _of_one_surname(doc: Doc, found: list[Candidate], bearers: set[str]) -> Iterator[tuple[int, str]]:
    """First names in front of another's full name: "Peter" in "Peter and Ruth Osei", where no other Peter is named."""
    for first, second in itertools.pairwise(found):
        couple = first.kind == second.kind == "person" and first.name is None and second.name is None
        if not couple or second.start - first.end != 1 or doc[first.end].lower_ not in ("and", "&"):
            continue
        text = text_of(doc, first.start, first.end)
        given = is_first_name(text)
        titled = first.start and doc[first.start - 1].lower_ in actor_words(
            "titles", "courtesy"
        )  # "Prince William and"
        surname = text_of(doc, second.start, second.end).partition(" ")[2]
        if surname and given and not titled and text.casefold() not in bearers:
            yield first.start, f"{text} {surname}"


def _also_known(doc: Doc, found: list[Candidate]) -> Iterator[tuple[str, str]]:
    """Other names of a person: "Robert Kyagulanyi, better known as Bobi Wine"."""
    for first, second in itertools.pairwise(found):
        if first.kind != "person":
            continue
        between = text_of(doc, first.end, second.start).casefold()
        if _ALIAS.fullmatch(between):
            yield text_of(doc, second.start, second.end), first.name or text_of(doc, first.start, first.end)


@dataclass(slots=True)
class _Bearers:
    """The persons of a document as far as it has been read.

    `longest` has every full name with its fullest form, `bare` who had a short name, `named` where the sentence starts
    that last named each in full, `women` whether "Mrs", "Mr" or a first name is theirs. `officers` have an office in
    front of their name: where one of a family has, the surname alone is theirs.
    """

    longest: dict[str, str]
    officers: set[str]
    bare: dict[tuple[str, bool | None], str] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    women: dict[str, bool] = field(default_factory=dict)


def _person(doc: Doc, c: Candidate, known: _Bearers) -> Candidate:
    """One candidate with the person whose name or short name it is."""
    if _has_article(doc, c):
        return replace(c, kind="organisation") if c.kind == "person" else c
    firm = c.kind == "company" and c.end - c.start == 1  # "Ford" after "Gerald Ford" is no car maker
    if not firm and (c.name is not None or c.kind not in ("person", "region", "organisation", "people")):
        return c
    text, woman = text_of(doc, c.start, c.end), _is_woman(doc, c)
    if text in known.longest and (c.kind == "person" or known.longest[text] != text):
        full = known.longest[text]
        known.named[full] = sentence_starts(doc)[c.start]
        if woman is not None:
            known.women.setdefault(full, woman)
        return replace(
            c, name=full, kind="person", place=False, why="name" if full == text else f"another name of {full}"
        )
    if c.kind != "person" and len(_parts(text)) > 1:
        return c
    name, why = _bearer(_parts(text), woman, known)
    if name is None:
        return c
    known.bare.setdefault((text.casefold(), woman), name)
    if woman is not None:
        known.women.setdefault(name, woman)
    return replace(c, name=name, kind="person", place=False, why=why)


def _has_article(doc: Doc, c: Candidate) -> bool:
    """Whether a single name stands behind "the" as no person's does: "the Hartwell" is a museum; not "the Clintons"."""
    name = doc[c.start]
    alone = c.name is None and c.end - c.start == 1 and c.start > 0 and doc[c.start - 1].lower_ == "the"
    alone = alone and name.lower_ not in actor_words("organisations", "words")
    return (
        alone and name.tag_ == "NNP" and not name.lower_.endswith("s") and name.dep_ not in ("amod", "compound", "nmod")
    )


def _is_woman(doc: Doc, c: Candidate) -> bool | None:
    """Whether "Mrs" or "Mr" stands before a name; None where neither does."""
    before = doc[c.start - 1].lower_ if c.start else ""
    if before in actor_words("titles", "ladies"):
        return True
    return False if before in actor_words("titles", "gentlemen") else None


def _parts(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().split())


def _fullest(name: str, full: dict[str, tuple[str, ...]]) -> str:
    """The longest name with the same first and last part, or with the same end.

    "John Smith" is "John Q. Smith", "García Ruiz" is "Ana García Ruiz".
    """
    parts = full[name]
    same = [n for n, p in full.items() if _is_fuller(p, parts) or p[-len(parts) :] == parts]
    return max(same, key=lambda n: (len(full[n]), len(n)))


def _is_fuller(name: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name has middle names more: "John Q. Smith" for "John Smith"."""
    if (name[0], name[-1]) != (short[0], short[-1]):
        return False
    few, many = (folded(" ".join(parts[1:-1])).split() for parts in (short, name))
    return follows(few, many)


def _bearer(parts: tuple[str, ...], woman: bool | None, known: _Bearers) -> tuple[str | None, str]:
    """Whose name a short form is, and why: the surname's bearer, else the first name's."""
    text = " ".join(parts)
    for position, what in ((-1, "surname"), (0, "first name")):
        bearers = [who for name, who in known.longest.items() if _has(_family_named(name), parts, position)]
        if len(set(bearers)) > 1 and woman is not None:
            told = [who for who in bearers if known.women.get(who) == woman]
            bearers = told or [who for who in bearers if who not in known.women] or bearers
        if bearers:
            ruling = [who for who in dict.fromkeys(bearers) if who in known.officers] if woman is None else []
            last = ruling if len(ruling) == 1 and not position + 1 else bearers
            who = known.bare.get((text, woman)) or max(last, key=lambda bearer: known.named.get(bearer, -1))
            return who, f"{what} of {who}"
    # The father's name is the first of two: "Mariana Solís Quirós" is Solís.
    first = {who for name, who in known.longest.items() if len(p := _family_named(name)) > 2 and p[-2:-1] == parts}
    return (who := first.pop(), f"surname of {who}") if len(first) == 1 else (None, "")


def _family_named(name: str) -> tuple[str, ...]:
    """The parts of a name without what tells generations apart: "James Okello Jr."."""
    parts = _parts(name)
    return parts[:-1] if parts[-1].rstrip(".") in _GENERATIONS else parts


def _has(name: tuple[str, ...], parts: tuple[str, ...], position: int) -> bool:
    if len(parts) >= len(name):
        return False
    return name[-len(parts) :] == parts if position else name[: len(parts)] == parts


# --- organisations --------------------------------------------------------------------------------------


def _organisations(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """Acronyms put to the names they stand for; spellings and short forms of one name put together."""
    canonical: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for c in found:
        if c.kind in ORGANISED:
            name = c.name or text_of(doc, c.start, c.end)
            canonical.setdefault(key_of(name), name)
            kinds.setdefault(canonical[key_of(name)], c.kind)
    acronyms = spelled_out(doc, found, canonical)
    told = dict(in_parentheses(doc, found, canonical))
    resolved = []
    for c in found:
        text = text_of(doc, c.start, c.end)
        if text in told and text.isupper():  # whatever party of another country has the same letters
            kind = kinds.get(told[text], "organisation")
            resolved.append(replace(c, name=told[text], kind=kind, place=False, why="acronym introduced in the text"))
        elif c.name is None and c.kind in ORGANISED | {"person", "region"} and text in acronyms:
            name = acronyms[text]
            kind = kinds.get(name, "organisation")
            resolved.append(replace(c, name=name, kind=kind, place=False, why="acronym introduced in the text"))
        elif c.name is None and _may_be_firm(doc, c) and (firm := _firm(text, kinds)):
            resolved.append(replace(c, name=firm, kind=kinds[firm], why=f"short for {firm}"))
        elif _has_article(doc, c) and (body := _named_after(text, kinds)):
            resolved.append(replace(c, name=body, kind=kinds[body], place=False, why=f"short for {body}"))
        elif c.name is None and c.kind in ORGANISED:
            name = canonical[key_of(text)]
            longer = _longer(key_of(name), canonical) or _firm(text, kinds)
            if longer:
                resolved.append(replace(c, name=longer, kind=kinds[longer], why=f"short for {longer}"))
            else:
                resolved.append(replace(c, name=name))
        else:
            resolved.append(c)
    return resolved


def _named_after(first: str, kinds: dict[str, str]) -> str | None:
    """The one body whose name starts so: "the Hartwell" is the Hartwell Museum."""
    longer = [name for name in kinds if name.startswith(f"{first} ")]
    return longer[0] if len(longer) == 1 else None


def _longer(key: str, canonical: dict[str, str]) -> str | None:
    """The one longer name that a name of organisation words shortens: "Supreme Court", "the Council"."""
    parts = key.split()
    if not set(parts[:1] + parts[-1:]) & actor_words("organisations", "words"):
        return None
    longer = [k for k in canonical if k != key and _is_head(key, k)]
    longest = [k for k in longer if all(o in k for o in longer)]
    return canonical[longest[0]] if longest else None


def _is_head(short: str, longer: str) -> bool:
    """Whether a short form is what the longer name says it is: the Court of a Supreme Court, the Bank of England."""
    _, found, rest = f" {longer} ".partition(f" {short} ")
    return bool(found) and (not rest or rest.split()[0] in SMALL)


def _may_be_firm(doc: Doc, c: Candidate) -> bool:
    """Whether a single name may be a firm's, though the recognizer took it for a person or a place."""
    located = c.start > 0 and doc[c.start - 1].lower_ in ("in", "at", "near", "from", "to", "outside", "around")
    return c.end - c.start == 1 and (c.kind == "person" or (c.kind == "region" and not located))


def _firm(short: str, kinds: dict[str, str]) -> str | None:
    """The one firm that is called so for short.

    By its first word, if it has two or three ("Halden" for "Halden Petroleum"), or by all but what says that it is
    a firm ("BTX" for "BTX Holdings Ltd").
    """
    longer = [name for name in kinds if name.startswith(f"{short} ") and _is_called(name, short, kinds[name])]
    fullest = max(longer, key=len, default=None)
    alike = fullest is not None and all(_is_called(fullest, name, "company") for name in longer if name != fullest)
    return fullest if alike else None


def _is_called(name: str, short: str, kind: str) -> bool:
    if all(map(_says_firm, name.removeprefix(short).split())):
        return kind in ("company", "organisation")
    if short.isupper() and len(short) > 2 and _says_firm(name.split()[-1]):
        return " " not in short  # "NORA" for "NORA Steel Works Co"
    return " " not in short and not short.isupper() and name.count(" ") < _FIRM_WORDS and is_firm(name, kind)


def is_firm(name: str, kind: str) -> bool:
    """Whether a name is a firm's: "Leeds City Council" is called after a city, and "Leeds" is not short for it."""
    last = name.casefold().split()[-1]
    bodies = actor_words("organisations", "words") | actor_words("bodies", "of_places")
    return kind == "company" or (kind == "organisation" and last not in bodies)


# --- governments ----------------------------------------------------------------------------------------


def _governments(doc: Doc, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """ "The government" put to the country that the document is about, where it is about one; not that "in Lima"."""
    country = _settled(found, gazetteer)
    own = any(text_of(doc, c.start, c.end).casefold().endswith(_AT_HOME) for c in found)
    if country is None or own:
        return found
    kind = gazetteer.kinds[country]
    return [
        replace(c, kind=kind, name=country, form="name", why=f"the government of {country}", country=None)
        if c.name == "government" and _is_the_one(doc, c) and doc[c.end : c.end + 1].text != "in"
        else c
        for c in found
    ]


def _is_the_one(doc: Doc, c: Candidate) -> bool:
    """Whether a government is no other than the one there is: "the government", "the outgoing government"."""
    first = c.start - 1
    while first > 0 and doc[first].lower_ in actor_words("bodies", "in_power"):
        first -= 1
    return first >= 0 and doc[first].lower_ == "the"


def _settled(found: list[Candidate], gazetteer: Gazetteer) -> str | None:
    """The one country that a document is about; one that is not the first it names has to be named the more often."""
    named = [
        country
        for c in found
        if (country := c.country or gazetteer.country_of(c.name or "")) and gazetteer.kinds.get(country) == "country"
    ]
    ranked = Counter(named).most_common(1)
    if not ranked or ranked[0][1] < _SETTLED_MENTIONS:
        return None
    country, times = ranked[0]
    share = _SETTLED_SHARE if country == named[0] else _SETTLED_LATE_SHARE
    return country if times >= share * len(named) else None
