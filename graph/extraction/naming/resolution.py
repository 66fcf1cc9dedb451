"""Which names of one document are the same actor: persons, then acronyms, spellings and short names, governments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from graph.extraction.annotations import ORGANISED
from graph.extraction.naming.acronyms import SMALL, in_parentheses, key_of, of_common_words, spelled_out
from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.naming.halves import halves
from graph.extraction.naming.name_kinds import called_body, introduced_kind, is_anyone
from graph.extraction.naming.namesakes import as_persons, has_article
from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words, any_of
from graph.resolution import LEGAL_FORMS, folded

# "The government" is a country's where the document speaks of one country this often and this much more than of others.
_SETTLED_MENTIONS = 3
_SETTLED_SHARE = 0.6
_SETTLED_LATE_SHARE = 0.75
# Where these are named, "the government" is theirs, whatever country the text speaks of most.
_AT_HOME = ("federal government", "national government", "central government")
_FIRM_WORDS = 3
_SITUATING = frozenset({"in", "at", "near"})
_LANDS = frozenset({"coast", "country", "island", "nation", "ocean", "region", "state"})
_FIRMS = frozenset({"group", "holding", "holdings"})  # what firms that own others are called, beside their legal form


def resolve(doc: Doc, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The same candidates, each with the canonical name of its actor and why it is that one."""
    if common := of_common_words(doc):
        found = [c for c in found if text_of(doc, c.start, c.end) not in common]
    found = _agreed(doc, [_known_firm(doc, c, gazetteer) for c in found])
    found = as_persons(doc, found)
    found = _organisations(doc, found)
    found = list(halves(doc, _governments(doc, found, gazetteer)))
    return [c if c.name else c._replace(name=text_of(doc, c.start, c.end)) for c in found]


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
        agreed.append(c if (kind, place) == (c.kind, c.place) else c._replace(kind=kind, place=place))
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
        elif (
            len(words) == 2 and words[-1].lower() in actor_words("kinds", "trade") and not _is_somewhere(doc, words[0])
        ):
            yield words[0], c.kind


def _is_somewhere(doc: Doc, name: str) -> bool:
    """Whether a text tells of what happens in a town of a name: "Split Ferries" may be called after it."""
    return any(way in _SITUATING and word == name.lower() for way, word in pairwise(lower_words(doc)))


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
    return c._replace(name=reading.actor, kind="company", why=f"another name of {reading.actor}", country=country)


def _says_firm(word: str) -> bool:
    return folded(word) in LEGAL_FORMS | _FIRMS


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
            resolved.append(c._replace(name=told[text], kind=kind, place=False, why="acronym introduced in the text"))
        elif c.name is None and c.kind in ORGANISED | {"person", "region"} and text in acronyms:
            name = acronyms[text]
            kind = kinds.get(name, "organisation")
            resolved.append(c._replace(name=name, kind=kind, place=False, why="acronym introduced in the text"))
        elif c.name is None and _may_be_firm(doc, c) and (firm := _firm(text, kinds)):
            resolved.append(c._replace(name=firm, kind=kinds[firm], why=f"short for {firm}"))
        elif has_article(doc, c) and (body := _named_after(text, kinds)):
            resolved.append(c._replace(name=body, kind=kinds[body], place=False, why=f"short for {body}"))
        elif c.name is None and c.kind in ORGANISED:
            name = canonical[key_of(text)]
            longer = _longer(key_of(name), canonical) or _firm(text, kinds)
            if longer:
                resolved.append(c._replace(name=longer, kind=kinds[longer], why=f"short for {longer}"))
            else:
                resolved.append(c._replace(name=name))
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
    located |= doc[c.end - 1].head.lemma_ in _LANDS and doc[c.end - 1].dep_ in ("amod", "compound")  # "Pacific nations"
    return c.end - c.start == 1 and (c.kind == "person" or (c.kind == "region" and not located))


def _firm(short: str, kinds: dict[str, str]) -> str | None:
    """The one firm that is called so for short.

    By its first word, if it has two or three ("Halden" for "Halden Petroleum"), or by all but what says that it is
    a firm ("BTX" for "BTX Holdings Ltd"), or by its site without the end of the address ("Orla" for "Orla.com").
    """
    if sites := [name for name in kinds if name.startswith(f"{short}.") and name.removeprefix(short).islower()]:
        return sites[0] if len(sites) == 1 else None
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
    bodies = any_of(actor_words("organisations", "words"), actor_words("bodies", "of_places"))
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
        c._replace(kind=kind, name=country, form="name", why=f"the government of {country}", country=None)
        if (c.name == "government" or text_of(doc, c.start, c.end).lower() == "federal government")
        and _is_the_one(doc, c)
        and doc[c.end : c.end + 1].text != "in"
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
