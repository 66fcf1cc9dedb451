"""Who does what to whom: dependency tree -> statements, one verb at a time.

Each reader is a generator named for the construction that it reads; that name, with the lexicon's
rule, is what a link carries as `rule`. Predicate nouns are read in `nominals.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.extraction.annotations import OWNERS_INSIDE
from graph.extraction.cues import cues
from graph.extraction.factuality import factuality
from graph.extraction.relations import owns, sense
from graph.extraction.senses.spelling import is_felt
from graph.extraction.senses.targets import charge_of
from graph.extraction.statements.blame import blamed
from graph.extraction.statements.denials import denials
from graph.extraction.statements.doers import doers_of
from graph.extraction.statements.harm import died, in_event
from graph.extraction.statements.inquiries import inquiries
from graph.extraction.statements.mediation import mediated
from graph.extraction.statements.nominals import of_noun
from graph.extraction.statements.reciprocal import reciprocal, shared_nouns
from graph.extraction.statements.reported import reported
from graph.extraction.statements.statements import CHARGE, Statement, both_ways, pair_up
from graph.extraction.statements.strikes import strikes
from graph.extraction.statements.ties import ties
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.complements import said_of, serves_time, small_clause
from graph.extraction.syntax.ellipsis import doers_without_verb, others_who_did
from graph.extraction.syntax.gaps import OBJECTS
from graph.extraction.syntax.misplaced import charge_above
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.reach import (
    Reached,
    below_noun,
    below_prepositions,
    below_verb,
    through_noun,
    through_preposition,
)
from graph.extraction.syntax.subjects import objects, resumed_speech, subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, sentence_starts
from graph.extraction.wordlists import actor_words, any_of, words

_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "look"})
# What copulas say with these prepositions: to appear before a court, to look for somebody, to stay with them.
_NO_COPULAS = {
    "appear": ("before", "with", "alongside"),
    "look": ("for", "after", "at", "into"),
    "stay": ("with",),
}
_DUMMIES = frozenset({"it", "this", "that"})
_NO_CLAUSE = frozenset({"amod", "aux", "auxpass", "prep"})


def statements(doc: Doc, arguments: Arguments | None = None) -> Iterator[Statement]:
    """Every statement that ties two different actors, in order of the predicate.

    Parameters
    ----------
    doc : Doc
        Parsed, with `doc._.actor_mentions` and `doc._.references`.
    arguments : Arguments, optional
        The actors of the Doc by their tokens, where they were looked up before.
    """
    arguments = arguments or Arguments(doc)
    several = _with_several(doc, arguments)
    for token in (token for sentence in doc.sents if sentence.start in several for token in sentence):
        part = token.pos_
        if part in ("VERB", "AUX") and (token.dep_ not in _NO_CLAUSE or charge_above(token) is not None):
            yield from _of_verb(token, arguments)
        if part in ("NOUN", "PROPN", "ADJ", "VERB"):
            yield from of_noun(token, arguments)


def _with_several(doc: Doc, arguments: Arguments) -> set[int]:
    """Where the sentences start that have two actors to tie, be it by the name of an employer: "Helios drivers"."""
    starts = sentence_starts(doc)
    actors: dict[int, set[str]] = {}
    for i, named in arguments.by_head.items():
        actors.setdefault(starts[i], set()).update(a.actor for a in named)
    for span in doc.spans.get(OWNERS_INSIDE, ()):
        actors.setdefault(starts[span.start], set()).add(span.label_)
    return {start for start, names in actors.items() if len(names) > 1}


def _of_verb(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    passive = is_passive(verb)
    if verb.lemma_ in _COPULAS and not passive:
        yield from _copular(verb, arguments)
        yield from _behind(verb, arguments)
        yield from strikes(verb, subjects(verb), arguments)
        if not objects_of_preposition(verb, _NO_COPULAS.get(verb.lemma_, ())):
            return
    survived = passive and verb.lemma_ == "survive"  # "is survived by his wife"
    if survived or _only_names(verb) or said_of(verb) is not None:
        return
    if verb.dep_ == "conj" and not passive and not is_passive(verb.head) and _next_sharing(verb.head) == verb:
        return
    if passive and is_felt(verb):
        reached = below_prepositions(verb, arguments)
        for source in (a for token in subjects(verb) for a in arguments.of(token)):
            yield from pair_up(verb, source, reached, "copular")
        return
    sources = doers_of(verb)
    partner = None if passive else _shares_object(verb)
    reached = below_verb(partner or verb, arguments)
    rule = {"relcl": "relative clause", "acl": "participle"}.get(verb.dep_, "passive" if passive else "active")
    doing = [a for token in sources for a in arguments.of(token)]
    doers = {a.actor for a in doing}
    if verb.lemma_ == "include":  # "those who left include | Chad and Mali" ties them to nobody
        reached = [(a, chain) for a, chain in reached if a.actor not in doers]
    # In "provided their donations" nobody is given anything by being "their"; in "each blamed the other" both are.
    apart = [(a, chain) for a, chain in reached if a.form != "pronoun" or a.actor not in doers]
    reached = [(a, chain) for a, chain in reached if (a, chain) in apart or verb.doc[a.start].lower_ == "other"]
    # In "A and B launched an inquiry" it is theirs, and aimed at neither.
    reached = [(a, chain) for a, chain in reached if not chain or a not in doing]
    # In "laws passed by neighbours like Togo" the neighbours are Togo.
    kinds = {a.actor for token in sources for a in arguments.at(token)}
    reached = [(a, chain) for a, chain in reached if a.form != "generic" or a.actor not in kinds]
    if passive:  # "recognised as the government by | Chad and Mali", where the parser hangs the doers low
        reached = [(a, chain) for a, chain in reached if not any(a.start <= t.i < a.end for t in sources)]
    for source in doing:
        found = list(pair_up(verb, source, reached, rule))
        shared = list(pair_up(partner, source, reached, rule)) if partner else []
        yield from shared if _says_more(shared, found) else found  # "danced and clashed with the police"
    for token, fact in () if passive else others_who_did(verb):  # "as did Chad", "but Chad has not"
        for source in arguments.of(token):
            also = pair_up(verb, source, reached, rule)
            yield from also if fact is None else (replace(s, factuality=fact) for s in also)
    for token, thing in () if passive else doers_without_verb(verb):
        held = list(through_noun(thing, (), arguments))
        yield from (s for source in arguments.of(token) for s in pair_up(verb, source, held, rule))
    if passive and not sources:
        yield from in_event(verb, reached, arguments)
    if verb.lemma_ in words("custody", "verbs"):
        yield from died(verb, arguments)
    jointly = any(c.lower_ == "jointly" for c in children(verb))
    together = objects(verb) if passive and not (sources and (jointly or shared_nouns(verb))) else sources
    yield from _charge(verb, arguments)
    yield from blamed(verb, arguments)
    if verb.lemma_ == "include" and not passive:
        yield from _described(verb, sources, arguments)
    yield from inquiries(verb, sources, arguments)
    yield from strikes(verb, sources, arguments)
    yield from denials(verb, sources, arguments)
    yield from reciprocal(verb, together, arguments)
    yield from _contrast(verb, reached, arguments)
    yield from reported(verb, sources, arguments)
    yield from mediated(verb, arguments)
    yield from ties(verb, sources, arguments)


def _says_more(last: list[Statement], first: list[Statement]) -> bool:
    """Whether the last of joined verbs tells what is done, since the first is vague or not meant of its object."""
    sides = {s.sense.polarity for s in (*last, *first)}
    nothing, vague = (all(s.sense.relation == "OTHER" for s in found) for found in (last, first))
    return not nothing and (vague or {"hostile", "cooperative"} <= sides)  # "cheered and attacked the police"


def _only_names(verb: Token) -> bool:
    """Whether a clause says what somebody is called: "readers calling themselves Friends of the Page"."""
    return verb.lemma_ == "call" and any(c.lower_.endswith(("self", "selves")) for c in children(verb))


def _shares_object(verb: Token) -> Token | None:
    """The last of verbs that share one object: "consulting and engaging with them", "sold, leased or lent arms"."""
    last = later = _next_sharing(verb)
    while later is not None:
        last, later = later, _next_sharing(later)
    return last


def _next_sharing(verb: Token) -> Token | None:
    """The next of verbs that share one object."""
    if any(c.dep_ in (*OBJECTS, "prep", "xcomp", "ccomp", "prt") for c in children(verb)):
        return None
    if any(c.dep_ == "advmod" and c.i > verb.i for c in children(verb)):
        return None  # "went further and told a rally"
    later = next((c for c in children(verb) if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if later is None or later.i > verb.i + 3 or resumed_speech(later) is not None:
        return None
    return None if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "neg") for c in children(later)) else later


def _charge(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """What somebody is charged with: "charged the mayor with the murder of Bravo" says that he did it."""
    for preposition in _charging(verb):
        deed = charge_of(verb, preposition)
        owned = deed is not None and any(c.dep_ == "poss" for c in children(deed))
        if deed is None or owned or factuality(verb) != "asserted":
            continue
        beside = [deed, *conjuncts(deed)[1:], deed.head]  # "the kidnap and murder of"
        reached = next((r for noun in beside if (r := below_prepositions(noun, arguments))), [])
        # In "expelled him over the refusal of Chad" he did not do it.
        reached = [(a, chain) for a, chain in reached if not owns(deed, chain)]
        accused = subjects(verb) if serves_time(verb) else objects(verb)
        accused = accused or [t for c in children(verb) if (t := small_clause(c)) is not None]
        for source in (a for t in accused for a in arguments.of(t, products=False)) if reached else ():
            yield from pair_up(deed, source, reached, CHARGE)


def _charging(verb: Token) -> list[Token]:
    """The prepositions that may lead to a charge: of the verb, of "guilty", of the punishment ("to ten years for")."""
    found = []
    for child in children(verb):
        if child.dep_ == "prep":
            found.append(child)
            if child.lower_ in ("to", "for"):
                found += [p for t in children(child) if t.dep_ == "pobj" for p in children(t) if p.dep_ == "prep"]
        elif child.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in cues("attribution")["accusing"]:
            found += [p for p in children(child) if p.dep_ == "prep" and p.lower_ == "of"]
        elif child.lower_ in words("duty", "found") or (
            child.dep_ == "dobj" and serves_time(verb)
        ):  # "serving a term | for"
            found += [p for p in children(child) if p.dep_ == "prep"]
    return found


def _contrast(verb: Token, reached: list[Reached], arguments: Arguments) -> Iterator[Statement]:
    """Contrast: "unlike A, B has not" says that A has. Only where the clause itself is negated."""
    if not any(c.dep_ == "neg" for c in children(verb)):
        return
    for token in objects_of_preposition(verb, ("unlike",)):
        others = [a for each in conjuncts(token) for a in arguments.of(each)]
        names = {a.actor for a in others}
        for source in others:
            for statement in pair_up(verb, source, reached, "contrast"):
                if statement.target.actor not in names and statement.target.form != "pronoun":
                    yield replace(statement, factuality="asserted")


def _with_whom(
    verb: Token, subject: list[Token], state: tuple[Token, ...], fronted: list[Token], arguments: Arguments
) -> Iterator[Statement]:
    """With whom somebody is what a phrase says, where that stands in front: "Chad, with which Mali is at odds"."""
    apart = [((*state, p), t) for p in fronted for t in children(p) if t.dep_ == "pobj"]
    reached = [(a, chain) for chain, t in apart for a in arguments.of(t)]
    said = " ".join(("be", *(t.lower_ for t in state), "with"))
    for source in (a for t in subject for a in arguments.of(t)) if reached else ():
        found = (s for s in pair_up(verb, source, reached, "copular") if s.sense.rule.startswith("be "))
        yield from (replace(s, predicate=said) for s in found)


def _are_both(verb: Token, subject: list[Token], state: tuple[Token, ...], arguments: Arguments) -> Iterator[Statement]:
    """What several are with each other: "are at odds", "were in talks"."""
    members = [a for t in subject for a in arguments.of(t, products=False)]
    read = sense(verb, ()) if len({a.actor for a in members}) > 1 else None
    if read is not None and read.symmetric and read.rule.startswith("be "):
        yield from both_ways(verb, members, read, state, "copular")


def _hung_on_others(predicate: Token) -> list[Token]:
    """Ties that the parser joins to something in front: "a hero of the wars against Chad and | an ally of Mali"."""
    low = (t for t in predicate.subtree if t.dep_ == "conj" and t not in predicate.conjuncts)
    return [t for t in low if t.lemma_ in words("reciprocal", "others") and any(c.tag_ == "DT" for c in children(t))]


def _behind(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Who is behind a deed has done it: "Russia was behind the hack of", "is responsible for the attack on"."""
    holders = [c for c in children(verb) if c.dep_ == "acomp" and c.lower_ == "responsible"]
    deeds = objects_of_preposition(verb, ("behind",))
    deeds += [t for holder in holders for t in objects_of_preposition(holder, ("for",))]
    for deed in (each for token in deeds for each in conjuncts(token)):
        read = sense(deed, ())
        if read is None or read.polarity != "hostile":
            continue
        reached = below_prepositions(deed, arguments)
        for source in (a for t in subjects(verb) for a in arguments.of(t, products=False)) if reached else ():
            for statement in pair_up(deed, source, reached, "behind"):
                yield replace(statement, factuality=factuality(verb))


def _described(verb: Token, subject: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """Who is told behind what they are to others: "Chad's main ally is Mali", "its suppliers include Togo"."""
    told = [t for c in children(verb) if c.dep_ in ("attr", "dobj") for t in conjuncts(c)]
    sources = [a for t in told for a in arguments.directly(t) if a.form in ("name", "metonym")]
    fronted = [t for t in objects_of_preposition(verb, ("among",)) if t.i < verb.i]
    for noun in (*subject, *fronted) if sources else ():
        if noun.pos_ != "NOUN" or arguments.named(noun):
            continue
        somebody = noun.lemma_ in any_of(words("reciprocal", "others"), actor_words("generic", "people"))
        reached = below_noun(noun, arguments)
        for source in sources:
            found = pair_up(noun, source, reached, "copular")
            yield from (s for s in found if s.sense.kind == "structural" or (somebody and s.sense.known))


def _copular(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Copulas: in "X is an ally of Y", "X is hostile to Y" the noun or adjective carries the sense."""
    there_is = any(c.dep_ == "expl" and c.lower_ == "there" for c in children(verb))
    subject = [] if there_is else subjects(verb)
    yield from _described(verb, subject, arguments)
    for child in children(verb):
        if child.dep_ == "prep":  # "is at war with", "is in contact with"
            there = [r for r in through_preposition(child, (), arguments) if len(r[1]) > 2]
            for source in (a for t in subject for a in arguments.of(t)) if there else ():
                yield from (s for s in pair_up(verb, source, there, "copular") if s.sense.rule.startswith("be "))
            if not there:
                state = (child, *(t for t in children(child) if t.dep_ == "pobj"))
                yield from _are_both(verb, subject, state, arguments)  # "Chad and Niger are at war"
                fronted = [c for c in children(verb) if c.lower_ == "with" and c.i < verb.i and c != child]
                yield from _with_whom(verb, subject, state, fronted, arguments) if fronted else ()
        # "is among the allies of"
        among = [t for t in children(child) if t.tag_ == "NNS"] if child.lower_ == "among" else []
        if child.lower_ == "one" and child.dep_ == "attr":  # "is one of the allies of"
            among = [t for t in objects_of_preposition(child, ("of",)) if t.tag_ == "NNS"]
        if child.dep_ not in ("attr", "acomp") and not among:
            continue
        for predicate in among or (*conjuncts(child), *_hung_on_others(child)):
            if arguments.named(predicate):
                continue
            reached = below_noun(predicate, arguments)
            if any(t.lower_ in _DUMMIES for t in subject) and any(c.dep_ == "poss" for c in children(predicate)):
                continue  # "it will be his first visit to Chad" is his visit
            for token in subject:
                for source in arguments.of(token):
                    yield from pair_up(predicate, source, reached, "copular")
            elsewhere = all(chain and chain[0].lower_ in ("in", "over", "on") for _, chain in reached)
            read = sense(predicate, ()) if elsewhere else None  # "have long been rivals in the Aegean"
            if read is not None and read.symmetric:
                members = [a for t in subject for a in arguments.of(t, products=False)]
                yield from both_ways(predicate, members, read, (), "copular")
