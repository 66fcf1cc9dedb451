"""Who does what to whom in a noun: "Russia's invasion of Ukraine", "talks between A and B"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.relations import sense
from graph.extraction.senses.changes import change_of
from graph.extraction.senses.lexicon import Entry, lexicon
from graph.extraction.senses.modality import first_conjunct
from graph.extraction.senses.surroundings import covers
from graph.extraction.statements.aims import agents_of, aimed_at, charged, convicted, drawn
from graph.extraction.statements.between import between, each_other
from graph.extraction.statements.circumstances import circumstances, undergone_relation
from graph.extraction.statements.sides import critic, follower, stance
from graph.extraction.statements.statements import Statement, ends_of, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.complements import hung_low
from graph.extraction.syntax.misplaced import described_so, misplaced_subject
from graph.extraction.syntax.nationals import hyphened
from graph.extraction.syntax.phrases import conjuncts, named_before, objects_of_preposition
from graph.extraction.syntax.reach import Reached, below_noun, below_prepositions, through_preposition
from graph.extraction.syntax.subjects import objects, subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words
from graph.links import RELATIONS, LinkKind

_AIMED = ("against", "for", "of", "on", "to", "toward", "towards")
_ASKED = Sense("REQUEST", "neutral", "speech", rule="answered request")
_WARNED = Sense("THREATEN", "hostile", "speech", rule="answered warning")
_OFFERED = Sense("AGREE", "cooperative", "event", rule="answered offer")
_ALLIED = Sense("ALLIANCE", "cooperative", "structural", rule="allied")
_LINKED = Sense("OTHER", "neutral", "structural", rule="linked")
_STATES = frozenset({"involvement", "presence"})  # what somebody has, not is: "Chad, | its first involvement in"
# Whatever one does under these: "closed the mine under pressure from".
_BEARABLE = frozenset({"REQUEST", "ROLE", "THREATEN"})


def of_noun(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Every statement whose predicate is this noun (or the participle or adjective that serves as one)."""
    if noun.tag_ == "VBN" and noun.dep_ == "amod":
        yield from _backed(noun, arguments)
        return
    if noun.pos_ == "VERB" and not (noun.tag_ == "VBG" and _is_thing(noun)):
        return
    if noun.pos_ == "ADJ" and noun.dep_ in ("amod", "acl") and noun.i > noun.head.i:
        yield from _postposed(noun, arguments)
    if noun.pos_ == "ADJ" and noun.dep_ not in ("appos", "acl"):
        return
    yield from _stationed(noun, arguments)
    if arguments.named(noun):
        return
    yield from critic(noun, arguments)
    yield from follower(noun, arguments)
    yield from _apposition(noun, arguments)
    yield from _possessed(noun, arguments)
    yield from between(noun, arguments)
    yield from _undergone(noun, arguments)
    yield from aimed_at(noun, arguments)
    yield from charged(noun, arguments)
    yield from convicted(noun, arguments)
    yield from drawn(noun, arguments)
    yield from _answered(noun, arguments)
    yield from circumstances(noun, arguments)
    yield from stance(noun, arguments)


def _is_thing(gerund: Token) -> bool:
    """Whether a gerund stands as a noun does: "three weeks after fighting between Chad and Niger"."""
    if gerund.dep_ == "pcomp":
        return any(c.lower_ == "between" for c in children(gerund))
    return gerund.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "compound")


def _apposition(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Lasting ties in apposition: "Chad, a close French ally", "Eritrea's sworn enemy, Ethiopia"."""
    several = noun.tag_ in ("NNS", "NNPS")
    others = [noun.head] if noun.dep_ == "appos" and not _is_subject(noun) else []
    if (before := named_before(noun) or described_so(noun)) is not None:
        others = [before]
    if noun.dep_ == "conj" and noun.head.dep_ == "appos" and noun.head.pos_ == "NOUN":  # "its chairman and a friend of"
        others = [noun.head.head]
    if several and others and noun.dep_ == "appos":  # "Hamas and Fatah, old rivals of Oslo"
        others = [t for t in conjuncts(first_conjunct(noun.head)) if t.i < noun.i]
    one = noun.head.head if noun.head.lower_ == "of" and noun.head.head.lower_ == "one" else None
    if one is not None and one.dep_ == "appos":  # "Lima, one of the mayor's allies"
        others = [one.head]
    elif one is not None and one.dep_ == "conj" and one.head.dep_ == "appos":
        others = [one.head.head]
    start = noun.left_edge if noun.left_edge.text != "," else noun.left_edge.nbor()
    if noun.dep_ in ("advcl", "npadvmod") and start.i > 1 and start.nbor(-1).text == ",":
        others = [start.nbor(-2)]  # "met Ana Lima, once an ally of"
    beside = [c for c in children(noun) if c.dep_ == "appos"]
    if several and any(c.lower_ in ("to", "with") for c in children(noun)):  # "the road links | Chad to Niger"
        beside = [c for c in beside if c.left_edge.i > noun.i + 1 or len(conjuncts(c)) > 1]
    others += [t for c in beside for t in conjuncts(c)] if several else beside
    others = others or _right_behind(noun, arguments)
    if not others:
        return
    reached = below_noun(noun, arguments)
    if any(c.tag_ == "PRP$" for c in children(noun)) or noun.lemma_ in words("reciprocal", "joint"):
        # "his British counterpart Ana Lima" is his, and "Amal, a Lebanese alliance" is no ally of Lebanon
        reached = [(a, chain) for a, chain in reached if a.form != "demonym"]
    for source in (a for other in others for a in arguments.at(other)):
        # "Nordvik, the Swedish rival," is from Sweden
        told = reached if arguments.is_political(source) else [r for r in reached if r[0].form != "demonym"]
        for statement in pair_up(noun, source, told, "apposition"):
            tie = statement.sense.kind == "structural" and statement.sense.rule.partition(" ")[0] not in _STATES
            if tie or noun.lemma_ in words("reciprocal", "critics"):
                yield statement


def _is_subject(noun: Token) -> bool:
    """Whether the parser only makes an apposition of who does something: "in Lima, a city, | an alliance of won"."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and misplaced_subject(verb) == noun


def _right_behind(noun: Token, arguments: Arguments) -> list[Token]:
    """The name behind what its bearer is to another, which the parser hangs elsewhere: "Arcon's rival | Nordex"."""
    if noun.lemma_ not in words("reciprocal", "others") or not any(c.dep_ == "poss" for c in children(noun)):
        return []
    behind = noun.doc[noun.i + 1 : noun.i + 2]
    heads = [t for name in behind for t in (name, *name.ancestors)]
    named = (
        t for t in heads if any(a.start == noun.i + 1 and a.form == "name" for a in arguments.by_head.get(t.i, ()))
    )
    return [*named][:1]


def _postposed(adjective: Token, arguments: Arguments) -> Iterator[Statement]:
    """Adjectives behind their noun, or what a name is: "fighters loyal to Chad", "Radio Four, a station loyal to"."""
    reached = below_prepositions(adjective, arguments)
    noun = adjective.head
    called = noun.dep_ == "appos" and not arguments.named(noun)
    for source in arguments.of(noun.head if called else noun, products=False) if reached else ():
        if called and source.place and adjective.lower_ == "close":
            continue  # "Tigray, a region close to Eritrea"
        yield from pair_up(adjective, source, reached, "adjective")


def _possessed(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Deeds with a doer: "Russia's invasion of Ukraine", "the Kenyan strike on Jilib", "an attack by A on B"."""
    if not children(noun) and noun.dep_ not in ("conj", "dobj"):
        return  # nothing tells whose it is
    before = [(a, token) for a, token in arguments.attributes(noun) if token.i < noun.i]
    there = _travelled_to(noun, before)
    doers = [a for a, _ in before if a not in there]
    leading = [a for c in children(noun) if c.dep_ == "amod" for a in _leading(c, arguments)]
    doers += leading
    if noun.dep_ == "dobj" and noun.head.pos_ == "ADJ" and any(c.lemma_ == "have" for c in children(noun.head)):
        doers += [a for t in subjects(noun.head) for a in arguments.of(t)]  # "Chad | has close | ties with Mali"
    agents = [
        a for t in agents_of(noun, arguments) for each in conjuncts(t) for a in arguments.of(each, products=False)
    ]
    reached = [*((a, ()) for a in there), *below_prepositions(noun, arguments)]
    undergone = [a for a, token in before if token.dep_ == "poss"]
    if agents and undergone and not reached:  # "Berg's arrest by the police"
        doers, reached = agents, [(a, ()) for a in undergone]
    else:
        doers += agents
    own = any(c.lower_ == "of" for c in children(noun))
    low = [] if own else [c for t in agents_of(noun, arguments) for c in children(t) if c.lower_ == "of"]
    low += _hung_high(noun) if doers else []
    for preposition in (*hung_low(noun, ("against", "on", "upon"), arguments.by_head), *low):
        reached += through_preposition(preposition, (), arguments)
    if not doers:
        doers, reached = _owned(noun, [*reached, *_beyond(noun, arguments)])
    if not doers:
        return
    changed = change_of(noun)
    told = (
        changed and noun.dep_ == "dobj" and any(sense(noun.head, (noun, c)) for c in children(noun) if c.dep_ == "prep")
    )
    acting = {a.actor for t in subjects(noun.head) for a in arguments.of(t)} if told else ()
    for source in doers:
        if source.form == "pronoun" and source.actor in acting:
            continue  # "the bank cut its ties with Arcon": the verb says it
        for statement in pair_up(noun, source, reached, "nominal"):
            sent = statement.sense.kind == "event" and noun.lemma_ in words("stand_ins", "messengers")
            office = statement.sense.kind == "role" and noun.lemma_ != "membership"
            if office or sent:
                continue  # whose expert it is is not who is the expert; Chad's envoy to Geneva calls on nobody
            if noun.lemma_ in ("border", "frontier") and statement.sense.rule.startswith(noun.lemma_):
                statement = replace(statement, sense=replace(statement.sense, symmetric=True))
            yield replace(statement, sense=changed) if changed and statement.sense.symmetric else statement
    if noun.lemma_ in words("reciprocal", "others"):
        return
    if noun.tag_ == "NNS" and noun.lemma_ == "war":
        return  # "the Syria and Yemen wars" are fought in each
    doers = [a for a in doers if a.form != "generic" or arguments.doc[a.end - 1].dep_ != "compound"]
    doers = [a for a in doers if a not in leading]  # who sponsors talks of others holds none with them
    if not any(chain and chain[-1].lower_ in ("with", "between") for _, chain in reached):
        yield from each_other(noun, doers, (), "reciprocal noun")


def _hung_high(noun: Token) -> list[Token]:
    """The preposition of a deed that the parser hangs on the verb: "condemned Chad's offensive | against Niger".

    What the verb itself may be followed by is the verb's: "sent Chad's letter to Niger".
    """
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB":
        return []
    behind = [c for c in children(verb) if c.dep_ in ("dative", "prep") and c.i == noun.right_edge.i + 1]
    own = lexicon().entries("nouns", noun.lemma_.lower())
    others = [entry for entry in lexicon().entries("verbs", verb.lemma_) if not entry.words]
    return [p for p in behind if _leads(own, p) and not _leads(others, p)]


def _leads(entries: Iterable[Entry], preposition: Token) -> bool:
    return any(covers(entry, preposition.lower_) for entry in entries)


def _travelled_to(noun: Token, before: list[tuple[Argument, Token]]) -> list[Argument]:
    """The place before a journey that is somebody's: "Berg's Lusaka visit"."""
    if noun.lemma_ not in words("circumstances", "travels") or not any(t.dep_ == "poss" for _, t in before):
        return []
    return [a for a, token in before if token.dep_ in ("compound", "nmod") and a.place]


def _leading(participle: Token, arguments: Arguments) -> list[Argument]:
    """Who leads or backs an event: "the US-led invasion of Iraq"."""
    if participle.tag_ != "VBN" or participle.lower_ not in words("backing", "leading"):
        return []
    return _hyphened_to(participle, arguments)


def _hyphened_to(participle: Token, arguments: Arguments) -> list[Argument]:
    """The actors that a participle is compounded with: "Iran" in "Iranian-backed"."""
    before = (*children(participle), *hyphened(participle))
    return [a for token in before for a in arguments.by_head.get(token.i, ())]


def _owned(noun: Token, reached: list[Reached]) -> tuple[list[Argument], list[Reached]]:
    """Who behind one preposition does something to somebody behind another.

    "The visit of Omar Sy to Peru", "deliveries of rifles from Norway to Chad", "criticism from Oslo of Lima".
    """
    for way, list_ in (("from", "sent"), ("of", "owned")):
        listed = noun.lemma_.lower() in words("circumstances", list_)
        owners = [a for a, chain in reached if len(chain) == 1 and chain[0].lower_ == way]
        others = [(a, chain) for a, chain in reached if chain and chain[0].lower_ != way]
        if not listed:  # "the actions of police against farmers"
            others = [(a, chain) for a, chain in others if chain[0].lower_ == "against" and way == "of"]
        if owners and others:
            return owners, others
    return [], reached


def _beyond(noun: Token, arguments: Arguments) -> Iterator[Reached]:
    """Whom it is sent to or meant for, where the parser hangs that on the sender: "criticism from Oslo | of Lima"."""
    if noun.lemma_.lower() not in words("circumstances", "sent"):
        return
    for thing in objects_of_preposition(noun, ("of",)):  # "deliveries of tanks | from Oslo | to Lima"
        for preposition in (c for c in children(thing) if c.dep_ == "prep" and c.lower_ in ("from", "to")):
            yield from through_preposition(preposition, (), arguments)
    for origin in (c for c in children(noun) if c.dep_ == "prep" and c.lower_ == "from"):
        low = [c for c in children(origin) if c.dep_ == "prep"]
        senders = [c for c in children(origin) if c.dep_ == "pobj" and arguments.named(c)]
        low += [p for c in senders for p in children(c) if p.dep_ == "prep" and p.lower_ in _AIMED]
        for preposition in low:
            yield from through_preposition(preposition, (), arguments)


def _undergone(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """What somebody lives under or is held in: "under the protection of Chad", "in Kenyan custody"."""
    relation = undergone_relation(noun)
    if relation is None:
        return
    doers = [a for a, token in arguments.attributes(noun) if token.i < noun.i]
    behind = objects_of_preposition(noun, ("of", "by", "from"))
    if not doers and not behind and noun.head.head.lemma_ == "be":  # "is under fire | from unions"
        behind = [t for t in objects_of_preposition(noun.head.head, ("by", "from")) if t.i > noun.i]
    for token in behind:
        doers += [a for each in conjuncts(token) for a in arguments.of(each, products=False)]
    kind: LinkKind = "role" if relation == "ROLE" else "event"
    read = Sense(relation, RELATIONS[relation].polarity, kind, rule=f"{noun.head.lower_} {noun.lemma_} of")
    verb = _clause_over(noun.head.head)
    held = [verb] if verb.pos_ in ("NOUN", "PROPN") else []
    if verb.lemma_ in words("undergone", "holding"):
        held = objects(verb)
        if relation in _BEARABLE and any(a.place for t in held for a in arguments.at(t)):
            held = subjects(verb)  # "left Bamako under pressure from the junta"
    elif verb.lemma_ in words("undergone", "being") or (verb.pos_ == "VERB" and relation in _BEARABLE):
        held = subjects(verb)
    for ends in ends_of(doers, (a for token in held for a in arguments.of(token, products=False))):
        yield Statement(noun, *ends, read, (), "undergone", predicate=f"{noun.lemma_} of")


def _clause_over(word: Token) -> Token:
    """The verb over an adverbial noun: "is" in "is in hiding under the protection of"."""
    adverbial = word.dep_ in ("pobj", "pcomp") and word.lower_ in ("hiding", "exile", "jail", "prison", "hospital")
    return word.head.head if adverbial else word


def _answered(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Requests with an answer: who "complied with Togo's request" was asked by Togo."""
    read = _put_to(noun)
    if read is None or noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_ not in words("answered", "verbs"):
        return
    others = [t for t in verb.subtree if t.lower_ == "for" and noun.i < t.i]
    if any(t.dep_ == "mark" or any(c.dep_ == "acl" for o in children(t) for c in children(o)) for t in others):
        return  # "rejected a call from Ana Lima for his party to disarm": it is the party that is asked
    answering = [t for a in objects_of_preposition(verb, ("by",)) for t in conjuncts(a)]
    asked = [a for t in (answering if is_passive(verb) else subjects(verb)) for a in arguments.of(t, products=False)]
    for ends in ends_of(arguments.owners(noun), asked) if asked else ():
        yield Statement(noun, *ends, read, (), "answered", factuality="asserted")


def _put_to(noun: Token) -> Sense | None:
    """What somebody has done who put this to others; None for an offer that tells to whom it was made."""
    if noun.lemma_ in words("answered", "offers"):
        tried = noun.lemma_ == "bid" and any(c.dep_ == "acl" for c in children(noun))  # "a bid to join the union"
        return None if tried or any(c.lower_ == "to" for c in children(noun)) else _OFFERED
    if noun.lemma_ in words("answered", "warnings"):
        return _WARNED
    return _ASKED if noun.lemma_ in words("answered", "nouns") else None


def _backed(participle: Token, arguments: Arguments) -> Iterator[Statement]:
    """Backing in an adjective: "Iranian-backed rebels", "NATO-trained troops"."""
    tie = _tie(participle)
    backing = participle.lower_ in words("backing", "participles")
    read = tie or (sense(participle, ()) if backing else None)
    if read is None:
        return
    described = [a for t in _described(participle.head) for a in arguments.at(t) if a.form != "generic"]
    if participle.lower_ == "trained":  # a "Cuban-trained engineer" went to school there
        described = [a for a in described if not arguments.is_person(a)]
    for ends in ends_of(_hyphened_to(participle, arguments), described or arguments.directly(participle.head)):
        yield Statement(participle, *(ends[::-1] if tie else ends), read, (), "backing")


def _tie(participle: Token) -> Sense | None:
    """What ties a noun to the name in front of a participle: "Syrian-linked hackers", "Syrian-aligned militias"."""
    if participle.lower_ in words("ties", "allied"):
        return _ALLIED
    return _LINKED if participle.lower_ in words("ties", "linked") else None


def _described(noun: Token) -> list[Token]:
    """Whom a noun says the kind of: "Amal, a Syrian-backed militia", "is one of the Syrian-backed militias"."""
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    kind = one if one.lower_ == "one" else noun
    above = kind.head
    if kind.dep_ == "appos":
        return [above]
    if kind.dep_ == "attr" and above.lemma_ == "be" and not any(c.dep_ == "neg" for c in children(above)):
        return [t for subject in subjects(above) for t in conjuncts(subject)]
    twins = (c for c in children(above) if c.dep_ == "nsubj" and c.left_edge.i == noun.i + 1)
    return list(twins) if noun.dep_ == "nsubj" else []  # "the Syrian-backed militia | Amal": the parser's two subjects


def _stationed(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Forces abroad: "Turkish troops in Syria", the one thing whose being in a place is a link."""
    if noun.lemma_.lower() not in words("forces", "nouns"):
        return
    read = Sense("OTHER", "neutral", "structural", rule="forces in")
    verb = noun.head
    there = objects_of_preposition(noun, ("in",))
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in words("forces", "being"):  # "the presence of troops | in Chad"
        there += objects_of_preposition(noun.head.head, ("in",))
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in words("forces", "verbs"):
        there += objects_of_preposition(verb, ("in",))
    for source in arguments.at(noun) if there else ():
        whence = [a.actor for t in objects_of_preposition(noun, ("from",)) for a in arguments.at(t) if a.place]
        home = arguments.country(source) or next(iter(whence), None)
        if home is None and source.form == "generic":
            continue  # they may be at home there
        places = (a for t in there for a in arguments.of(t, products=False) if a.place)  # "in parts of Chad"
        for ends in ends_of([source], (a for a in places if a.actor != home)):
            yield Statement(noun, *ends, read, (), "forces", predicate=f"{noun.lower_} in")
