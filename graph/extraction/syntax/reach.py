"""Which actors does a predicate reach, and through which words?

A target is reached along objects, prepositions, and nouns that hang on them. The words in between
(the chain) decide with the head what is said: the lexicon reads them, not this module.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.senses.lexicon import word_classes
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.complements import ends_clause, hung_low, said_of, small_clause, suffering_too
from graph.extraction.syntax.gaps import OBJECTS, denies, gapped, is_finite_clause, is_infinitive, may_be_gapped
from graph.extraction.syntax.held_things import (
    is_judged,
    is_owned_by_nation,
    is_shared,
    placed,
    says_who_calls,
    side_of,
    tells_making,
)
from graph.extraction.syntax.misplaced import charge_above, turned_round
from graph.extraction.syntax.phrases import (
    appositions,
    conjuncts,
    is_after_somebody,
    is_complex,
    is_on_trip,
    joined_prepositions,
    named_before,
    object_without_verb,
    objects_of_preposition,
)
from graph.extraction.syntax.recipients import taken_for_owner
from graph.extraction.syntax.relative_clauses import RELATIVE, conjuncts_upward, relative_of, told_by_others
from graph.extraction.syntax.sent import is_instrument, ways
from graph.extraction.syntax.subjects import is_told, subjects
from graph.extraction.syntax.voice import is_had_done, is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

Chain = tuple[Token, ...]
Reached = tuple[Argument, Chain]

_LONGEST = 6  # nouns and prepositions between a predicate and its target


def below_verb(verb: Token, arguments: Arguments) -> list[Reached]:
    """The actors below a verb, each with the words between; a passive reaches its subject."""
    passive = is_passive(verb)
    found: list[Reached] = []
    if passive and (patient := turned_round(verb)) is not None:
        found += through_noun(patient, (), arguments)
    for child in children(verb):
        if is_instrument(child, verb, arguments) or _is_agent_above(child, verb):
            continue
        if passive and (child.dep_ == "nsubjpass" or (child.dep_ == "nsubj" and is_had_done(verb))):
            for token in subjects(verb):
                found += through_noun(token, (), arguments, spread=False)
        elif child.dep_ in OBJECTS and (_is_called(child, verb) or ends_clause(child, verb) or named_before(child)):
            continue
        elif (recipient := taken_for_owner(child, verb)) is not None and arguments.named(recipient):
            found += [(argument, ()) for argument in arguments.by_head[recipient.i]]
        elif child.dep_ in OBJECTS:
            if child.pos_ == "ADP":  # "gave weapons to Chad" with a dative preposition
                found += through_preposition(child, (), arguments)
            else:
                found += through_noun(child, (), arguments)
        elif child.dep_ == "prep" and child.lower_ == "before" and verb.lemma_ in words("reach", "before"):
            found += [r for t in children(child) if t.dep_ == "pobj" for r in through_noun(t, (child,), arguments)]
        elif passive and child.lower_ == "by":
            found += [r for low in _low_targets(child, arguments) for r in through_preposition(low, (), arguments)]
        elif child.dep_ in ("prep", "agent", "prt") or (child.dep_ == "conj" and child.pos_ == "ADP"):
            found += through_preposition(child, (), arguments)
        elif child.dep_ in ("npadvmod", "conj", "dep") and _is_object(child, verb, arguments):
            found += through_noun(child, (), arguments)
        elif child.dep_ == "advmod" and child.lower_ in ("back", "away", "out"):  # "pushed | back against Chad"
            for inner in children(child):
                if inner.dep_ == "prep":
                    found += through_preposition(inner, (), arguments)
        elif (described := said_of(child)) is not None:  # "target | fleeing civilians"
            found += through_noun(described, (), arguments)
        elif (judged := small_clause(child)) is not None:
            relative = judged.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"  # "which they called heartless"
            found += through_noun(verb.head if relative else judged, (), arguments, spread=not relative)
        elif child.dep_ == "ccomp" and child.pos_ == "ADJ" and child.i == verb.i + 1:  # "let | free Ana Lima"
            for freed in (c for c in children(child) if c.dep_ == "dobj"):
                found += through_noun(freed, (), arguments)
        elif child.dep_ in ("xcomp", "ccomp") and (is_infinitive(child) or verb.lemma_ == "let"):
            # "urged Iran to stop": the parser gives the addressee to the infinitive.
            for inner in children(child):
                if inner.dep_ in ("nsubj", "nsubjpass") and inner.i < child.i:
                    found += through_noun(inner, _left_bare(verb, inner), arguments)
    # "Accused Chad of arming | rebels"
    if verb.dep_ == "amod" or (verb.dep_ == "compound" and charge_above(verb) is not None):
        armed = verb.head.head if verb.head.dep_ == "compound" else verb.head
        found += through_noun(armed, (), arguments)
    found += _taken_up_with(verb, arguments)
    found += [each for beside in suffering_too(verb) for each in through_noun(beside, (), arguments)]
    found = [*_sent_somewhere(verb, arguments, passive), *found, *_antecedent(verb, arguments, passive)]
    return _without_origin(verb, found)


def _is_agent_above(way: Token, verb: Token) -> bool:
    """Whether a "by" tells who does what the gerund hangs on: "was barred from standing | by the court"."""
    hung = way.lower_ == "by" and verb.dep_ == "pcomp" and verb.head.lower_ in ("from", "as")
    return hung and is_passive(verb.head.head) and not objects_of_preposition(verb.head.head, ("by",))


def _low_targets(agent: Token, arguments: Arguments) -> list[Token]:
    """The prepositions of a passive that the parser hangs on its agent: "a suit filed by Chad | against Niger"."""
    doers = (t for t in children(agent) if t.dep_ == "pobj" and arguments.at(t))
    return [p for t in doers for p in children(t) if p.dep_ == "prep" and p.lower_ in ("against", "on", "upon", "to")]


def _taken_up_with(verb: Token, arguments: Arguments) -> Iterator[Reached]:
    """With whom a matter is taken up, where the parser hangs it on the matter: "raised the case of a monk | with"."""
    if verb.lemma_ not in words("reach", "taking_up"):
        return
    for matter in (c for c in children(verb) if c.dep_ == "dobj" and not word_classes()["relations"] & {c.lemma_}):
        for low in (t for t in matter.subtree if t.lower_ == "with" and t.head.dep_ == "pobj"):
            yield from through_preposition(low, (), arguments)


def _left_bare(verb: Token, addressee: Token) -> Chain:
    """The preposition that the parser leaves without what follows it: "called | on | Peru to stop"."""
    before = addressee.left_edge.i - 1
    return tuple(c for c in children(verb) if c.dep_ == "prep" and c.i == before and not any(children(c)))


def _is_object(noun: Token, verb: Token, arguments: Arguments) -> bool:
    """Whether a name behind a verb is its object, though the parser makes it an adverbial or a clause.

    Right behind the verb ("attacked | Niger") or in a list ("beat Peru 2-1, | Chile 3-0", "Peru but also | Chile").
    """
    if noun.pos_ != "PROPN" or is_passive(verb) or object_without_verb(noun) is not None or not arguments.at(noun):
        return False
    held = [c for c in children(verb) if c.dep_ in OBJECTS]
    if not held:
        return noun.left_edge.i == verb.i + 1
    if noun.i < held[0].i:
        return False
    first = next((t for t in noun.subtree if t.pos_ != "ADV"), noun)
    before = first.nbor(-1)
    listed = before.lower_ in (",", "and") or (noun.dep_ != "npadvmod" and before.pos_ == "ADV")
    return listed and held[0].pos_ == "PROPN" and arguments.named(held[0]) and _is_alike(held[0], noun)


def _is_alike(first: Token, second: Token) -> bool:
    """Whether two names may stand in one list: both are of persons, or neither is."""
    return (first.ent_type_ == "PERSON") == (second.ent_type_ == "PERSON")


def _is_called(noun: Token, verb: Token) -> bool:
    """Whether a noun is only what somebody is called: "branded the party a sponsor of terror"."""
    if verb.lemma_ not in words("small_clauses", "verbs") or noun.pos_ != "NOUN":
        return False
    before = [c for c in children(verb) if c.i < noun.i]
    called = any(c.dep_ in ("dobj", "dative", "nsubjpass") or c.lower_ == "whom" for c in before)
    return noun.dep_ in ("oprd", "dobj") and called


def _without_origin(verb: Token, found: list[Reached]) -> list[Reached]:
    """Without those that what is sent only comes from or belongs to: "returned Mayan artifacts to Guatemala"."""
    sent = verb.lemma_ in words("transfer", "verbs")
    if not sent or not any(chain and chain[-1].lower_ in ("to", "into") for _, chain in found):
        return found
    return [
        (argument, chain)
        for argument, chain in found
        if (not chain and not argument.place) or (chain and (chain[-1].pos_ == "ADP" or chain[0].dep_ not in OBJECTS))
    ]


def below_noun(noun: Token, arguments: Arguments) -> list[Reached]:
    """The actors below a predicate noun or adjective: its owners and its prepositional phrases."""
    found: list[Reached] = [(argument, ()) for argument, _ in arguments.attributes(noun)]
    return found + _without_place(noun, below_prepositions(noun, arguments))


def _without_place(noun: Token, found: list[Reached]) -> list[Reached]:
    """The actors below a noun without where somebody is somebody's: "the closest ally of Putin | in the EU"."""
    owned = any(c.dep_ == "poss" for c in children(noun))
    owned |= any(chain and chain[0].lower_ == "of" for _, chain in found)
    if not owned or noun.lemma_ not in words("reciprocal", "others"):
        return found
    return [(a, chain) for a, chain in found if not chain or chain[0].lower_ != "in"]


def below_prepositions(noun: Token, arguments: Arguments) -> list[Reached]:
    """The actors that stand after a noun's own prepositions; "by" names its doer, not its target."""
    found: list[Reached] = []
    for child in children(noun):
        if child.dep_ == "prep" and child.lower_ not in ("by", "under") and not says_who_calls(child):
            found += [r for r in through_preposition(child, (), arguments) if not _is_own_force(noun, child, r[0])]
    return found


def _is_joint(noun: Token, named: list[Argument], arguments: Arguments) -> bool:
    """Whether what a noun names is no third party but shared with somebody: "formed a coalition with the Greens"."""
    if any(a.form != "generic" for a in named) or noun.lemma_.lower() not in words("reciprocal", "joint"):
        return False
    return any(arguments.at(partner) for partner in objects_of_preposition(noun, ("with",)))


def _is_own_force(noun: Token, preposition: Token, reached: Argument) -> bool:
    """Whether these are what the noun says is moved, not from or to whom: "its withdrawal of troops from Iraq"."""
    moved = noun.lemma_.lower() in words("transfer", "nouns") and preposition.lower_ == "of"
    return (
        moved
        and reached.form == "generic"
        and preposition.doc[reached.end - 1].lemma_ in words("transfer", "instruments")
    )


def through_noun(noun: Token, chain: Chain, arguments: Arguments, *, spread: bool = True) -> Iterator[Reached]:
    """The actors of a noun phrase and, where the noun is none, those that hang on it."""
    for each in conjuncts(noun) if spread else [noun]:
        each = _resumed(each, arguments)
        shared = is_shared(each)
        named = arguments.at(each) if shared else arguments.directly(each)
        if named and not _is_joint(each, named, arguments):
            yield from ((argument, chain) for argument in named)
            for told in appositions(each) if any(a.place for a in named) else ():
                if told.lemma_.lower() in words("places", "held"):  # "took Marawi, a stronghold of the Maute group"
                    yield from through_noun(told, chain, arguments, spread=False)
            continue
        if len(chain) >= _LONGEST:
            continue
        longer = (*chain, each)
        if each.lemma_.lower() in words("places", "parts"):  # "shelled villages in Sudan"
            # "An army base in Chad" is the army's.
            whose = any(a.form == "generic" for a, _ in arguments.attributes(each))
            whose |= any(c.tag_ == "PRP$" for c in children(each))  # "attacked their convoy in Chad"
            there = [] if whose else [*objects_of_preposition(each, ("in",)), *placed(each)]
            there = [t for first in there for t in (*conjuncts(first), *side_of(first))]
            yield from ((a, longer) for t in there for a in arguments.at(t) if arguments.is_land(a))
            yield from ((a, longer) for t in there for a in arguments.land_of(t))
            # "sank a boat at Chad's southern port"
            sites = [*objects_of_preposition(each, ("at",)), *placed(each, "at")]
            sites = [t for t in sites if t.lemma_.lower() in words("places", "parts")]
            yield from ((a, longer) for t in sites for a, _ in arguments.attributes(t) if arguments.is_land(a))
        nobody = (shared and not is_judged(each, chain)) or each.lemma_.lower() in words("stand_ins", "nobody")
        depicted = each.lemma_.lower() in words("adjuncts", "depictions")
        allied = each.lemma_.lower() in words("places", "partners")  # who calls on US allies does not call on the US
        owned = any(arguments.at(t) for t in objects_of_preposition(each, ("of",)))
        for argument, owner in () if nobody else arguments.attributes(each):
            if argument.place and owned and owner.dep_ != "poss":
                continue  # "the Johannesburg home of Ana Lima"
            if allied and owner.dep_ != "poss":
                continue
            if argument.form == "demonym" and each.lemma_ in words("places", "states"):
                continue  # "Communist nations" are no party
            if (argument.form != "demonym" or is_owned_by_nation(each)) and not (depicted and owner.dep_ != "poss"):
                yield argument, longer
        yield from ((argument, longer) for argument in arguments.makers(each))
        for child in (*children(each), *hung_low(each, ("by", "between"), arguments.by_head)):
            if child.dep_ in ("prep", "agent") and not (depicted and child.lower_ == "of"):
                yield from through_preposition(child, longer, arguments)
            elif child.dep_ == "acl" and child.lemma_ in ("hold", "own") and is_passive(child):  # "bases held by Ali"
                yield from ((a, longer) for t in objects_of_preposition(child, ("by",)) for a in arguments.of(t))
            elif child.dep_ == "acl" and child.lemma_ in words("places", "holding"):  # "a base hosting American troops"
                for held in (c for c in children(child) if c.dep_ == "dobj"):
                    yield from through_noun(held, longer, arguments)
            elif tells_making(child):  # "lifted the embargo (that they) imposed on Mali"
                for inner in children(child):
                    if inner.dep_ == "prep" and inner.lower_ != "by":
                        yield from through_preposition(inner, longer, arguments)


def through_preposition(preposition: Token, chain: Chain, arguments: Arguments) -> Iterator[Reached]:
    """The actors after a preposition, or after the one that follows it ("out of Syria")."""
    if preposition.lower_ in words("adjuncts", "prepositions") and not is_after_somebody(preposition):
        return
    if is_complex(preposition) or is_on_trip(preposition):
        return
    longer = (*chain, preposition)
    for child in children(preposition):
        if child.dep_ == "pobj" and not chain:
            for low in children(child):  # "passed the blame for the raid | onto Chad"
                if low.dep_ == "prep" and low.lower_ == "onto":
                    yield from through_preposition(low, (), arguments)
        if any(charge_above(c) is not None for c in children(child)):
            continue
        described = said_of(child)
        if child.dep_ == "pobj" or described is not None:
            yield from through_noun(described or child, longer, arguments)
        elif child.dep_ == "prep" and len(longer) < _LONGEST:
            yield from through_preposition(child, longer, arguments)
    for joined in joined_prepositions(preposition) if preposition.head.pos_ != "ADP" else ():
        yield from through_preposition(joined, chain, arguments)


def _sent_somewhere(verb: Token, arguments: Arguments, passive: bool) -> Iterator[Reached]:
    """Where what is sent goes, wherever in the object the parser has hung it: "sent troops ... to Mali"."""
    if verb.lemma_ not in words("transfer", "verbs", "senders"):
        return
    for child in children(verb):
        if child.dep_ != ("nsubjpass" if passive else "dobj") or child.pos_ not in ("NOUN", "PROPN"):
            continue
        if arguments.named(child):
            continue
        for preposition in ways(verb, child):
            yield from through_preposition(preposition, (child,), arguments)
        if is_instrument(child, verb, arguments):
            own = [t for t in children(child) if t.lower_ == "in"]  # "has troops in Chad"
            for token in (*children(verb), *own):
                if token.dep_ == "prep" and token.lower_ in ("to", "from", "into", "against", "in"):
                    yield from through_preposition(token, (child,), arguments)


def _antecedent(verb: Token, arguments: Arguments, passive: bool) -> Iterator[Reached]:
    """What a relative clause or participle says of the noun it hangs on."""
    if verb.lemma_ == "deny" and verb.head.lemma_ in words("control", "happenings"):
        return  # "arms the rebels, a charge Chad denies"
    if passive:
        if not any(c.dep_ == "nsubjpass" for c in children(verb)):
            for token in subjects(verb):
                yield from through_noun(token, (), arguments, spread=False)
        return
    if (noun := told_by_others(verb)) is not None:
        yield from through_noun(noun, (), arguments, spread=False)
        return
    if (verb.dep_ == "xcomp" and may_be_gapped(verb)) or verb.dep_ in ("ccomp", "pcomp"):
        yield from _gap_of_infinitive(verb, arguments)
        return
    relative = relative_of(verb)
    if relative is None or is_told(verb) or any(c.tag_ == "WRB" for c in children(verb)) or gapped(verb):
        return
    noun = relative.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "from"):
        asking = noun.head.head.lemma_ in words("control", "urging_nouns")
        if asking and any(c.lower_ == "that" for c in children(verb)):
            return  # "a demand by the rebels that the army withdraw"
    if any(t.tag_ in ("WP", "WDT") for c in children(verb) if c.dep_ == "prep" for t in children(c)):
        return  # "Chad, to which it sold arms": told behind the preposition
    fronted = [c for c in children(verb) if c.i < verb.i]  # the tagger may take a "that" for a determiner
    pronouns = [c for c in fronted if (c.dep_ == "dobj" and c.lower_ in RELATIVE) or c.lower_ == "whom"]
    own_subject = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in children(verb))
    held = [c for c in children(verb) if c.dep_ == "dobj" and c not in pronouns and not _is_called(c, verb)]
    own_object = any(c.ent_type_ != "MONEY" for c in held)  # "whom a court | fined $900"
    when = noun.lemma_ in words("partitives", "spells", "moments")  # "the second time that Chad fired on Mali"
    if not own_subject or own_object or when or any(is_finite_clause(c) for c in children(verb)):
        return
    people = noun.tag_ == "NNS" and bool(arguments.at(noun)) and not arguments.named(noun)
    of_deed = denies(verb) or (people and verb.lemma_ == "call")  # "armed rebels, which Chad called a lie"
    charge = noun.lemma_ in words("control", "happenings")  # "accused Mali of raids, a charge which Chad rejected"
    if of_deed and not charge and any(c.lower_ == "which" for c in pronouns):
        return  # "armed rebels in Mali, which Chad denied": it denied the deed
    if pronouns and noun.pos_ == "PRON":
        # "Moscow vetoes it, which Kyiv deplores": what is deplored is what Moscow does.
        for token in subjects(noun.head):
            yield from through_noun(token, (), arguments, spread=False)
        return
    for token in conjuncts_upward(noun, verb):
        yield from through_noun(token, (), arguments, spread=False)


def _gap_of_infinitive(verb: Token, arguments: Arguments) -> Iterator[Reached]:
    """What the clause over an infinitive says of the noun it hangs on, where that is the infinitive's object."""
    clause = verb.head.head if verb.dep_ == "pcomp" else verb.head
    while clause.dep_ == "xcomp":
        clause = clause.head
    own_subject = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in children(clause))
    if clause.dep_ != "relcl" or not own_subject or is_told(clause) or gapped(clause) != verb:
        return
    # "rebels whom he asked them to talk to" are not asked; "whom she is to meet on Monday" is met
    missing = (c for c in (*children(clause), *children(verb)) if c.tag_ == "WRB" or c.dep_ == "prep")
    if not any(c.tag_ == "WRB" or not any(children(c)) for c in missing):
        yield from through_noun(clause.head, (), arguments, spread=False)


def _resumed(token: Token, arguments: Arguments) -> Token:
    """The noun that an object pronoun takes up from the clause above: "severed ties, then restored them"."""
    if token.lower_ not in ("it", "them") or token.dep_ != "dobj" or arguments.at(token):
        return token
    clause = token.head
    while clause.dep_ in ("advcl", "conj", "xcomp") and clause.head.pos_ == "VERB":
        clause = clause.head
        for noun in children(clause):
            plural = noun.tag_ == "NNS"
            if noun.dep_ == "dobj" and noun.pos_ == "NOUN" and noun.i < token.i and plural == (token.lower_ == "them"):
                return token if arguments.at(noun) else noun
    return token
