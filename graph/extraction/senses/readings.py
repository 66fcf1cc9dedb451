"""What does one predicate between two given spans say, once what is over and under it is taken in?

A step is a predicate and the way from it to the target (`pairs.py` finds them). Its words are read as
for links (`relations.py`), then three things that links keep apart are folded in: what governs it
(`folding.py`), what it is done for, and who is only reported to do something.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from graph.extraction.annotations import BY_FORCE, Sense
from graph.extraction.relations import CALLED, Reading, acted_on, compose, operators, read
from graph.extraction.senses.folding import by_codebook, fold, folding_words, governors
from graph.extraction.senses.lexicon import word_classes
from graph.extraction.senses.modality import has_to
from graph.extraction.syntax.complements import takes_infinitive
from graph.extraction.tokens import children
from graph.extraction.wordlists import any_of
from graph.links import RELATIONS

_UNTYPED = frozenset(("ROLE", "OTHER"))
_OBJECTS = frozenset(("dobj", "nsubjpass", "pobj", "attr"))
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT"))
_DEEDS = frozenset(("AID", "COOPERATE", "CONCEDE", "RETREAT", "CONSULT"))
_LIGHT = frozenset(("launch", "undergo"))  # operators that leave a deed as it is


@dataclass(frozen=True, slots=True)
class Step:
    """A predicate between source and target, and the words from it down to the target.

    The target is its object, its subject (then the source says what the target should do or does), or
    they share it ("A and B signed").
    """

    head: Token
    chain: tuple[Token, ...]
    target: Token
    place: Literal["object", "subject", "shared"] = "object"


def relation_at(step: Step, source: Token) -> tuple[str, bool] | None:
    """The relation at a step, and whether its words reach the target; None where they say nothing known."""
    if step.place == "subject":
        relation = _said_of(step.head, source)
        if relation in _WORDS and _on_the_street(step.head.head):
            relation = "PROTEST"
        return (relation, True) if relation is not None else None
    together = source in step.target.conjuncts
    if together and step.head.lemma_ in folding_words("reports", "talking"):
        return fold(step.head, "CONSULT"), True
    if step.head.lemma_ in folding_words("reports", "arriving") and _keeps_peace(source, step.head):
        return fold(step.head, "AID"), True
    if together and any(c.lower_ in folding_words("reports", "jointly") for c in children(step.head)):
        return fold(step.head, "COOPERATE"), True
    if step.place == "shared" and step.head.lemma_ in folding_words("reports", "complaining"):
        return "ACCUSE", True
    reading = shared(step.head) if step.place == "shared" else _reaching(step)
    if step.target == source and (reading is None or reading.sense.rule.isalpha()):
        reading = _with_preposition(step.head) or reading
    if reading is None or (step.place == "shared" and not together and _lacks_partner(reading)):
        return None
    head, reading = _under(step.head, reading)
    said = _said_to_do(step.head, reading, together)
    relation = _by_doer(step, source, fold(head, said))
    return None if relation in _UNTYPED else (relation, reading.fits and said not in _UNTYPED)


def _said_to_do(verb: Token, reading: Reading, together: bool) -> str:
    """The relation of a reading by the codebook, with its purpose, before anything that governs it."""
    relation = _with_purpose(verb, by_codebook(reading.sense))
    if verb.lemma_ == "agree" and takes_infinitive(verb):
        return "AGREE"
    if verb.lemma_ in folding_words("apart", "offering") and relation in _DEEDS:
        return "AGREE"
    if together and relation in ("MOBILIZE", "ASSAULT", "CONSULT") and _is_joint(verb, relation):
        return "COOPERATE"
    return relation


def _called(step: Step) -> Reading | None:
    """What it says to call somebody something that no list knows: mostly nothing kind."""
    names = [c for c in children(step.head) if c.dep_ == "oprd"]
    if step.head.lemma_ not in folding_words("reports", "naming") or not names or step.target in names:
        return None
    if not any(c.dep_ == "dobj" for c in children(step.head)):
        return None
    kind = any(t.lemma_.lower() in word_classes()["praises"] for name in names for t in name.subtree)
    relation = "SUPPORT" if kind else "ACCUSE"
    return Reading(Sense(relation, RELATIONS[relation].polarity, "speech", rule=step.head.lemma_))


def _with_preposition(verb: Token) -> Reading | None:
    """What a verb says with a preposition of its own, where nobody is named behind it: "appealed for calm"."""
    for prep in children(verb):
        found = read(verb, (prep,)) if prep.dep_ == "prep" else None
        if found is not None and found.fits and found.sense.rule.startswith(f"{verb.lemma_} "):
            return found
    return None


def _by_doer(step: Step, source: Token, relation: str) -> str:
    """What a relation becomes in the hands of peacekeepers and of protesters."""
    verb = step.head
    if relation == "MOBILIZE" and for_peace(verb):
        return "AID"
    if (relation in _WORDS or relation == "COERCE") and _on_the_street(verb):
        return "PROTEST"
    protests = source != step.target and source.lemma_.lower() in folding_words("reports", "protesters")
    if relation in BY_FORCE and protests and verb.lemma_ not in folding_words("reports", "killing"):
        return "PROTEST"
    return relation


def _is_joint(verb: Token, relation: str) -> bool:
    """Whether two do it together, on one side: "staged a naval exercise", "launched a joint offensive"."""
    own = [t for noun in [*acted_on(verb), *_after(verb, "in")] for t in (noun, *children(noun))]
    return any((t.lower_ == "joint" and relation != "CONSULT") or t.lemma_ in word_classes()["drills"] for t in own)


def _reaching(step: Step) -> Reading | None:
    """What a predicate says on its way to the target; where it does not reach it, with its object rather than alone."""
    found = _on_deed(step) or read(step.head, step.chain)
    if found is None or found.sense.rule == CALLED.rule:
        found = _called(step) or found
    if step.head.pos_ == "VERB" and found is not None and not found.fits and found.sense.rule.isalpha():
        whole = shared(step.head)
        if whole is not None and "(" in whole.sense.rule and not _lacks_partner(whole):
            return replace(whole, fits=False)
    return found


def for_help(verb: Token) -> bool:
    """Whether troops are sent to help: "sent troops to Chad to train its army"; not "to help fight rebels"."""
    helping = [c for c in children(verb) if c.dep_ in ("advcl", "xcomp") and has_to(c)]
    helped = [c for c in helping if c.lemma_ in folding_words("reports", "helping")]
    return any(acted_on(c) or any(t.dep_ == "nsubj" for x in children(c) for t in children(x)) for c in helped)


def _keeps_peace(source: Token, verb: Token) -> bool:
    """Whether these come to help: "peacekeepers", "peacekeeping troops", troops that arrive for a peace mission."""
    if source.lemma_ == "peacekeeper" or any(c.lower_ == "peacekeeping" for c in children(source)):
        return True
    return for_peace(verb)


def for_peace(verb: Token) -> bool:
    """Whether a clause speaks of peacekeepers or of a peace mission."""
    named, missions = folding_words("reports", "peace"), folding_words("reports", "missions")
    for token in verb.subtree:
        above = [t for t in (token, *token.ancestors) if verb in t.ancestors]
        apart = (t for t in above if t.dep_ in ("advcl", "ccomp", "conj"))
        if any(t.lemma_ not in folding_words("reports", "serving") for t in apart):
            continue
        if token.lower_ in named or (token.lower_ == "peace" and token.head.lemma_ in missions):
            return True
    return False


def _on_the_street(verb: Token) -> bool:
    """Whether words are said in a protest: "took to the streets to denounce", "marched, demanding"."""
    if verb.dep_ not in ("advcl", "xcomp") or verb.head.pos_ != "VERB":
        return False
    outer = read(verb.head, ())
    return verb.head.lemma_ in folding_words("reports", "marching") or (
        outer is not None and outer.sense.relation == "PROTEST"
    )


def _lacks_partner(reading: Reading) -> bool:
    """Whether a verb was read without the "with" that makes it what it says: to travel is not to travel with."""
    rest = reading.sense.rule.split(" ")[1:]
    return reading.sense.symmetric and bool(rest) and all(word in word_classes()["function"] for word in rest)


def shared(verb: Token) -> Reading | None:
    """What a verb says of two that are its subject together: "met", "signed a treaty", "agreed on a truce"."""
    found = read(verb, ())
    if found is not None and (found.sense.symmetric or " " in found.sense.rule):
        return found
    apart = folding_words("apart", "circumstances")
    own = [c for c in children(verb) if c.dep_ == "prep" and c.lower_ not in apart]
    after = [t for prep in own for t in children(prep) if t.dep_ == "pobj"]
    for noun in [*acted_on(verb), *after]:
        inner = read(noun, ())
        if inner is None or inner.sense.relation in _UNTYPED:
            continue
        for operator in operators(verb, (noun.head,) if noun.head.pos_ == "ADP" else ()):
            composed = compose(operator, replace(inner, owner=operator.converse))
            if composed is not None:
                return composed
        return found or inner
    return found


def _on_deed(step: Step) -> Reading | None:
    """What is done to a target that is itself a deed of somebody: to dismiss a petition, to skip talks."""
    if step.chain or step.target.pos_ != "NOUN" or step.target.head != step.head:
        return None
    inner = read(step.target, ())
    if inner is None or inner.sense.relation in _UNTYPED:
        return None
    for operator in operators(step.head, ()):
        if operator.name in folding_words("deeds", "operators"):
            return compose(operator, replace(inner, owner=True))
    return None


def _under(verb: Token, reading: Reading) -> tuple[Token, Reading]:
    """What becomes of a clause on a noun: "rescinded the order banning Togo" bans no more."""
    noun = verb.head
    while noun.dep_ == "appos":
        noun = noun.head
    if verb.dep_ not in ("acl", "relcl") or noun.dep_ not in _OBJECTS or not reading.fits:
        return verb, reading
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    for operator in operators(governor, (noun.head,) if noun.dep_ == "pobj" else (noun,)):
        made = compose(operator, reading) if operator.name not in _LIGHT else None
        if made is not None:
            return governor, made
    return verb, reading


def _with_purpose(verb: Token, relation: str) -> str:
    """The relation with what it is done for, where that says more: called to apologise, sent a team to investigate."""
    calls = relation == "CONSULT" and verb.lemma_ in any_of(folding_words("purposes", "calling"), _senders())
    told = calls or relation == "OTHER" or (relation in ("AID", "MOBILIZE") and verb.lemma_ in _senders())
    wanted = folding_words("purposes", relation) if told else ()
    for clause in children(verb) if wanted else ():
        if clause.dep_ in ("advcl", "xcomp") and has_to(clause):
            if "SUPPORT" in wanted and any(t.lemma_ in _kindness() for t in acted_on(clause)):
                return "SUPPORT"
            said = shared(clause) or _with_preposition(clause)
            if said is not None and said.sense.relation in wanted:
                return by_codebook(said.sense)
    return "AID" if relation in folding_words("purposes", "of_aid") and giver_for(verb) is not None else relation


def _kindness() -> frozenset[str]:
    return any_of(word_classes()["condolences"], word_classes()["sorrow"])


def _senders() -> frozenset[str]:
    return word_classes()["send"]


def _granted(clause: Token) -> str | None:
    """What became of what a noun says somebody should do: "gave in to demands that Togo be admitted"."""
    noun = clause.head
    if clause.dep_ not in ("acl", "ccomp") or noun.pos_ != "NOUN" or noun.head.pos_ not in ("VERB", "ADP"):
        return None
    above, chain = (noun.head.head, (noun.head, noun)) if noun.head.pos_ == "ADP" else (noun.head, (noun,))
    found = read(above, chain)
    relation = found.sense.relation if found is not None else None
    return relation if relation in ("CONCEDE", "REJECT") else None


def _opinion(verb: Token) -> str | None:
    """What is thought of somebody who "was shameful", "is a hero"."""
    said = {t.lemma_.lower() for c in children(verb) if c.dep_ in ("acomp", "attr") for t in c.subtree}
    if any(c.dep_ == "neg" for c in children(verb)):
        return None
    if said & word_classes()["slurs"]:
        return "ACCUSE"
    return "SUPPORT" if said & word_classes()["praises"] else None


def giver_for(verb: Token) -> Token | None:
    """The verb of what is given for this: "provided blankets to support", "announced funds to fight"."""
    if verb.dep_ not in ("advcl", "acl", "xcomp") or not has_to(verb):
        return None
    giver = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    given = [*acted_on(giver), *(t for noun in acted_on(giver) for t in _after(noun, "in"))]
    aid, give = word_classes()["aid"], word_classes()["give"]
    return giver if giver.lemma_ in give and any(noun.lemma_.lower() in aid for noun in given) else None


def _after(noun: Token, preposition: str) -> Iterator[Token]:
    for prep in children(noun):
        if prep.lower_ == preposition:
            yield from children(prep)


def _said_of(verb: Token, source: Token) -> str | None:
    """What the source says of a target that is the subject of the clause: that it must, or does, something."""
    if (granted := _granted(verb)) is not None:
        return granted
    duty = folding_words("auxiliaries", "demand")
    if any(c.dep_ == "aux" and c.lower_ in duty for c in children(verb)) or "demand" in governors(verb):
        return "REQUEST"
    if verb.lemma_ in folding_words("reports", "dying"):
        return "ASSAULT"
    if source.lemma_.lower() in folding_words("reports", "critics"):
        return "ACCUSE"
    if any(c.lower_ == "welcome" and c.dep_ in ("acomp", "advmod", "intj") for c in children(verb)):
        return "REJECT" if any(c.dep_ == "neg" for c in children(verb)) else "AGREE"
    cited = source.head.head.lower_ == "according" and source.head.head.head == verb
    if cited:
        deed = read(verb, ())
        return "ACCUSE" if deed is not None and deed.sense.polarity == "hostile" else None
    if verb.lemma_ == "be" and source.head == verb.head and (opinion := _opinion(verb)) is not None:
        return opinion
    speaks = any_of(word_classes()["say"], folding_words("reports", "judging"))
    if verb.dep_ == "ccomp" and source.head == verb.head and verb.head.lemma_ in speaks:
        deed = read(verb, ())
        behind = verb.lemma_ == "be" and any(c.lower_ == "behind" for c in children(verb))
        alleged = verb.head.lemma_ in folding_words("reports", "alleging") or behind
        if (
            alleged
            or verb.lemma_ in folding_words("reports", "misdeeds")
            or (deed is not None and deed.sense.polarity == "hostile")
        ):
            return "ACCUSE"
    return None
