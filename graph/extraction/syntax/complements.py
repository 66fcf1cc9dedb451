"""What completes a verb beside its objects: adjectives, adverbs, infinitives, and phrases the parser hangs too low."""

from __future__ import annotations

from collections.abc import Container, Sequence

from spacy.tokens import Token

from graph.extraction.syntax.relative_clauses import RELATIVE
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def of_a_person(verb: Token) -> list[Token]:
    """What the parser hangs on a noun and belongs to the verb: "stripped guards of", "put the leader under arrest"."""
    acted_on = [t for t in children(verb) if t.dep_ in ("dobj", "nsubjpass")]
    phrases = [p for t in acted_on for p in children(t) if p.dep_ == "prep"]
    held = [p for p in phrases if any(t.lemma_ in words("custody", "states") for t in children(p))]
    depriving = verb.lemma_ in words("control", "depriving")
    ways = [p for p in phrases if p.lower_ in ("along", "across", "through") and p not in held]  # "dragged him along"
    phrases = [p for p in phrases if p.lower_ in ("of", "from", "with")]
    return held + ways + [p for p in phrases if p.head.ent_type_ == "PERSON" or (depriving and p.lower_ == "of")]


def hung_low(noun: Token, prepositions: tuple[str, ...], actors: Container[int]) -> list[Token]:
    """The prepositions of a deed that the parser hangs on a party of it: "the murder of a clerk | by rebels".

    A party is one of the actors, given by position: "a day of attacks by rebels" has its "by" where it should.
    """
    if not children(noun):
        return []
    ways = ("of", "by", "on", "against") if "by" in prepositions else ("of", "by")  # "the ban on Hamas | by Chad"
    parties = [t for c in children(noun) if c.dep_ == "prep" and c.lower_ in ways for t in children(c)]
    parties += [t for party in parties for t in children(party) if t.dep_ == "appos" and t.i == party.i + 1]
    return [
        p
        for party in parties
        if party.dep_ in ("pobj", "appos") and party.i in actors
        for p in children(party)
        if p.dep_ in ("prep", "agent") and p.lower_ in prepositions
    ]


def after(preposition: Token) -> tuple[str, ...]:
    """How a word hangs on a preposition that stands for what it is: "as" has adjectives too (as insufficient)."""
    return ("pobj", "pcomp", "amod") if preposition.lower_ == "as" else ("pobj", "pcomp")


def postposed(nouns: Sequence[Token]) -> list[Token]:
    """What the parser hangs on the noun it is said of: found the guards guilty, called the step a farce."""
    behind = [t for noun in nouns for t in children(noun) if t.i > noun.i]
    apposed = [t for t in behind if t.dep_ == "appos"]
    # called him "a liar", declared her the winner
    called = [t for t in apposed if t.left_edge.is_quote or (_is_named_so(t) and not t.left_edge.nbor(-1).is_punct)]
    named = [t for t in apposed if t.pos_ == "PROPN"]  # called the judge, Ana Lima, "a liar"
    called += [t for name in named for t in (*children(name), *apposed) if _is_said_behind(t, name)]
    return called + [t for t in behind if t.dep_ == "amod"] + [t for t in apposed if t.head.dep_ == "oprd"]


def _is_said_behind(noun: Token, name: Token) -> bool:
    """Whether a noun behind a name between commas is what a verb of calling makes of its bearer."""
    called = name.head.dep_ == "dobj" and name.head.head.lemma_ == "call"
    return called and noun.dep_ == "appos" and noun.i > name.i and noun.left_edge.lower_ in ("a", "an")


def _is_named_so(noun: Token) -> bool:
    """Whether a noun right behind an object is what a verb of naming makes of it."""
    held = noun.head
    named = held.dep_ == "dobj" and held.head.lemma_ in words("small_clauses", "verbs")
    return named and noun.pos_ == "NOUN" and any(c.dep_ == "det" for c in children(noun))


def serves_time(verb: Token) -> bool:
    """Whether somebody serves a sentence, and nobody: "is serving ten years"."""
    served = (c.lemma_ for c in children(verb) if c.dep_ == "dobj") if verb.lemma_ == "serve" else ()
    return any(lemma in words("control", "punishments") for lemma in served)


def completes(token: Token) -> bool:
    """Whether a word completes a verb without a preposition: found him guilty, fell ill, went to do it."""
    return token.dep_ in ("acomp", "xcomp", "advmod") or small_clause(token) is not None


def takes_infinitive(verb: Token) -> bool:
    """Whether an infinitive with "to" completes a verb."""
    return any(
        c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" and any(t.tag_ == "TO" for t in children(c))
        for c in children(verb)
    )


def is_call(verb: Token) -> bool:
    """Whether to see somebody is to visit them: "went to see the mayor", not "came to see her as a threat"."""
    if verb.lemma_ != "see" or verb.dep_ not in ("xcomp", "advcl") or verb.tag_ != "VB":
        return False
    there = verb.head.lemma_ == "be" and any(c.lower_ in ("there", "here", "in") for c in children(verb.head))
    coming = (there or verb.head.lemma_ in words("control", "coming")) and any(c.tag_ == "TO" for c in children(verb))
    return coming and not any(c.lower_ == "as" or c.dep_ in ("ccomp", "xcomp") for c in children(verb))


def said_of(participle: Token) -> Token | None:
    """Of whom a participle behind a preposition is only said, where the parser makes it a verb: "sued visiting Ali"."""
    if participle.dep_ not in ("pcomp", "xcomp") or participle.lower_ not in words("adjuncts", "describing"):
        return None
    behind = [c for c in children(participle) if c.dep_ == "dobj" and c.left_edge.i == participle.i + 1]
    bare = not any(c.dep_ in ("det", "poss") for t in behind for c in children(t))
    return behind[0] if behind and bare else None


def small_clause(clause: Token) -> Token | None:
    """The one of whom a verb finds or calls something: "declared the mayor guilty", "holds Chad responsible"."""
    naming = clause.dep_ in ("ccomp", "xcomp", "oprd") and clause.head.lemma_ in words("small_clauses", "verbs")
    if not naming or clause.pos_ not in ("ADJ", "NOUN", "PROPN") or is_passive(clause.head):
        return None
    if any(c.dep_ in ("aux", "mark", "cop") for c in children(clause)):
        return None
    of_her = (c for c in children(clause) if c.lower_ == "her" and c.dep_ == "poss" and clause.pos_ == "ADJ")
    subject = (c for c in children(clause) if c.dep_ == "nsubj" and (c.i > clause.head.i or c.tag_ in ("WDT", "WP")))
    return next(subject, None) or next(of_her, None)  # "found her guilty", where the parser makes it what is hers


def ends_clause(noun: Token, verb: Token) -> bool:
    """Whether an object belongs to the list that ends a small clause: "found him guilty of killing a nun, | a monk"."""
    return any(c.i < noun.i and small_clause(c) is not None for c in children(verb))


def is_alleged(verb: Token) -> bool:
    """Whether a clause says what somebody is alleged to have done."""
    claim = verb.head
    alleging = claim.lemma_ == "allege" or (claim.lemma_ == "claim" and claim.dep_ == "advcl")
    return verb.dep_ == "ccomp" and alleging and not is_passive(verb)


def left_out(clause: Token) -> list[Token]:
    """The object that a relative clause leaves out: "the rifles (that) Chad sent to Benin"."""
    if clause.dep_ != "relcl" or any(c.dep_ == "dobj" and c.lower_ not in RELATIVE for c in children(clause)):
        return []
    own = any(c.dep_ == "nsubj" and c.lower_ not in RELATIVE for c in children(clause))
    return [clause.head] if own and not any(c.tag_ == "WRB" for c in children(clause)) else []


def suffering_too(verb: Token) -> list[Token]:
    """Who suffers the same: "suspended the chief along with two aides", "who together with his aide was sacked"."""
    held = [c for c in children(verb) if c.dep_ in ("dobj", "nsubjpass")]
    hung = [c for holder in (verb, *held) for c in children(holder)]
    beside = [w for c in hung if c.lower_ == "along" for w in children(c) if w.lower_ == "with"]
    if is_passive(verb):  # who "invaded Chad together with Mali" did not invade Mali
        beside += [c for c in hung if c.lower_ == "with" and any(b.lower_ == "together" for b in children(c))]
    near = [w for w in beside if held and held[0].i < w.i and not _has_clause(held[0], w)]
    return [t for way in near for t in children(way) if t.dep_ == "pobj"]


def _has_clause(first: Token, last: Token) -> bool:
    """Whether a clause stands between two words."""
    between = first.doc[first.i : last.i]
    return any(t.pos_ in ("VERB", "AUX") and t.dep_ in ("relcl", "acl", "advcl", "ccomp") for t in between)
