"""Whom is a relative clause about: the noun before it, or another that the parser has not hung it on?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.syntax.agreement import agreeing_noun, done_in_part
from graph.extraction.syntax.phrases import conjuncts, described_before, first_of, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
_IMPERSONAL = frozenset({"GPE", "LOC", "ORG", "FAC", "PRODUCT", "WORK_OF_ART"})


def lent(verb: Token) -> list[Token]:
    """Whom others say did it, in a relative clause of theirs: "the raid that residents said killed 16"."""
    clause = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or clause.dep_ != "relcl" or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return []
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark") or c.tag_ == "TO" for c in children(verb)):
        return []
    before = [c for c in children(clause) if c.i < clause.i and c.dep_ in ("nsubj", "dobj", "compound")]
    fronted = len(before) > 1 and before[0].tag_ in ("WDT", "WP")
    return conjuncts_upward(clause.head, clause) if fronted else []


def cleft(copula: Token) -> list[Token]:
    """Who is singled out: in "it was Chad that sent them" it is Chad that did."""
    if copula.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in children(copula)):
        return []
    return [t for c in children(copula) if c.dep_ == "attr" for t in conjuncts(c)]


def conjuncts_upward(noun: Token, clause: Token) -> list[Token]:
    """The antecedent of a relative clause: the noun, or the appositive's noun that it belongs to."""
    if (described := described_before(noun)) is not None:
        return [described]
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN":
        if noun.lemma_ in words("control", "happenings"):
            return [noun]  # "Lake Chad, a fact that"
        return conjuncts(noun.head) if noun.tag_ == "NNS" else [noun.head]  # "Chad and Mali, states that"
    if clause.lemma_ in words("control", "showing") and noun.head.head.lemma_ in words("control", "shown"):
        return [noun.head.head]  # "polls by a firm that showed support": the polls show it
    if predicated := _predicated_of(noun):  # "X is the officer who"
        return predicated
    relative = any(c.lower_ in RELATIVE for c in children(clause))
    if relative and (agreeing := agreeing_noun(noun, clause) or done_in_part(noun, clause)):
        return [agreeing]
    town = noun.head.head.lower_ in actor_words("roles", "municipal")  # the mayor of | Braga, taken for a person
    above = noun.head.head if noun.dep_ == "pobj" and (town or noun.ent_type_ != "PERSON") else noun
    if any(c.tag_ == "WP" for c in children(clause)):
        if above.ent_type_ == "PERSON":  # "X of the Greens, who"
            return [above]
        if noun.lemma_ in words("places", "offices") and above.pos_ == "NOUN":  # "the lawyer with the office who"
            return [above]
        somebody = above.lemma_.lower() in actor_words("generic", "people") or (above.lower_,) in role_sections()
        if (town or noun.ent_type_ in _IMPERSONAL or _is_thing(noun)) and somebody and above.tag_ != "NNP":
            apposed = above.dep_ == "appos" and above.head.pos_ == "PROPN"
            return [above.head if apposed else above]  # "Ana Costa, the editor of Lume, whom", "members of Lume, who"
    alone = clause.tag_ == "VBZ" or noun.pos_ != "PROPN"
    nearest = noun.doc[max(clause.left_edge.i - 2, 0)]
    if alone and nearest.pos_ == "PROPN" and nearest != noun == first_of(nearest):
        return [nearest]  # "Chad and Mali, and Togo, which has"
    return [noun] if alone else [t for t in conjuncts(noun) if t.i < clause.i]  # "Chad and Mali, which suspended aid"


def _is_thing(noun: Token) -> bool:
    """Whether a noun that nothing says to be a name is nobody: "bandits on motorcycles, who", "of Timor-Leste, who"."""
    lemma = noun.lemma_.lower()
    people = lemma in actor_words("generic", "people", "groups") or lemma in words("places", "states")
    return noun.ent_type_ == "" and noun.pos_ in ("NOUN", "PROPN") and not people


def antecedents(pronoun: Token) -> list[Token]:
    """What a relative pronoun behind a preposition or before a noun stands for: "Chad, from which", "rebels, whose"."""
    clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    found = [] if clause is None or clause.i < pronoun.i else conjuncts_upward(clause.head, clause)
    # "met Ali, for which he was fined": for what was done
    judged = pronoun.head.lower_ == "for" and clause is not None and clause.lemma_ in words("control", "judging")
    deed = pronoun.tag_ == "WDT" and (judged or any(t.ent_type_ == "PERSON" for t in found))
    if pronoun.lower_ == "which":  # "members of the party, to which"
        people = [t for t in found if t.lemma_.lower() in actor_words("generic", "people")]
        found = [of for t in people for of in objects_of_preposition(t, ("of",))] or found
        done = pronoun.head.lower_ == "for" and any(t.tag_ == "NN" for t in people)
        deed |= done and set(found) <= set(people)  # "beat a man, for which he apologised"
    return [] if deed else found


def _predicated_of(noun: Token) -> list[Token]:
    """Who is said to be what a noun says: in "Ana Costa is the first reporter" it is Ana Costa."""
    copula = noun.head
    if copula.lower_ == "among":  # "Chad is among the countries that have condemned it"
        return _named_subject(copula.head) if copula.head.i < copula.i else []
    one = copula.lower_ == "of" and copula.head.lower_ in ("few", "one", "some") and copula.head.dep_ == "attr"
    if one:  # "Palau is one of the few countries that recognise Taiwan"
        noun = copula.head
        copula = noun.head
    return _named_subject(copula) if noun.dep_ == "attr" and noun not in cleft(copula) else []


def _named_subject(copula: Token) -> list[Token]:
    """The names or the pronoun that a copula is about."""
    if copula.lemma_ != "be":
        return []
    own = [t for c in children(copula) if c.dep_ == "nsubj" for t in conjuncts(c)]
    return own if all(t.pos_ == "PROPN" or t.lower_ in ("he", "she") for t in own) else []


def told_by_others(verb: Token) -> Token | None:
    """The noun that a clause with a pronoun for it tells of in what others say: "a ban | which Chad says it lifts"."""
    if verb.dep_ != "ccomp" or not any(c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") for c in children(verb)):
        return None
    clause = verb.head
    while clause.dep_ == "ccomp":
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None


def relative_of(verb: Token) -> Token | None:
    """The relative clause that a verb heads, or goes on with a pronoun: "which Chad backed and which Mali | left"."""
    if verb.dep_ == "conj" and any(c.tag_ in ("WDT", "WP") for c in children(verb)):
        return next((t for t in reversed(verb.doc[verb.head.i : verb.i]) if t.dep_ == "relcl"), None)
    return verb if verb.dep_ == "relcl" else None
