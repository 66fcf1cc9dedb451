"""Which spans name a body of a country: ministries, armies, parliaments, courts, with the country's adjective."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from graph.extraction.naming.candidates import Candidate, Known, is_capital, text_of
from graph.extraction.naming.gazetteer import Gazetteer, Reading
from graph.extraction.tokens import POSSESSIVE, children, lower_words
from graph.extraction.wordlists import actor_words

_PLURALS = {"armies": "army", "militaries": "military", "parliaments": "parliament", "ministries": "ministry",
            "embassies": "embassy", "navies": "navy", "air forces": "air force", "central banks": "central bank",
            "supreme courts": "supreme court", "governments": "government"}  # fmt: skip
_GOVERNMENT = frozenset({"government", "regime", "administration", "state"})
TROOPS = frozenset({"forces", "troops"})
# Words that make a force one of several, named as it is written: "Iraqi security forces".
OF_SEVERAL = frozenset({"security", "police", "special", "government", "opposition", "rebel", "loyalist"})
ABROAD = frozenset({"consulate", "embassy"})  # in another country's capital
_OF_CABINET = frozenset({"secretary", "minister", "ministers", "office"})
_OF_OFFICE = frozenset({"chief", "city", "district", "public"})
_SMALL = frozenset({"of", "for", "and", "the"})
_FIELDS = frozenset({"labor", "labour"})  # what a ministry is of, and parties by themselves
_LONGEST = 4
_MODIFIERS = 4


@dataclass(frozen=True, slots=True)
class _Noun:
    """Tokens [start, end) of a body's noun, the whole span up to `stop`, and the group of bodies it is in."""

    start: int
    end: int
    stop: int
    group: str


def body_candidates(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Bodies that their country names.

    Parameters
    ----------
    doc : Doc
    gazetteer : Gazetteer
    known : dict
        Last token of each known form in the document -> its first token and its reading.

    Yields
    ------
    Candidate
        Named by the country's adjective: "Peru's health ministry" is the "Peruvian Health Ministry".
    """
    lower, free = lower_words(doc), 0
    for i in range(len(doc)):
        if i < free or lower[i] not in _first_words():
            continue  # "armed | forces"
        for size in range(min(_LONGEST, len(doc) - i), 0, -1):
            phrase = " ".join(lower[i : i + size]).replace(" '", "'")
            group = groups().get(_PLURALS.get(phrase, phrase))
            if phrase == "army" and doc[i + 1 : i + 2].text == "General":
                break  # a rank
            if phrase == "state" and not _is_government(doc[i]):
                break
            if group and not (phrase == "cabinet" and doc[i + 1 : i + 2].text.lower() in _OF_CABINET):
                yield from _of_country(doc, i, i + size, group, gazetteer, known)
                free = i + size
                break


def _is_government(state: Token) -> bool:
    """Whether a state is one that acts: "sued the Chilean state"; not "the Indian state of Kerala"."""
    acts = state.tag_ == "NN" and state.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")
    return acts and any(c.lower_ == "the" for c in children(state)) and not any(c.i > state.i for c in children(state))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in (*groups(), *_PLURALS))


@cache
def groups() -> dict[str, str]:
    """The nouns of state bodies, each with the list that it stands in."""
    groups = {
        word: key
        for key in ("titled", "modified", "institutions", "services", "military")
        for word in actor_words("bodies", key)
    }
    return groups | dict.fromkeys(_GOVERNMENT, "government") | dict.fromkeys(TROOPS, "military")


def _of_country(doc: Doc, start: int, end: int, group: str, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """The bodies that one noun names: with the country in front, or behind "of"."""
    fields = _joined_fields(doc, start) if group == "modified" and doc[end - 1].tag_ in ("NNS", "NNPS") else []
    before = fields[0].start - 2 if fields and doc[fields[0].start - 1].text in POSSESSIVE else -1
    if fields and before in known and gazetteer.country_of(known[before][1].actor) == known[before][1].actor:
        noun = _Noun(start, end, end, group)
        for field in fields:
            body = _body(doc, known[before][0], noun, known[before][1].actor, field.text, gazetteer, as_written=False)
            yield body._replace(name=_singular(body.name)) if body.name else body
        return
    for k in range(start - 1, max(-1, start - 2 - _MODIFIERS), -1):
        last = k - 1 if doc[k].text in POSSESSIVE else k
        if (
            group == "titled"
            and last == k
            and is_capital(doc[end - 1])
            and (country := _of_body(known.get(k), gazetteer)) is not None
        ):
            stop = _stop(doc, end, group, known)
            first = known[k][0]  # US Senate | Committee on Trade
            yield Candidate(first, stop, "government body", text_of(doc, first, stop), country=country,
                            why="body of a country", rank=1, head=end - 1)  # fmt: skip
            return
        if last in known and known[last][1].why == "capital" and doc[end - 1].lower_ in ABROAD:
            continue  # "Chad's Paris embassy" is not France's
        if last in known and gazetteer.country_of(known[last][1].actor) == known[last][1].actor:
            first, owners = _coordinated(doc, last, known, several=doc[end - 1].tag_ in ("NNS", "NNPS"))
            noun = _Noun(start, end, _stop(doc, end, group, known), group)
            beside = last == k and all(t.lower_ in _OF_OFFICE for t in doc[k + 1 : start])
            if known[last][1].why == "capital" and beside and _is_of_town(doc, start, end):
                yield Candidate(first, end, "government body", rank=1, why="body of a place", head=end - 1)
                return
            if any(t.lower_ in actor_words("bodies", "private") for t in doc[k + 1 : start]):
                return  # a Portuguese town council is no body of Portugal, nor is a news agency
            if group == "military" and says_what_sort(doc, end):
                return  # "Turkish military or financial help"
            if end < len(doc) and doc[end].lower_ in actor_words("bodies", "of_state") and doc[end - 1].head.i == end:
                return  # Washington's military aid is its own
            if group == "modified" and k + 1 == start == end - 1 and noun.stop == end:
                return
            if group == "titled" and not _is_titled(doc, k + 1, end, known[last][1]):
                return
            hyphened = first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_
            if hyphened and known[last][1].form == "name" and first - 2 in known:
                return  # the Chad-Kenya Business Council is Kenya's no more than Chad's
            as_written = last == k and known[last][1].form == "name" and all(is_capital(t) for t in doc[k : noun.stop])
            for owner in owners:
                modifiers = "" if doc[end - 1].lower_ in ABROAD else text_of(doc, k + 1, start)
                body = _body(doc, first, noun, owner, modifiers, gazetteer, as_written=as_written)
                yield body._replace(name=_singular(body.name)) if len(owners) > 1 and body.name else body
            return
        if last != k or doc[k].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
    if not (group == "military" and doc[start].lower_ in TROOPS):
        yield from _behind_of(doc, start, end, group, gazetteer, known)


def _joined_fields(doc: Doc, end: int) -> list[Span]:
    """What several bodies are for: "Peru's | labour|, | health and | justice | ministries"; none for one alone."""
    fields: list[Span] = []
    while end > 1 and doc[end - 1].tag_ in ("NN", "JJ", "NNP"):
        fields.insert(0, doc[end - 1 : end])
        if doc[end - 2].lower_ not in ("and", ","):
            break
        end -= 2
    return fields if len(fields) > 1 else []


def says_what_sort(doc: Doc, end: int) -> bool:
    """Whether "military" is joined to an adjective, and so no army: "military or financial help"."""
    return (
        end + 2 < len(doc)
        and doc[end - 1].lower_ == "military"
        and doc[end].lower_ in ("or", "and")
        and doc[end + 1].tag_ == "JJ"
        and doc[end + 2].tag_ in ("NN", "NNS")
    )


def _of_body(named: tuple[int, Reading] | None, gazetteer: Gazetteer) -> str | None:
    """The country of a known parliament or ministry."""
    body = named is not None and gazetteer.kinds[named[1].actor] == "government body"
    return gazetteer.countries.get(named[1].actor) if named is not None and body else None


def _is_titled(doc: Doc, start: int, end: int, country: Reading) -> bool:
    """Whether all words behind a country's name have capitals: "Kenya's Forest Service", not "Kenya's bus service"."""
    inside = doc[start:end]
    named = all(is_capital(t) for t in inside) and len(inside) > 1 and country.why != "capital"
    return named and not {t.lower_ for t in inside} & actor_words("bodies", "untitled")


def _singular(name: str) -> str:
    """One of several bodies: of "the Greek and Turkish navies" each has one."""
    for plural, singular in _PLURALS.items():
        if name.lower().endswith(f" {plural}"):
            return f"{name[: -len(plural)]}{capitals(singular)}"
    return name


def _behind_of(doc: Doc, start: int, end: int, group: str, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """The body of "Ministry of Foreign Affairs of Russia", "the parliament of Georgia"."""
    stop = _long_name(doc, end, known)
    for k in range(stop + 1, min(stop + 5, len(doc))):
        if doc[stop].lower_ != "of" or k not in known or known[k][1].form != "name":
            continue
        if k + 1 < len(doc) and doc[k + 1].text in POSSESSIVE:
            return  # "the employment agency of Germany's largest state"
        owner = known[k][1].actor
        if gazetteer.country_of(owner) == owner and (doc[stop + 1].lower_ == "the" or known[k][0] == stop + 1):
            first = _first_modifier(doc, start) if group in ("modified", "titled") and stop == end else start
            if group == "titled" and not _is_titled(doc, first, end, known[k][1]):
                return
            modifiers, noun = text_of(doc, first, start), _Noun(start, end, stop, group)
            countries = [k, *(_listed_behind(doc, k, known) if doc[end - 1].tag_ in ("NNS", "NNPS") else ())]
            for country in countries:
                body = _body(doc, first, noun, known[country][1].actor, modifiers, gazetteer, as_written=False)
                name = _singular(body.name) if len(countries) > 1 and body.name else body.name
                yield body._replace(end=countries[-1] + 1, name=name)
            return


def _listed_behind(doc: Doc, last: int, known: Known) -> list[int]:
    """The last tokens of the countries listed behind one: "the armies of Chad|, Togo and Peru"; none without "and"."""
    listed, joined = [last], False
    while listed[-1] + 2 < len(doc):
        start = listed[-1] + 1
        while start + 1 < len(doc) and doc[start].lower_ in (",", "and"):
            joined |= doc[start].lower_ == "and"
            start += 1
        if start == listed[-1] + 1:
            break
        start += doc[start].lower_ == "the"
        ends = (i for i in range(start, min(start + 4, len(doc))) if i in known and known[i][0] == start)
        named = (i for i in ends if known[i][1].form == "name" and doc[i + 1 : i + 2].text not in POSSESSIVE)
        found = next(named, None)
        if found is None:
            break
        listed.append(found)
    return listed[1:] if joined else []


def _is_of_town(doc: Doc, start: int, end: int) -> bool:
    """Whether what a noun names is the capital's own, not the country's: "the Paris prosecutor's office"."""
    return " ".join(lower_words(doc)[start:end]).replace(" '", "'") in actor_words("bodies", "of_towns")


def _first_modifier(doc: Doc, noun: int) -> int:
    """The first of the small words that say which body a noun is: "the | interior ministry of Kenya"."""
    first = noun
    while first > 0 and doc[first - 1].head.i == noun and doc[first - 1].dep_ in ("compound", "amod"):
        first -= 1
    return first


def _body(
    doc: Doc, first: int, noun: _Noun, owner: str, modifiers: str, gazetteer: Gazetteer, *, as_written: bool
) -> Candidate:
    """One body with its name: the country's adjective, what it does, what it is."""
    adjective = gazetteer.adjective(owner)
    if noun.group == "government" and set(modifiers.lower().split()) <= actor_words("bodies", "in_power"):
        return Candidate(first, noun.stop, gazetteer.kinds[owner], owner, place=True, why="government", rank=1,
                         head=noun.start)  # fmt: skip
    if as_written and text_of(doc, noun.start, noun.stop) == "Congress" and modifiers.endswith("National"):
        return Candidate(first, noun.stop, "party", text_of(doc, first, noun.stop), rank=1)  # as in South Africa
    several = modifiers.split()[:1] and modifiers.split()[0].lower() in OF_SEVERAL
    kind = "armed force" if noun.group in ("military", "services") else "government body"
    if noun.group == "military" and not modifiers:
        name = f"{adjective} military"
    elif as_written:
        name = text_of(doc, first, noun.stop)
    elif several or noun.group == "government":
        kind = kind if kind == "armed force" and several else "generic"
        name = f"{adjective} {modifiers} {text_of(doc, noun.start, noun.stop)}"
    else:
        name = f"{adjective} {capitals(f'{modifiers} {text_of(doc, noun.start, noun.stop)}')}"
    joint = next((i for i in range(noun.start + 1, noun.end) if doc[i].lower_ == "of"), noun.end)
    head = joint - 1  # the "court" of cassation
    form = "generic" if kind == "generic" else "name"
    if (known := gazetteer.readings.get(name)) is not None and gazetteer.countries[known.actor] == owner:
        kind, name = gazetteer.kinds[known.actor], known.actor
    return Candidate(first, noun.stop, kind, name, form, why="body of a country", country=owner, rank=1, head=head)


def _stop(doc: Doc, end: int, group: str, known: Known) -> int:
    """Where a body's own name ends: "Ministry of Health", "Supreme Court of Cassation"."""
    return _long_name(doc, end, known) if group in ("modified", "institutions", "titled") else end


def capitals(text: str) -> str:
    """A body's name with capitals: "foreign ministry" is the Foreign Ministry."""
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in text.split())


def _long_name(doc: Doc, end: int, known: Known) -> int:
    """The end of "Ministry of Foreign Affairs and Trade" behind its noun."""
    if (
        end + 1 >= len(doc)
        or doc[end].lower_ not in ("of", "for", "on")
        or not is_capital(doc[end + 1])
        or doc[end + 1].ent_type_ == "DATE"
    ):
        return end
    stop = end + 1
    while (
        stop < len(doc)
        and (stop not in known or (stop == end + 1 and doc[stop].lower_ in _FIELDS))
        and (is_capital(doc[stop]) or doc[stop].lower_ in ("and", "&"))
        and doc[stop].ent_type_ != "PERSON"
    ):
        stop += 1
    while doc[stop - 1].lower_ in ("and", "of", "for", "on", "&"):
        stop -= 1
    return stop if stop > end + 1 else end


def _coordinated(doc: Doc, last: int, known: Known, *, several: bool) -> tuple[int, list[str]]:
    """The countries of "Russian and (the) Israeli", of several bodies also "Kenya and Chad's", with the first token."""
    first, reading = known[last]
    owners = [reading.actor]
    while (before := _joined_before(doc, first, known, reading.form, several=several)) is not None:
        first, reading = known[before]
        owners.insert(0, reading.actor)
    return first, owners


def _joined_before(doc: Doc, first: int, known: Known, form: str, *, several: bool) -> int | None:
    """The last token of the country that is coordinated with one before a body's noun."""
    if form != "demonym" and not (several and form == "name"):
        return None
    joint = first - 2 if several and first > 2 and doc[first - 1].lower_ == "the" else first - 1
    if joint < 1 or doc[joint].lower_ not in (("and", ",", "or") if form == "demonym" else ("and",)):
        return None
    last = joint - 2 if form == "name" and doc[joint - 1].text in POSSESSIVE else joint - 1
    if last not in known or known[last][1].form == form:
        return last if last in known else None
    letters = doc[first if form == "name" else last].text.replace(".", "")  # "German and US", "UK and French"
    return last if several and letters.isupper() else None
