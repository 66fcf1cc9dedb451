"""Whom do he, she, his and her stand for?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import FEMALE, Antecedents
from graph.extraction.anaphora.named import Candidate, at_most_one, lists, only
from graph.extraction.anaphora.possessives import clause_of, fronted_subject, is_harmed, judged_before
from graph.extraction.anaphora.relatives import whose_relative
from graph.extraction.anaphora.unnamed import is_nearer_person, is_told_of_unnamed, unnamed_persons
from graph.extraction.naming.persons import is_office
from graph.extraction.syntax.complements import small_clause
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

_TOLD = frozenset({"nsubj", "nsubjpass", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def personal_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The person that "he" or "her" stands for, or nobody where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    if small_clause(word.head) == word:  # "found her guilty"
        return at_most_one(_person(word, sentence, known))
    return at_most_one(
        whose_relative(word, known) or _in_sentence(word, sentence, known) or _person(word, sentence, known)
    )


def _in_sentence(word: Token, sentence: int, known: Antecedents) -> str | None:
    """Whom grammar gives in the sentence: whose "his" is in his own clause, who "he" is in a clause beside his."""
    everybody = known.before(word, sentence, 0)[0]
    here = _people(word, everybody, known)
    if (doer := _who_goes_on(word, everybody, known)) is not None:
        return doer
    if not here and (subject := fronted_subject(word)) is not None:
        return _named_behind(word, subject, known)
    if word.dep_ == "poss":
        return _owner(word, here, known)
    return _subject_above(word, here) if word.dep_ in _SUBJECTS else None


def _named_behind(word: Token, subject: Token, known: Antecedents) -> str | None:
    """The person named by the main clause behind a pronoun, where "he" can mean them: "after he left, Rossi"."""
    named = [a.actor for a in known.arguments.at(subject) if known.kind(a.actor) == "person"]
    female = word.lower_ in FEMALE
    fits = len(named) == 1 and known.female.get(named[0], known.described.get(named[0], female)) == female
    return named[0] if fits and named[0] not in known.not_meant(word) else None


def _owner(word: Token, here: Sequence[Candidate], known: Antecedents) -> str | None:
    """Whose a thing is by its own clause: "thanked Rossi for his help", "Rossi and his wife", "Rossi lost his keys"."""
    noun = word.head
    if noun.dep_ == "conj":
        human = noun.lemma_.lower() in actor_words("roles", "kin") or is_office(noun)
        beside = only([c for c in here if c.token == noun.head]) if human or noun.head.dep_ in _SUBJECTS else None
        if beside is not None:
            return beside
    judged = judged_before(noun, word, known)
    if judged is not None:
        return judged if any(c.actor == judged for c in here) else None
    if any(c.lower_ == "own" for c in children(noun)):  # "misled him about his own role"
        own = subjects(clause_of(noun))
        return only([c for c in here if c.token in own]) if own else None
    others = is_harmed(word) or (noun.dep_ == "dobj" and noun.head.lemma_ in lists()["judging"]["receiving"])
    doers = [] if others else subjects(clause_of(noun))
    doer = only([c for c in here if c.token in doers]) if len(doers) == 1 else None
    nearer = noun.dep_ != "dobj" and any(c.token.i > doers[0].i and c.actor != doer for c in here) if doer else False
    return None if nearer else doer


def _who_goes_on(word: Token, here: Sequence[Candidate], known: Antecedents) -> str | None:
    """Who does something more: "Peru's premier rejected Novak's offer and he also accused the firm"."""
    verb = word.head
    more = verb.dep_ == "conj" and any(c.lower_ in ("also", "further", "later", "then") for c in children(verb))
    doers = subjects(verb.head) if more and word.dep_ == "nsubj" else []
    fitting = [c for c in here if c.token in doers and known.can_be(c, word.lower_ in FEMALE)]
    return only([c for c in fitting if known.kind(c.actor) == "person" or is_office(c.token)])


def _subject_above(word: Token, here: Sequence[Candidate]) -> str | None:
    """Who does something while or because "he" does something: "Rossi was shot as he left", "sold the car he drove"."""
    clause = word.head
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    inside = clause.dep_ in ("relcl", "acl")
    if not (inside or clause.dep_ == "advcl") or clause.head.i > word.i:
        return None
    verb = clause_of(clause.head)
    doers = subjects(verb)
    if verb.dep_ == "ccomp" and not inside:  # "Rossi said the envoy left as he arrived"
        doers = [*doers, *(t for t in subjects(verb.head) if t not in doers)]
    if len(doers) != 1:
        return None
    beside = [c for c in here if c.token not in doers and (c.token.head == verb or (inside and c.token.i > doers[0].i))]
    return only([c for c in here if c.token in doers]) if not beside else None


def _people(word: Token, here: Sequence[Candidate], known: Antecedents) -> list[Candidate]:
    """Those whom a pronoun can mean, for all that is told of them and of who speaks."""
    banned = known.not_meant(word) | known.named_by(word)
    people = [c for c in here if known.is_one_person(c) and c.actor not in banned and not known.says(word, c.token)]
    people = [c for c in people if known.can_be(c, word.lower_ in FEMALE)]
    if word.i in known.quoting:  # who says it is nobody of whom others speak
        people = [c for c in people if c.token.i not in known.quoted or c.token.tag_ == "PRP"]
    return people


def _is_description(candidate: Candidate, known: Antecedents) -> bool:
    """Whether "the diplomat" may be whoever is named nearby."""
    office = candidate.form == "generic" and is_office(candidate.token)
    others = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in children(candidate.token))  # "the militia's leader"
    return office and not known.is_introduced(candidate.token) and not others


def _person(word: Token, sentence: int, known: Antecedents) -> str | None:
    if known.speaks_unknown(word):
        return None
    female = word.lower_ in FEMALE
    window = [_people(word, here, known) for here in known.before(word, sentence)]
    named = any(known.kind(c.actor) == "person" for here in window for c in here)
    for back, here in enumerate(window):
        people = [c for c in here if not (named and _is_description(c, known))]
        # Two that fit leave it open, unless one is the subject or a pronoun was one's before.
        told = [c for c in people if known.is_female(c, not female) == female]
        if back and any(c.leads and c not in told for c in people) and not any(c.subject for c in told):
            told = []  # what a pronoun has said of one in passing does not make him more likely than who leads
        chosen = only(people) or ((_topic(word, people, known) or _sufferer(word, people)) if back else None)
        if not _is_rivalled(word, told, [c for c in people if known.described.get(c.actor) == female]):
            chosen = chosen or (only(told) if back or word.dep_ in _TOLD else None)
        unnamed = [
            t
            for t in unnamed_persons(known.sentences[sentence - back], word.i, female, known)
            if all(c.token.i != t.i for c in people) and not (word.dep_ == "dobj" and t in subjects(word.head))
        ]
        if _is_open(word, chosen, people, unnamed, known) if back else is_nearer_person(word, unnamed, people):
            return None
        if people:
            return chosen
        if not back and _is_object_meant(word, known):
            return None
    return None


def _is_object_meant(word: Token, known: Antecedents) -> bool:
    """Whether "he" may be somebody unnamed of the clause before: "told my employer so, and he sacked me"."""
    verb = word.head
    if word.dep_ not in _SUBJECTS or verb.dep_ != "conj":
        return False
    held = [c for c in children(verb.head) if c.dep_ in ("dobj", "dative") and c.tag_ == "NN"]
    return any(t.lemma_.lower() in actor_words("generic", "people") and not known.arguments.named(t) for t in held)


def _is_rivalled(word: Token, told: Sequence[Candidate], fitting: Sequence[Candidate]) -> bool:
    """Whether another whom "he" fits is named nearer than the one of whom it was said, or does what "he" may do."""
    names, last = {c.actor for c in told}, max((c.token.i for c in told), default=0)
    does = word.dep_ in _SUBJECTS
    return any(c.actor not in names and (c.token.i > last or (does and c.subject)) for c in fitting)


def _is_open(
    word: Token, chosen: str | None, people: list[Candidate], unnamed: list[Token], known: Antecedents
) -> bool:
    """Whether an earlier sentence is as much about somebody unnamed: "the minister is an ally of Ana Lima. She ..."."""
    if not unnamed:
        return False
    told = [c for c in people if c.actor == chosen]
    generic = chosen is not None and known.kind(chosen) == "generic"
    return generic or not any(c.subject for c in people) or is_told_of_unnamed(word, told, unnamed)


def _sufferer(word: Token, people: Sequence[Candidate]) -> str | None:
    """To whom something was done, of whom others then speak: "her lawyer was held. Oxfam urged his release"."""
    if word.dep_ != "poss" or word.head.lemma_ not in lists()["judging"]["befalling"]:
        return None
    held = [c.token.head if c.token.dep_ == "appos" else c.token for c in people]
    found = [c for c, t in zip(people, held, strict=True) if t.dep_ == "nsubjpass" and t.head.dep_ == "ROOT"]
    return only(found)


def _topic(word: Token, people: Sequence[Candidate], known: Antecedents) -> str | None:
    """The subject of the main clause of an earlier sentence, whom "he" means as a rule."""
    if word.dep_ not in _SUBJECTS and not (word.dep_ == "poss" and word.head.dep_ in _SUBJECTS):
        return None
    main = [c for c in people if c.leads]
    topic, reporting = only(main), lists()["reporting"]["verbs"]
    if topic is None:
        return None
    done_to = [c.actor for c in people if c.token.dep_ == "dobj" and c.token.head == main[0].token.head]
    if word.dep_ == "nsubjpass" and any(actor != topic for actor in done_to):
        return None  # "a judge jailed Rossi. He was freed"
    if main[0].token.head.lemma_ not in reporting:
        return topic
    speaks = word.head.lemma_ in reporting or word.head.lemma_ in lists()["judging"]["verbs"]
    return topic if speaks else None  # who only reports is not what is told
