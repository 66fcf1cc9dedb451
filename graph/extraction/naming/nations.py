"""Who is named by a nation or a party: one of many ("a Turk"), one plural of several ("Serb and Croat troops")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, Known, text_of
from graph.extraction.naming.gazetteer import Gazetteer, Reading
from graph.extraction.naming.persons import is_office
from graph.extraction.syntax.nationals import is_one_national
from graph.extraction.syntax.phrases import after_of
from graph.extraction.tokens import POSSESSIVE, children

_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_NOBODY = (0, Reading("", "", False, ""))


def one_of_many(token: Token, gazetteer: Gazetteer, known: Known) -> Candidate | None:
    """One person of a nation or party who does something: "a Turk stabbed two", "the top Democrat accused Chad"."""
    first, reading = known[token.i]
    if reading.form != "demonym" or first != token.i or token.dep_ not in _ENDS or not is_one_national(token):
        return None
    party = gazetteer.kinds[reading.actor] == "party"
    if not party and not any(c.lower_ in ("a", "an", "another", "one") for c in children(token)):
        return None  # "the Norwegian" was named before
    country = gazetteer.country_of(reading.actor)
    return Candidate(token.i, token.i + 1, "generic", token.text, "generic", why="one of many", country=country, rank=1,
                     head=token.i)  # fmt: skip


def of_nations(doc: Doc, found: Candidate, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """One plural of several nations is several actors: "Georgian and Armenian officials"."""
    other = found.start - 2
    joined = found.country is not None and other >= 0 and doc[other + 1].lower_ == "and"
    if not joined or other not in known or doc[found.end - 1].tag_ not in ("NNS", "NNPS"):
        yield found
        return
    first, reading = known[other]
    state = gazetteer.country_of(reading.actor)
    own = next((i for i in range(found.start, found.end) if i in known), None)
    if own is not None and state is not None and _owned_by_both(doc, first, reading, own, known[own][1]):
        theirs = gazetteer.adjective(known[own][1].actor)
        noun = (found.name or "").removeprefix(theirs).strip()
        yield found._replace(start=first)
        yield found._replace(start=first, name=f"{gazetteer.adjective(state)} {noun}", country=state)
        return
    named = reading.form == "demonym" or text_of(doc, first, other + 1) in ("US", "U.S.", "UK", "EU", "UN")
    if not named or state is None or own is None or known[own][1].form != "demonym":
        yield found
        return
    adjective = doc[known[own][0] : own + 1].text
    noun = (found.name or "").removeprefix(adjective).strip()  # "US and | South Korean | forces"
    nations: list[tuple[str, str | None]] = [(text_of(doc, first, other + 1), state)]
    while first > 1 and doc[first - 1].text == "," and known.get(first - 2, _NOBODY)[1].form == "demonym":
        last = first - 2
        first, reading = known[last]  # Serbian, | Croatian and Bosnian officials
        nations.append((text_of(doc, first, last + 1), gazetteer.country_of(reading.actor)))
    yield found._replace(start=first)
    for nation, country in nations:
        yield found._replace(start=first, name=f"{nation} {noun}", country=country)


def _owned_by_both(doc: Doc, first: int, reading: Reading, own: int, owner: Reading) -> bool:
    """Whether people are of two countries by one possessive: "Kenya and Chad's ministers"; not "between Kenya and"."""
    possessive = own + 1 < len(doc) and doc[own + 1].text in POSSESSIVE and reading.form == owner.form == "name"
    return possessive and (first == 0 or doc[first - 1].lower_ not in ("between", "from", "with", "against"))


def state_of_origin(token: Token, gazetteer: Gazetteer, known: Known) -> str | None:
    """The only country that people are said to come from: "special forces from Chad", "workers from Nepal"."""
    origins = [t for c in children(token) if c.lower_ == "from" for t in children(c) if t.dep_ == "pobj"]
    if token.tag_ not in ("NNS", "NNPS") or len(origins) != 1 or origins[0].i not in known:
        return None
    reading = known[origins[0].i][1]
    alone = not any(c.dep_ in ("conj", "appos") for c in children(origins[0]))
    return reading.actor if alone and reading.form == "name" and gazetteer.kinds[reading.actor] == "country" else None


def state_of_office(token: Token, gazetteer: Gazetteer, known: Known) -> str | None:
    """The country whose office a noun is, so that two of them are kept apart: "the president of Chile"."""
    if not is_office(token) or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "of":
        return None
    states = after_of(token)
    if len(states) != 1 or states[0].i not in known:
        return None
    reading = known[states[0].i][1]
    is_country = reading.form != "metonym" and gazetteer.country_of(reading.actor) == reading.actor
    return reading.actor if is_country else None
