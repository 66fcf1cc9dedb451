"""Who is named where: turns the words of a document into mentions of actors.

`match` collects candidates (gazetteer, bodies, names, generics), chooses among overlapping ones and resolves names
through the document; `set_annotations` writes `doc._.actor_mentions` and `doc._.actors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import COUNTRIES_INSIDE, OWNERS_INSIDE, ActorEntry, ActorMention, register
from graph.extraction.naming.bodies import TROOPS, body_candidates
from graph.extraction.naming.boilerplate import boilerplate
from graph.extraction.naming.candidates import Candidate, Known, choose, shouting, text_of
from graph.extraction.naming.gazetteer import Gazetteer, Reading, load_gazetteer
from graph.extraction.naming.generics import generic_candidates
from graph.extraction.naming.introductions import bodies_with_names, introduced
from graph.extraction.naming.local_bodies import local_bodies, towns
from graph.extraction.naming.missed_names import missed_candidates
from graph.extraction.naming.name_bounds import true_start
from graph.extraction.naming.names import name_candidates
from graph.extraction.naming.programmes import programmes
from graph.extraction.naming.recurrence import recurring, without_fronts
from graph.extraction.naming.resolution import resolve
from graph.extraction.naming.things import names_accord, without_things
from graph.extraction.naming.works import works
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.syntax.nationals import prefix_of_side
from graph.extraction.wordlists import actor_words

_AROUND_HYPHEN = re.compile(r"\s*-\s*")  # "al - Jazeera"
_MODEL = re.compile(r"[A-Z]{1,3}[a-z]{0,2}-?\d+[A-Za-z]{0,2}|[A-Z]\w+-\d+(-\d+)?")  # F-16s, MiG-29, T72, Polonium-210
_INSIDE = frozenset({"against", "for", "in", "of", "on", "without"})  # prepositions inside names
_WITH_BRANCHES = frozenset({"company", "organisation"})
_BODIES = frozenset({"government body", "armed force", "generic"})


class ActorFinder:
    """Finds the actors of a document.

    Parameters
    ----------
    nlp : Language
    name : str
    gazetteer : str, optional
        A TOML file over the built-in gazetteer; see `graph.extraction.naming.gazetteer`.
    """

    def __init__(self, nlp: Language, name: str, *, gazetteer: str | None = None) -> None:
        register()
        self.name = name
        self.gazetteer: Gazetteer = load_gazetteer(gazetteer)
        self._folded = {surface.lower(): surface for surface in self.gazetteer.readings}
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._matcher.add("known", [nlp.make_doc(surface) for surface in self.gazetteer.readings])

    def __call__(self, doc: Doc) -> Doc:
        known = self.known(doc)
        found = self.match(doc, known)
        self.set_annotations(doc, found)
        doc.spans[COUNTRIES_INSIDE] = list(_countries_inside(doc, found, known, self.gazetteer))
        doc.spans[OWNERS_INSIDE] = list(_owners_inside(doc, found, known, self.gazetteer))
        for span in doc.spans[OWNERS_INSIDE]:
            kind = self.gazetteer.kinds.get(span.label_, "organisation")
            country = self.gazetteer.countries.get(span.label_)
            doc._.actors.setdefault(span.label_, ActorEntry(span.label_, kind, country))
        for entry in doc._.actors.values():
            entry.adjective = self.gazetteer.adjective(entry.name) if entry.kind == "country" else None
        return doc

    def match(self, doc: Doc, known: Known) -> list[Candidate]:
        """The candidates that stand, each with the canonical name of its actor, in order."""
        candidates = [self._from_reading(doc, start, end, reading) for end, (start, reading) in known.items()]
        candidates += self._branches(doc, known)
        candidates += body_candidates(doc, self.gazetteer, known)
        candidates += local_bodies(doc, self.gazetteer, known)
        candidates += towns(doc)
        names = without_fronts(doc, name_candidates(doc, known))
        names += missed_candidates(doc, known, names)
        names = [c._replace(start=true_start(doc, c.start, c.end)) if c.name is None else c for c in names]
        candidates += names + list(recurring(doc, names))
        candidates += list(programmes(doc, candidates))
        candidates = [c for c in without_things(doc, candidates) if not _is_weapon(doc, c)]
        candidates += generic_candidates(doc, self.gazetteer, known)
        idle = boilerplate(doc)
        found = resolve(doc, choose(c for c in candidates if c.start not in idle), self.gazetteer)
        return bodies_with_names(doc, found)

    def _branches(self, doc: Doc, known: Known) -> Iterator[Candidate]:
        """The branches of known bodies in a country: "Transparency International Ireland"."""
        ends = {start: last + 1 for last, (start, reading) in known.items() if reading.place and reading.form == "name"}
        for last, (start, reading) in known.items():
            end = ends.get(last + 1)
            kind = self.gazetteer.kinds[reading.actor]
            if end is not None and kind in _WITH_BRANCHES and len(_heads(doc, start, end)) == 1:
                yield Candidate(start, end, kind, text_of(doc, start, end), why="branch", rank=3)

    def set_annotations(self, doc: Doc, found: list[Candidate]) -> None:
        """Write the mentions and the actors they lead to."""
        mentions: list[ActorMention] = []
        actors: dict[str, ActorEntry] = {}
        heads = [_head(doc, c) if c.head is None else c.head for c in found]
        names = introduced(doc, dict(zip(heads, found, strict=True)))
        for head, c in zip(heads, found, strict=True):
            name = c.name or text_of(doc, c.start, c.end)
            if (given := names.get(head)) is not None:  # "group" is no name of the group's, so no alias
                called = given.name or text_of(doc, given.start, given.end)
                mentions.append(ActorMention(c.start, c.end, head, called, given.form, given.place))
                continue
            mentions.append(ActorMention(c.start, c.end, head, name, c.form, c.place))
            entry = actors.setdefault(name, ActorEntry(name, c.kind, c.country))
            alias = text_of(doc, c.start, c.end)
            entry.aliases[alias] = entry.aliases.get(alias, 0) + 1
            entry.why.setdefault(alias, c.why)
        for country in [e.country for e in actors.values() if e.country]:
            actors.setdefault(country, ActorEntry(country, self.gazetteer.kinds.get(country, "region"), None))
        doc._.actor_mentions = mentions
        doc._.actors = actors

    def known(self, doc: Doc) -> Known:
        """Last token of each known form -> its first token and reading; longest first, none overlapping."""
        known: Known = {}
        taken: set[int] = set()
        titles = {i for start, end in works(doc) for i in range(start, end)}
        spans: list[Span] = self._matcher(doc, as_spans=True)
        for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
            reading = self._reading(span)
            fresh = taken.isdisjoint(range(span.start, span.end))
            if reading is None or not fresh or not titles.isdisjoint((span.start,)):
                continue
            city = reading.why == "capital" or self.gazetteer.kinds[reading.actor] == "region"
            if not _in_event(span, reading) and not (city and names_accord(doc, span.start, span.end)):
                taken.update(range(span.start, span.end))
                known[span.end - 1] = (span.start, reading)
        return self._at_home(doc, known)

    def _at_home(self, doc: Doc, known: Known) -> Known:
        """What is known without the letters of parties of countries that a text on others does not name."""
        kinds = self.gazetteer.kinds
        told = [reading.actor for _, reading in known.values() if kinds[reading.actor] != "party"]
        named = {self.gazetteer.country_of(actor) for actor in told} - {None}
        return {
            last: (start, reading)
            for last, (start, reading) in known.items()
            if not named
            or kinds[reading.actor] != "party"
            or not (last == start and doc[last].is_upper)
            or self.gazetteer.countries[reading.actor] in {None, *named}
        }

    def _reading(self, span: Span) -> Reading | None:
        """The reading of a span whose letters match: exact capitals, or capitals set for show."""
        text = span.text
        if text.startswith("The ") and span[-1].dep_ in ("amod", "compound", "nmod") and span[-1].head.i >= span.end:
            return None  # "The Australian Government" is no newspaper
        if text.lower() in actor_words("places", "points") and (span.start == 0 or span[0].nbor(-1).lower_ != "the"):
            return None  # no West without its article: "Kanye West", "a plant in West, Texas"
        if span[-1].is_lower and prefix_of_side(span[0]):
            return None  # "anti-Houthi forces" are not the Houthis
        if _only_begins(span):
            return None
        if text in self.gazetteer.readings:
            reading = self.gazetteer.readings[text]
            party = reading.form == "demonym" and self.gazetteer.kinds[reading.actor] == "party"
            return None if party and _is_plain_adjective(span) else reading
        surface = self._folded.get(text.lower()) or self._folded.get(_AROUND_HYPHEN.sub("-", text.lower()))
        if surface is None:
            return None
        opens = span[0].is_sent_start and span.doc[span.end : span.end + 1].text == ","  # KIEV, May 3
        if text.isupper() and (len(text) > 4 or opens or shouting(span.sent)):
            return self.gazetteer.readings[surface]
        initials = [word[:1] for word in re.findall(r"[^\s-]+", surface)]
        written = [word[:1] for word in re.findall(r"[^\s-]+", text)]
        if len(span) > 2 or (
            len(span) > 1 and all(w.isupper() or not i.isupper() for w, i in zip(written, initials, strict=False))
        ):
            return self.gazetteer.readings[surface]
        return None

    def _from_reading(self, doc: Doc, start: int, end: int, reading: Reading) -> Candidate:
        kind = self.gazetteer.kinds[reading.actor]
        country = self.gazetteer.countries.get(reading.actor)
        if kind == "organisation" and end == start and doc[start].ent_type_ == "GPE" and _located(doc, start):
            return Candidate(start, end + 1, "region", text_of(doc, start, end + 1), place=True, why="city", rank=3)
        seat = reading.form == "metonym" and kind == "international organisation"
        if seat and start > 0 and doc[start - 1].lower_ in ("in", "near", "outside"):  # "an attack in Brussels"
            return Candidate(start, end + 1, "region", text_of(doc, start, end + 1), place=True, why="city", rank=3)
        if reading.why == "capital" and _is_city(doc, start, end + 1):
            return Candidate(
                start, end + 1, "region", text_of(doc, start, end + 1), "name", True, "city", reading.actor, 3
            )
        first = _past_nationality(doc, start) if kind == "media" else start
        head = end if first < start else None
        return Candidate(
            first, end + 1, kind, reading.actor, reading.form, reading.place, reading.why, country, 3, head
        )


def _head(doc: Doc, c: Candidate) -> int:
    """The word by which syntax attaches a name: no preposition in it that the parser hangs higher than its noun."""
    root = doc[c.start : c.end].root
    outer = [t.i for t in _heads(doc, c.start, c.end) if t.pos_ in ("NOUN", "PROPN")] if root.lower_ in _INSIDE else []
    return outer[0] if outer else root.i


def _heads(doc: Doc, start: int, end: int) -> list[Token]:
    """The words of a span that hang on what stands outside it."""
    return [token for token in doc[start:end] if not start <= token.head.i < end or token.head == token]


@Language.factory(
    "whowhom_actors",
    default_config={"gazetteer": None},
    requires=["token.dep", "token.tag", "doc.ents", "doc.sents"],
    assigns=["doc._.actor_mentions", "doc._.actors"],
)
def make_actor_finder(nlp: Language, name: str, gazetteer: str | None) -> ActorFinder:
    """The component `whowhom_actors`."""
    return ActorFinder(nlp, name, gazetteer=gazetteer)


def _located(doc: Doc, start: int) -> bool:
    """Whether a name stands behind a preposition of place."""
    return start > 0 and doc[start - 1].lower_ in ("in", "near", "from", "to", "outside")


def _is_weapon(doc: Doc, named: Candidate) -> bool:
    """Whether a name is only the make of a weapon: "Apache helicopters", "F-16s"."""
    if named.kind not in ("organisation", "people", "person", "company", "region") or named.form != "name":
        return False
    if _MODEL.fullmatch(text_of(doc, named.start, named.end)):
        return True
    made = named.end  # "Apache combat helicopters"
    if made < len(doc) and doc[made].is_lower and doc[made].dep_ == "compound":
        made += 1
    if made >= len(doc) or doc[made].lemma_.lower() not in actor_words("weapons", "nouns"):
        return False
    if any(t.lower_ in actor_words("weapons", "carriers") for t in doc[named.start : named.end]):
        return False  # "a Kenya Airways plane"
    return doc[named.start : named.end].root.dep_ in ("compound", "nmod", "amod")


def _only_begins(span: Span) -> bool:
    """Whether a name only says whose members or which office follow: "NATO members" Italy, "Labour" Minister."""
    following = span.doc[span.end : span.end + 1]
    if not following:
        return False
    members = len(span) > 1 and span[-1].is_lower and following[0].pos_ == "PROPN" and span[-1].tag_ == "NNS"
    field = len(span) == 1 and span[0].lower_ in actor_words("never", "lone")
    means = span[-1].lower_ == "military" and following[0].lower_ in actor_words(
        "bodies", "of_state"
    )  # "US military aid"
    return members or means or (field and following[0].lower_ in actor_words("bodies", "portfolio"))


def _past_nationality(doc: Doc, start: int) -> int:
    """Where the name of an agency starts, with whence it is: "French news agency | AFP"."""
    before = doc[max(0, start - 3) : start]
    said = len(before) == 3 and before[1].lower_ in ("news", "press") and before[2].lower_ == "agency"
    return start - 3 if said and before[0].ent_type_ == "NORP" else start


def _is_plain_adjective(span: Span) -> bool:
    """Whether a party's adjective has its capital only from the start of the sentence: "Democratic elections".

    A colour is a party's only before an office: "the Green senator"; not "the Green Zone".
    """
    following = span.doc[span.end : span.end + 1]
    office = any((t.lower_,) in role_sections() for t in following)
    if span[0].lower_ in actor_words("never", "colours"):
        return not office
    return bool(span[0].is_sent_start) and not office and not any(t.pos_ == "PROPN" for t in following)


def _in_event(span: Span, reading: Reading) -> bool:
    """Whether a country's or region's name only begins the name of an event or a law: "the Vietnam War"."""
    doc, end = span.doc, span.end
    if not reading.place and reading.form != "demonym":
        return False
    while end < len(doc) and end < span.end + 3 and doc[end].text[:1].isupper() and doc[end].pos_ in ("PROPN", "ADJ"):
        if doc[end].ent_type_ == "PERSON":  # "US President | Bill Clinton"
            return False
        if doc[end].lower_ in actor_words("events", "nouns"):
            return True
        end += 1
    return False


def _is_city(doc: Doc, start: int, end: int) -> bool:
    """Whether a capital is meant as a city: "the mayor of London", "Kabul police"."""
    around = [doc[end].lower_] if end < len(doc) else []
    if start > 1 and doc[start - 1].lower_ == "of":
        around.append(doc[start - 2].lower_)
    return any(word in actor_words("roles", "municipal") for word in around)


def _countries_inside(doc: Doc, found: list[Candidate], known: Known, gazetteer: Gazetteer) -> Iterator[Span]:
    """The words inside the name of a body or a generic that name its country, the first of each."""
    for body in found:
        if body.kind in _BODIES and body.country and doc[body.end - 1].lower_ not in TROOPS:
            for end in range(body.start, body.end):
                if end in known and known[end][1].actor == body.country:
                    yield Span(doc, known[end][0], end + 1, label=body.country)
                    break
            else:
                if country := _first_words(doc, body, gazetteer):
                    yield country


def _owners_inside(doc: Doc, found: list[Candidate], known: Known, gazetteer: Gazetteer) -> Iterator[Span]:
    """The organisation or nation without a state inside the name of a generic: "a senior Hamas | leader"."""
    told = {text_of(doc, c.start, c.end): c.name for c in found if c.why == "acronym introduced in the text"}
    for generic in found:
        span = range(generic.start, generic.end - 1) if generic.kind == "generic" else range(0)
        for end in [i for i in span if i in known][:1]:
            start, reading = known[end]
            nation = gazetteer.kinds[reading.actor] in ("region", "people")
            of_nation = nation and reading.form == "demonym" and (doc[generic.end - 1].lower_,) in role_sections()
            if of_nation or (reading.form == "name" and not nation and gazetteer.kinds[reading.actor] != "country"):
                yield Span(doc, start, end + 1, label=told.get(text_of(doc, start, end + 1)) or reading.actor)


def _first_words(doc: Doc, body: Candidate, gazetteer: Gazetteer) -> Span | None:
    """The country that begins the name of a body which the gazetteer knows as a whole: "US | State Department"."""
    for end in range(body.start + 1, body.end):
        reading = gazetteer.readings.get(text_of(doc, body.start, end))
        if reading is not None and reading.actor == body.country and gazetteer.kinds[reading.actor] == "country":
            return Span(doc, body.start, end, label=reading.actor)
    return None
