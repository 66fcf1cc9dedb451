"""Who without a name stands nearer? "The dictator praised his father" is nobody's father who was named before.

A pronoun looks for its actor among the named, and would reach past "the attacker", "the President" or "a militant
group" to whoever happens to be named. Where such a noun can be meant as well, nobody is sure to be.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import Candidate, lists
from graph.extraction.anaphora.possessives import clause_of
from graph.extraction.cues import cues
from graph.extraction.naming.persons import is_office
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of, words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "one", "another"})
_BODIES = ("country", "armed", "party", "company", "organisation", "sitting", "media", "bodies")


def unnamed_persons(sentence: Span, end: int, female: bool, known: Antecedents) -> list[Token]:
    """The subjects before a token that are one person whom nothing names, and that "he" (or "she") can mean.

    Parameters
    ----------
    sentence : Span
    end : int
        The token that refers.
    female : bool
        Whether it is "she".
    known : Antecedents
    """
    other = lists()["gender"]["male" if female else "female"]
    return [
        t
        for t in sentence
        if t.i < end and t.dep_ in _SUBJECTS
        if (_is_person(t) and t.lemma_.lower() not in other and _is_without_name(t, known)) or _is_unknown(t, known)
    ]


def _is_unknown(name: Token, known: Antecedents) -> bool:
    """Whether a name is the subject and no actor was found in it, so that a person may have been missed."""
    missed = name.pos_ == "PROPN" and not known.arguments.of(name)
    return missed and name.head.dep_ in ("ROOT", "ccomp") and name.ent_type_ in ("", "PERSON")


def _is_person(noun: Token) -> bool:
    """Whether a noun is one person and nobody's: "the attacker", "the President"; not "his lawyer"."""
    if noun.tag_ not in ("NN", "NNP") or not any(c.lower_ in _DETERMINERS for c in children(noun) if c.dep_ == "det"):
        return False
    return noun.lemma_.lower() in actor_words("generic", "people") or is_office(noun)


def _is_without_name(noun: Token, known: Antecedents) -> bool:
    return all(known.kind(a.actor) == "generic" for a in known.arguments.of(noun))


def is_nearer_person(word: Token, unnamed: Sequence[Token], people: Sequence[Candidate]) -> bool:
    """Whether an unnamed person is the subject of a clause around a pronoun, below whoever was named.

    In "Rossi said the warden lost his keys" they may be the warden's; in "Rossi said the warden hit him" it is Rossi.
    """
    if _is_of_object(word, people):
        return False
    named = {c.token.head.i for c in people if c.subject}
    own = word.dep_ not in ("poss", *_SUBJECTS)  # the subject of its own clause is not "him"
    for verb in word.ancestors:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.i in named:
            return False
        if not own and any(t.head == verb for t in unnamed):
            return True
        own = False
    return False


def _is_of_object(word: Token, people: Sequence[Candidate]) -> bool:
    """Whether a possessive is an object's by its place: "shot Rossi and his wife", "thanked Rossi for his help"."""
    noun = word.head
    if word.dep_ != "poss" or not people:
        return False
    if noun.dep_ == "conj":
        return any(c.token == noun.head for c in people)
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and any(c.token.head == noun.head.head for c in people)


def is_told_of_unnamed(word: Token, chosen: Sequence[Candidate], unnamed: Sequence[Token]) -> bool:
    """Whether somebody named only reported what an unnamed person did: "The thief fled, Rossi said. He was shot"."""
    if word.dep_ in _SUBJECTS and word.head.lemma_ in lists()["reporting"]["verbs"]:
        return False
    telling = {c.token.head.i for c in chosen if c.subject and c.token.head.lemma_ in lists()["reporting"]["verbs"]}
    return any(t.head.dep_ == "ccomp" and t.head.head.i in telling for t in unnamed)


@functools.cache
def unnamed_bodies() -> frozenset[str]:
    """The nouns for bodies of any kind."""
    told = (noun for kind in _BODIES for noun in lists()["anaphors"][kind])
    return actor_words("generic", "houses") | frozenset(told)


def is_any(noun: Token) -> bool:
    """Whether a sentence tells what any of a kind is: "a school is not a prison"."""
    return noun.head.lemma_ == "be" and any(c.lower_ in ("a", "an", "any", "every") for c in children(noun))


def nearer_bodies(sentence: Span, start: int, end: int, known: Antecedents) -> Iterator[Token]:
    """The bodies without a name between two tokens of a sentence: "a militant group", "the firm"."""
    nouns = unnamed_bodies()
    for token in known.doc[max(start, sentence.start) : end]:
        if token.tag_ != "NN" or token.lemma_ not in nouns or token.dep_ in ("compound", "attr", "appos"):
            continue
        if is_any(token):
            continue
        determiners = {c.lower_ for c in children(token)} & _DETERMINERS
        again = determiners == {"the"} and token.dep_ in _SUBJECTS  # "the Lisbon-based firm said it" names one again
        if determiners and not again and _is_without_name(token, known):
            yield token


def is_about_a_thing(word: Token, sentence: Span, known: Antecedents) -> bool:
    """Whether a thing is the main subject of an earlier sentence: "The deal with Nauru was costly. It covered ..."."""
    if word.dep_ not in _SUBJECTS:
        return False
    root = sentence.root
    if root.lemma_ in lists()["reporting"]["verbs"]:  # "Lima said the deal was costly. It covered ..."
        root = next((c for c in children(root) if c.dep_ == "ccomp"), root)
    topics = [c for c in children(root) if c.dep_ in _SUBJECTS and c.tag_ == "NN" and c.pos_ != "PRON"]
    if _speaks(word):  # the weather accuses nobody, a report does
        topics = [t for t in topics if t.lemma_ in cues("attribution")["work"]]
    return any(not known.arguments.of(t) for t in topics)


def _speaks(word: Token) -> bool:
    """Whether who does this must be somebody: sues, accuses, says so, meets others."""
    verbs = any_of(words("control", "telling"), words("control", "calling"))
    said = word.head.lemma_ in {*lists()["reporting"]["verbs"], *lists()["accusing"]["verbs"], "meet", "sue", "thank"}
    return word.dep_ == "nsubj" and (said or word.head.lemma_ in verbs)


def is_topic_thing(word: Token, known: Antecedents) -> bool:
    """Whether the subject above an object is a thing it can mean: "the decree passed before courts annulled | it"."""
    if word.dep_ != "dobj":
        return False
    clause = word.head
    above = [t for t in clause.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ != "conj"]
    topics = [c for verb in above for c in children(verb) if c.dep_ in _SUBJECTS and c.i < word.i and c.tag_ == "NN"]
    people = actor_words("generic", "people")
    return any(t.lemma_ not in people and not is_office(t) and not known.arguments.of(t) for t in topics)


def is_of_a_thing(word: Token, known: Antecedents) -> bool:
    """Whether "it" or "its" can only mean a thing: "the video is unfair because it", "a bill making its way"."""
    clause = word.head
    if word.dep_ == "oprd":
        return True  # what somebody is called
    if word.dep_ == "dobj":
        given = clause.lemma_ in words("granted", "ditransitive") and any(
            c.lower_ == "to" and c.dep_ in ("dative", "prep") for c in children(clause)
        )  # "told its staff to stop giving it to patients"
        return given or clause.lemma_ in lists()["of_things"]["told"]  # "Mali, whose army shelled them, denied it"
    if word.dep_ in _SUBJECTS:
        while clause.dep_ in ("conj", "xcomp"):
            clause = clause.head
        above = clause.head
        if word.dep_ == "nsubjpass" and clause.dep_ == "advcl" and clause.lemma_ in lists()["of_things"]["done"]:
            things = [c for c in children(above) if c.dep_ == "dobj" and c.tag_ in ("NN", "NNP") and c.i < word.i]
            if things and not known.arguments.of(things[-1]):
                return True  # "returned a Bible after it was stolen"
        topics = [c for c in children(above) if c.dep_ in _SUBJECTS and c.i < word.i] if clause.dep_ == "advcl" else []
        return bool(topics) and all(t.tag_ == "NN" and not known.arguments.of(t) for t in topics)
    if word.dep_ != "poss":
        return False
    verb = clause_of(word.head)
    doers = subjects(verb)
    if any(known.arguments.of(t) for t in doers):
        return False
    if word.head.lemma_ in lists()["of_things"]["nouns"]:
        return True
    return verb.dep_ in ("acl", "relcl") and [t.tag_ for t in doers] == ["NN"] and doers[0] == verb.head


def only_modifies(candidate: Candidate) -> bool:
    """Whether a name only says whose the people or bodies are that a sentence is about: "Senate aides", "EU courts"."""
    noun = candidate.token
    if noun.dep_ not in _MODIFIERS or noun.head.tag_ != "NNS":
        return False
    return noun.head.lemma_ in any_of(unnamed_bodies(), actor_words("generic", "people"))
