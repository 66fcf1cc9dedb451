"""Statements -> link records: dated, attributed, marked for factuality, named in the text's own words."""

from __future__ import annotations

import hashlib
from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense
from graph.extraction.attribution import Attribution, accusation, attribution, laid_on, subject_vouches
from graph.extraction.clauses import statements
from graph.extraction.confidence import confidences
from graph.extraction.cues import cues
from graph.extraction.factuality import factuality, in_contrast
from graph.extraction.roles import Role, roles
from graph.extraction.senses.modality import noun_effects
from graph.extraction.statements.aims import ACCUSATION
from graph.extraction.statements.choosing import main_statements, without_repeats
from graph.extraction.statements.loose import loose_statements
from graph.extraction.statements.statements import CHARGE, Statement
from graph.extraction.statements.ties import TIED
from graph.extraction.statements.wording import predicate_span, predicate_text, predicate_words
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, is_each_other
from graph.extraction.times import time_of
from graph.extraction.tokens import children, forget, sentence_starts
from graph.extraction.wordlists import actor_words, any_of
from graph.links import RELATIONS, UNNAMED, Document, Factuality, Link, LinkKind, TimeInterval
from graph.selection import SURE

Span2 = tuple[int, int]
_SERVICES = frozenset({"agency", "service"})


@Language.factory("whowhom_links", requires=["doc._.actor_mentions"], assigns=["doc._.links", "doc._.hints"])
def make_linker(nlp: Language, name: str) -> Linker:
    """The component, for `nlp.add_pipe`."""
    return Linker(name)


class Linker:
    """Writes `doc._.links`, what the Doc states, and `doc._.hints`, what is too unsure: in order of appearance."""

    def __init__(self, name: str = "whowhom_links") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        found = read_links(doc)
        doc._.links = [link for link in found if link.confidence >= SURE]
        doc._.hints = [link for link in found if link.confidence < SURE]
        forget(doc)
        return doc


def read_links(doc: Doc) -> list[Link]:
    """The links of a Doc that the components before have annotated, in order of appearance."""
    links = [link for link, _ in readings(doc)]
    return sorted(links, key=lambda link: (link.start, link.source_span, link.target_span, link.id))


def readings(doc: Doc) -> list[tuple[Link, Statement]]:
    """Each link with the statement it was made of, for whoever measures the rules."""
    document = doc._.document or Document(id=hashlib.sha256(doc.text.encode()).hexdigest()[:16], text=doc.text)
    digest = document.content_hash
    arguments = Arguments(doc)
    found_roles = [_of_role(doc, role) for role in roles(doc)]
    found = list(statements(doc, arguments))
    everything = [*found_roles, *found, *loose_statements(doc, arguments, found)]
    rated = zip(everything, confidences(everything), strict=True)
    sure = {id(statement) for statement, confidence in rated if confidence >= SURE}
    kept = without_repeats(everything, lambda statement: id(statement) in sure)
    main = main_statements(kept)
    read: dict[str, tuple[Link, Statement]] = {}
    for number, (statement, confidence) in enumerate(zip(kept, confidences(kept), strict=True)):
        link = _link(document, digest, statement, arguments, number in main, confidence)
        read.setdefault(link.id, (link, statement))
    return list(read.values())


def _of_role(doc: Doc, role: Role) -> Statement:
    """The statement of a role: its noun is the predicate."""
    polarity = RELATIONS[role.relation].polarity
    kind: LinkKind = "event" if role.event else "role" if role.relation == "ROLE" else "structural"
    source, target = (Argument(m.actor, m.start, m.end, m.form, m.place) for m in (role.source, role.target))
    head = doc[role.noun_start : role.noun_end].root
    sense = Sense(role.relation, polarity, kind)
    return Statement(head, source, target, sense, (), role.rule, predicate=role.predicate)


def _link(
    document: Document, digest: str, statement: Statement, arguments: Arguments, main: bool, confidence: float
) -> Link:
    sense = statement.sense
    sentence = _sentence(arguments.doc, sentence_starts(arguments.doc)[statement.head.i])
    words = predicate_words(statement)
    source_span, target_span = (_characters(arguments.doc, a) for a in (statement.source, statement.target))
    spans = (source_span, predicate_span(words), target_span)
    said, speaker = _vouched(statement, arguments)
    return Link(
        id=_identity(digest, statement, spans),
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        date=document.date,
        sentence=document.text[sentence.start_char : sentence.end_char],
        start=sentence.start_char,
        end=sentence.end_char,
        source=statement.source.actor,
        target=statement.target.actor,
        source_span=source_span,
        target_span=target_span,
        predicate_span=spans[1],
        predicate=statement.predicate or predicate_text(statement, words),
        relation=sense.relation,
        polarity=sense.polarity,
        intensity=_intensity(sense),
        factuality=said,
        attributed_to=speaker,
        time=None if sense.kind == "role" else _time(document, statement),
        symmetric=sense.symmetric,
        kind=sense.kind,
        main=main,
        rule=f"{statement.rule}: {sense.rule}" if sense.rule else statement.rule,
        confidence=confidence,
    )


def _intensity(sense: Sense) -> float:
    """The type's scale value, with the sign of the predicate's own polarity."""
    scale = RELATIONS[sense.relation].scale
    return {"cooperative": abs(scale), "hostile": -abs(scale), "neutral": 0.0}[sense.polarity]


def _vouched(statement: Statement, arguments: Arguments) -> tuple[Factuality, str | None]:
    """The factuality, and the canonical speaker.

    A role read from a title stays the writer's even in a quotation, and so does whose son somebody is called.
    """
    titled = statement.sense.kind == "role" and statement.predicate is not None and statement.rule != "copular"
    titled |= statement.sense.kind == "role" and statement.rule == "backing"  # "a Chadian-led movement"
    if titled or (statement.rule == "kinship" and statement.head.dep_ != "attr"):
        suspected = any(c.lower_ in cues("factuality")["suspected"] for c in children(statement.head))
        return ("possible" if suspected else "asserted"), None
    denied = statement.rule == ACCUSATION and statement.head.dep_ == "dobj"  # who denies a charge does not make it
    said = attribution(statement.head.head if denied else statement.head)
    if statement.rule == CHARGE:
        said = accusation(statement.head.head) or Attribution(unnamed=True)
    elif statement.rule == TIED:
        said = subject_vouches(statement.head)
    elif (
        statement.sense.relation != "ACCUSE" and (laid := laid_on(arguments.doc[statement.source.end - 1])) is not None
    ):
        said = laid
    fact = statement.factuality or ("negated" if said.denied else factuality(statement.head))
    fact = in_contrast(fact, arguments.doc[statement.target.start : statement.target.end].root)
    if (
        fact == "possible"
        and statement.rule == "apposition"
        and not {*noun_effects(statement.head)} & {"possible", "open"}
    ):
        fact = "asserted"  # who should do more in "Togo, an ally of Chad, should do more" is an ally
    named = arguments.of(said.speaker, products=False) if said.speaker is not None else []
    told = said.speaker is not None and any(a.form == "name" for a in arguments.directly(said.speaker))
    if said.unnamed and not told and not (named and named[0].form == "pronoun"):
        return fact, UNNAMED
    if said.speaker is None:
        return fact, None
    if not named and said.speaker.lemma_ == "office":  # "Lima's office said"
        named = arguments.owners(said.speaker)
    elif not named and said.speaker.lemma_ in any_of(actor_words("introduced", "media"), _SERVICES):
        named = [
            a for a in arguments.owners(said.speaker) if a.form == "name" and not a.place
        ]  # "the Star news service"
    if _on_each_other(statement.head):  # "they accused each other of raids": each says so of the other
        every = [a for t in conjuncts(said.speaker) for a in arguments.of(t, products=False)]
        named = [a for a in every if a.actor != statement.source.actor]
    return fact, named[0].actor if named else UNNAMED


def _on_each_other(head: Token) -> bool:
    """Whether what is told stands below what several do to each other."""
    return any(is_each_other(t) for above in head.ancestors for t in children(above) if t.dep_ == "dobj")


def _time(document: Document, statement: Statement) -> TimeInterval | None:
    when = time_of(statement.head)
    if when is None:
        return None
    span = statement.head.doc[when.start : when.end]
    return TimeInterval(document.text[span.start_char : span.end_char], when.since, when.until)


def _identity(digest: str, statement: Statement, spans: tuple[Span2, Span2, Span2]) -> str:
    """Made of the content hash, the spans and what was read there, so that no file name matters."""
    parts = (digest, spans, statement.source.actor, statement.target.actor, statement.sense.relation)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _characters(doc: Doc, argument: Argument) -> Span2:
    last = doc[argument.end - 1]
    return doc[argument.start].idx, last.idx + len(last)


def _sentence(doc: Doc, start: int) -> Span:
    """The sentence that starts at a token, without the spaces around it."""
    end = bisect_right(sentence_starts(doc), start)
    first, last = start, end
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last - 1].is_space:
        last -= 1
    return doc[first:last] if first < last else doc[start:end]
