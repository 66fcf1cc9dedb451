"""What is asked of somebody, or held against somebody, in reported words: "Turkey said Greece must stop"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.anaphora.named import lists
from graph.extraction.annotations import Sense
from graph.extraction.relations import sense
from graph.extraction.senses.lexicon import word_classes
from graph.extraction.statements.conditions import conditions
from graph.extraction.statements.statements import Statement, ends_of
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import stated, subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_DUTY = Sense("REQUEST", "neutral", "speech", rule="reported duty")
_GUILT = Sense("ACCUSE", "hostile", "speech", rule="reported guilt")
_SCORN = Sense("ACCUSE", "hostile", "speech", rule="reported scorn")
_PRAISE = Sense("SUPPORT", "cooperative", "speech", rule="reported praise")
_THREAT = Sense("THREATEN", "hostile", "speech", rule="reported threat")
_ALLEGED = Sense("ACCUSE", "hostile", "speech", rule="allege")


def reported(verb: Token, speakers: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """Demands and verdicts in reported words: who is told to act, or called guilty, is the target.

    Parameters
    ----------
    verb : Token
        The verb of saying.
    speakers : list of Token
        Its subjects.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    sources = [a for t in speakers for a in arguments.of(t, products=False)]
    if not sources:
        return
    yield from _alleged(verb, sources, arguments)
    yield from _in_headline(verb, sources, arguments)
    yield from _judged(verb, sources, arguments)
    yield from _threatened(verb, sources, arguments)
    yield from conditions(verb, sources, arguments)
    for clause, duty in _duties(verb):
        forced = any(t.lemma_ == "have" for t in duty)  # "says farmers will have to wait": no demand on them
        telling = verb.lemma_ in lists()["reporting"]["verbs"] or verb.lemma_ in words("duty", "finding")
        charged = _guilt(clause) if telling and not duty else []
        if (not duty and not charged) or is_passive(clause) or _is_to_be_done(clause):
            continue
        chain = tuple(t for t in (duty or charged)[:1] if t != verb)
        meant = [a for token in subjects(clause) for a in _held_guilty(token, bool(charged), arguments)]
        for source, target in ends_of(sources, meant):
            ours = target.form == "pronoun" and verb.doc[target.start].lower_ == "we"
            if not ours and not (forced and target.form == "generic"):
                read = _DUTY if duty else _GUILT
                yield Statement(verb, source, target, read, chain, "demand", factuality="asserted")


def _told(verb: Token) -> list[Token]:
    """The clauses that tell what is said or asked: "demanded that Chad | go | and that Niger | stay".

    So they do without a subject of their own: "said that Chad | had fled | and | should return".
    """
    found = [c for c in children(verb) if c.dep_ == "ccomp" and not _is_called_for(c)]
    for clause in found:  # grows by what is joined to each
        found += [c for c in children(clause) if c.dep_ == "conj" and c.pos_ in ("AUX", "VERB")]
    return found


def _held_guilty(token: Token, charged: bool, arguments: Arguments) -> list[Argument]:
    """Who is meant by what is called guilty: "Lima's mismanagement was to blame"; who has to act, acts himself."""
    named = arguments.of(token, products=False)
    return named or ([a for a, t in arguments.attributes(token) if t.dep_ == "poss"] if charged else [])


def _alleged(verb: Token, sources: list[Argument], arguments: Arguments) -> Iterator[Statement]:
    """Who is alleged to have done something is accused of it: "alleges that the raid was backed by Chad".

    So is who is found to have done wrong: "ruled that Chad had violated the treaty".
    """
    finds = verb.lemma_ in words("duty", "finding")
    if not (finds or verb.lemma_ in words("duty", "alleging")) or is_passive(verb):
        return
    for clause in (c for c in _told(verb) if c.i > verb.i):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in children(clause)):
            continue  # "questioned whether he would"
        if finds and (clause.lemma_ not in words("duty", "wrongs") or _is_cleared(clause)):
            continue
        doers = objects_of_preposition(clause, ("by",)) if is_passive(clause) else subjects(clause)
        accused = [a for token in doers for t in conjuncts(token) for a in arguments.of(t)]
        for source, target in ends_of(sources, accused):
            yield Statement(verb, source, target, _ALLEGED, (), "alleged", factuality="asserted")


def _is_cleared(clause: Token) -> bool:
    """Whether wrong was not done, or may have been: "had broken no law", "might have violated"."""
    things = [t for c in children(clause) if c.dep_ == "dobj" for t in children(c)]
    return any(c.dep_ == "neg" or c.tag_ == "MD" for c in children(clause)) or any(t.lower_ == "no" for t in things)


def _judged(verb: Token, sources: list[Argument], arguments: Arguments) -> Iterator[Statement]:
    """Who is said to be good or bad, or what they made: "said the mayor was a liar", "said Chad's plan was a farce"."""
    if verb.lemma_ not in words("duty", "judging"):
        return
    for clause in _told(verb):
        read = _judgement(clause) if clause.lemma_ == "be" else _SCORN if _does_too_little(clause) else None
        if read is None:
            continue
        for source, target in ends_of(sources, (a for token in subjects(clause) for a in _meant(token, arguments))):
            thing = target.form == "pronoun" and verb.doc[target.start].lower_ not in ("he", "she", "they")
            town = target.place and not arguments.is_land(target)
            if not thing and not town:
                yield Statement(verb, source, target, read, (clause,), "judged", factuality="asserted")


def _does_too_little(clause: Token) -> bool:
    """Whether one is said to have done nothing, or not enough, or to have failed to do it."""
    if clause.lemma_ == "fail" and clause.i > clause.head.i:
        told = [c for c in children(clause) if c.dep_ in ("neg", "mark") or c.tag_ == "MD"]
        several = any(c.dep_ == "conj" for t in stated(clause) for c in children(t))
        done = any(c.dep_ == "xcomp" and c.lemma_ not in words("duty", "vain") for c in children(clause))
        return done and not several and all(c.lower_ == "that" for c in told)
    if clause.lemma_ != "do" or is_passive(clause) or any(c.tag_ == "MD" for c in children(clause)):
        return False
    spoken = {t.lower_ for c in children(clause) for t in (c, *children(c))}
    enough = {"not", "enough"} <= spoken or {"n't", "enough"} <= spoken
    return "nothing" in spoken or enough or {"too", "little"} <= spoken


def _threatened(verb: Token, sources: list[Argument], arguments: Arguments) -> Iterator[Statement]:
    """Who is said to suffer for what they did: "warned that Chad would pay", "vowed the rebels would be punished"."""
    if verb.lemma_ not in words("threats", "verbs"):
        return
    for clause in (c for c in _told(verb) if c.i > verb.i and _is_made_to_suffer(c)):
        meant = [a for token in subjects(clause) for a in arguments.of(token, products=False)]
        for source, target in ends_of(sources, meant):
            yield Statement(verb, source, target, _THREAT, (), "threat", factuality="asserted")


def _is_made_to_suffer(clause: Token) -> bool:
    """Whether a clause tells what will befall somebody: "will pay a heavy price", "would be punished"."""
    coming = any(c.tag_ == "MD" and c.lower_ in ("will", "would", "shall", "'ll") for c in children(clause))
    if not coming or any(c.dep_ == "neg" for c in children(clause)):
        return False
    if clause.lemma_ in words("threats", "suffered"):
        return is_passive(clause)
    if clause.lemma_ == "bring":  # "will be brought to justice"
        return is_passive(clause) and any(t.lemma_ == "justice" for t in objects_of_preposition(clause, ("to",)))
    if clause.lemma_ not in ("pay", "face", "suffer"):
        return clause.lemma_ == "regret" and not is_passive(clause)
    return not is_passive(clause) and any(c.lemma_ in words("threats", clause.lemma_) for c in children(clause))


def _meant(subject: Token, arguments: Arguments) -> list[Argument]:
    """Who is meant by what is judged: himself, or whose conduct it is ("said Lima's insistence was a disgrace")."""
    named = arguments.of(subject)
    if named or subject.tag_ not in ("NN", "NNS") or subject.lemma_ in actor_words("roles", "kin"):
        return named
    return [a for a, t in arguments.attributes(subject) if t.dep_ == "poss" and a.form != "generic"]


def _judgement(copula: Token) -> Sense | None:
    """What a clause makes of its subject: "is a disgrace", "was wrong", "is a great leader"."""
    if any(c.dep_ in ("neg", "mark") and c.lower_ not in ("that",) for c in children(copula)):
        return None
    for said in (c for c in children(copula) if c.dep_ in ("acomp", "attr")):
        if any(c.dep_ in ("neg", "prep", "relcl", "advcl") or c.lower_ == "no" for c in children(said)):
            continue
        spoken = {t.lemma_.lower() for t in (said, *(c for c in children(said) if c.dep_ in ("amod", "compound")))}
        if spoken & word_classes()["slurs"]:
            return _SCORN
        if spoken & word_classes()["praises"] - words("duty", "faint"):
            return _PRAISE
    return None


def _in_headline(verb: Token, sources: list[Argument], arguments: Arguments) -> Iterator[Statement]:
    """Who is said to be behind something, without the "is": "Lima says Chad behind attacks"."""
    if verb.lemma_ not in lists()["reporting"]["verbs"] or verb.tag_ != "VBZ":
        return
    behind = next((c for c in children(verb) if c.lower_ == "behind" and _is_held_against(c)), None)
    if behind is None:
        return
    blamed = [t for c in children(verb) if c.dep_ == "dobj" for t in conjuncts(c)]
    for source, target in ends_of(sources, (a for t in blamed for a in arguments.of(t, products=False))):
        yield Statement(verb, source, target, _GUILT, (behind,), "demand", factuality="asserted")


def _duties(verb: Token) -> Iterator[tuple[Token, list[Token]]]:
    """Reported clauses with the words that make them a demand: also "repeated its demand that Greece stop"."""
    for clause in _told(verb):
        if not any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in children(clause)):
            due = _due(clause) if verb.lemma_ in lists()["reporting"]["verbs"] else None
            yield (due, [clause]) if due is not None else (clause, _duty(verb, clause))
    for child in children(verb):
        if _is_called_for(child):
            yield child, [verb]
        elif (
            child.dep_ == "dobj" and child.lemma_ in words("duty", "nouns") and verb.lemma_ in words("duty", "voicing")
        ):
            yield from ((c, [child]) for c in children(child) if c.dep_ in ("acl", "ccomp"))


def _duty(verb: Token, clause: Token) -> list[Token]:
    """The word that makes reported words a demand: "said Greece must", "has to", "demanded that Greece"."""
    # "Suggested that Greece stop", but not "suggested that Greece had stopped".
    single = all(c.tag_ in ("NN", "NNP") or c.lower_ in ("he", "she", "it") for c in stated(clause))
    bare = clause.tag_ == "VB" or (clause.tag_ == "VBP" and single)
    subjunctive = bare and not any(c.dep_ == "aux" for c in children(clause))
    if verb.lemma_ in words("duty", "demanding") or (subjunctive and verb.lemma_ in words("duty", "suggesting")):
        return [verb]
    if verb.lemma_ not in lists()["reporting"]["verbs"] and verb.lemma_ not in words("duty", "ruling"):
        return []
    if clause.lemma_ == "have" and any(c.lower_ in words("duty", "likely") or _is_if(c) for c in children(clause)):
        return []  # "would probably have to stay": so it is, whoever likes it
    if clause.lemma_ in words("duty", "governing") and any(c.dep_ == "xcomp" for c in children(clause)):
        return [clause]
    auxiliaries = [c for c in children(clause) if c.dep_ == "aux"]
    advised = verb.lemma_ not in words("duty", "opining") and not any(t.lower_ == "have" for t in auxiliaries)
    due = words("duty", "words", "advice") if advised else words("duty", "words")
    return [t for t in auxiliaries if t.lower_ in due]


def _is_if(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in children(clause))


def _is_called_for(clause: Token) -> bool:
    """Whether a verb asks that somebody do this: "called for Greece to stop", "called on Greece to stop"."""
    asking = clause.head.lemma_ in words("duty", "calling") and clause.dep_ in ("advcl", "xcomp", "ccomp")
    return (
        asking
        and clause.tag_ == "VB"
        and any(c.dep_ == "mark" and c.lower_ in ("for", "on", "upon") for c in children(clause))
    )


def _is_to_be_done(clause: Token) -> bool:
    """Whether the subject should undergo something, rather than do it: "the law needs to be changed"."""
    return any(c.dep_ == "xcomp" and is_passive(c) for c in children(clause))


def _due(clause: Token) -> Token | None:
    """What it is time for somebody to do: "said it was time for Greece to stop"."""
    time = next((c for c in children(clause) if c.dep_ == "attr" and c.lower_ == "time"), None)
    if time is None or clause.lemma_ != "be":
        return None
    acts = [c for c in children(time) if c.dep_ in ("relcl", "acl")]
    return next((act for act in acts if any(c.lower_ == "for" for c in children(act))), None)


def _guilt(clause: Token) -> list[Token]:
    """The words that hold something against the subject: "is guilty", "is to blame", "is behind the attack"."""
    if any(c.dep_ == "neg" for c in children(clause)):
        return []
    if clause.lemma_ in ("bear", "carry"):
        return [c for c in children(clause) if c.dep_ == "dobj" and c.lemma_ in ("responsibility", "blame")]
    if clause.lemma_ != "be":
        return []
    behind = [c for c in children(clause) if c.dep_ == "prep" and c.lower_ == "behind" and _is_held_against(c)]
    for holder in (c for c in children(clause) if c.dep_ == "acomp" and c.lower_ == "responsible"):
        behind += [holder for c in children(holder) if c.lower_ == "for" and _is_held_against(c)]
    for cause in (c for c in children(clause) if c.dep_ == "attr" and c.lemma_ in words("duty", "causes")):
        behind += [cause for c in children(cause) if c.lower_ in ("of", "to") and _is_held_against(c)]
    if behind:
        return behind[:1]
    found = [c for c in children(clause) if c.dep_ in ("acomp", "xcomp") and c.lemma_.lower() in words("duty", "guilt")]
    return found if not any(c.dep_ == "neg" for t in (clause, *found) for c in children(t)) else []


def _is_held_against(preposition: Token) -> bool:
    """Whether something bad, or what was told before, follows: "behind the attack", "responsible for that"."""
    for thing in (c for c in children(preposition) if c.dep_ == "pobj"):
        read = sense(thing, ())
        if (read is not None and read.polarity == "hostile") or thing.lower_ in ("it", "that", "this"):
            return True
        hindered = preposition.lower_ == "to" and thing.lemma_.lower() in words("duty", "goods")
        if (
            hindered
            or thing.lemma_.lower() in words("duty", "evils")
            or thing.lemma_.lower() in word_classes()["mishaps"]
        ):
            return True
    return False
