"""Whom do they, them and their stand for?"""

from __future__ import annotations

import functools

from spacy.tokens import Span, Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.couples import coordinated
from graph.extraction.anaphora.named import Candidate, at_most_one, lists, only
from graph.extraction.anaphora.possessives import clause_of, not_behind_things, owner_in_clause
from graph.extraction.anaphora.unnamed import unnamed_bodies
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_OBJECTS = frozenset({"dobj", "pobj"})
_THINGS = {True: frozenset({"nsubj", "nsubjpass", "dobj", "pobj"}), False: frozenset({"nsubj", "nsubjpass"})}
_WHEREABOUTS = frozenset({"at", "into", "inside", "near", "outside"})
_COLLECTIVE = frozenset({"armed force", "armed group", "party", "people", "company", "organisation", "generic"})


def plural_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors that "they", "them" or "their" stands for, or none where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    if word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_ in lists()["trading"]["verbs"]:
        return ()  # nobody is sold
    if (again := _named_again(word, known)) is not None:
        return again
    if word.dep_ == "poss":
        if both := _subject_and_object(word, known):
            return both
        owner = owner_in_clause(word, known)
        if owner is not None and not _are_others(word, owner, sentence, known):
            return at_most_one(owner)
    if doers := _who_did_it_before(word, sentence, known):
        return doers
    banned = known.not_meant(word)
    for back, here in enumerate(known.before(word, sentence, 1)):
        team = only([c for c in here if c.actor not in banned and _acts_as_several(c.token)])
        if team is not None and not any(_is_plural(c.token) for c in here):
            return (team,)
        here = [c for c in not_behind_things(word, here, known) if c.actor not in banned and not c.place]
        if word.dep_ in ("nsubj", "nsubjpass", "poss"):
            here = [c for c in here if known.same_speech(word, c.token)]
        here = [c for c in here if not _tells_of_things(c, known)]
        here = [c for c in here if word.dep_ not in _OBJECTS or not _only_tells(c)]
        thing = _last_things(word, known.sentences[sentence - back], known)
        if (
            back
            and word.dep_ in _OBJECTS
            and any(c.subject and _is_plural(c.token) and c.token.i < thing for c in here)
        ):
            return ()  # "fans threw snowballs at officials. Police removed them"
        here = [
            c for c in here if c.token.i > thing or (c.subject and word.dep_ not in _OBJECTS and _is_plural(c.token))
        ]
        if (found := _several(word, here, back, known)) or (not back and thing >= 0 and not here):
            return found
        if any(_can_be_many(c, known) for c in here):
            return ()
    return ()


def _several(word: Token, here: list[Candidate], back: int, known: Antecedents) -> tuple[str, ...]:
    """The group, the plural or the body of many that is named in a sentence."""
    group = _group(word, here, known)
    if group and (back or word.dep_ != "poss" or len(here) == len(group)):
        return group
    many = [c for c in here if _can_be_many(c, known)]
    # "people" and "the crew" before "the firm", which is one for "they" only as the subject.
    plural = [c for c in many if _is_plural(c.token) or c.token.lemma_.lower() not in unnamed_bodies()]
    plural = plural or [c for c in many if not back or c.subject]
    if word.dep_ in _OBJECTS:  # "youths looted shops belonging to traders before police dispersed them"
        plural = [c for c in plural if not _is_told_within(c)] or plural
    if word.dep_ != "dobj":  # who is promised something are the families; freed may be the victims
        plural = [c for c in plural if not any(_is_of(c.token, other.token) for other in plural)]
    if plural:
        found = only(plural) or only([c for c in plural if c.subject])
        return group if found in group else at_most_one(found)
    # "consulting with them": a country may be a plural where nothing else can be meant.
    one = [c for c in here if known.kind(c.actor) == "generic" and c.token.tag_ == "NN"]  # "the commander"
    country = only([c for c in here if known.kind(c.actor) != "person" and c not in one])
    return at_most_one(country if word.dep_ == "pobj" else None)


def _subject_and_object(word: Token, known: Antecedents) -> tuple[str, ...]:
    """The two whose clause it is, of what two have with each other: "Lima welcomed Novak for their first meeting"."""
    verb = word.head
    if verb.dep_ != "pobj" or verb.lemma_.lower() not in words("reciprocal", "shared"):
        return ()
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    ends = [subjects(verb), [c for c in children(verb) if c.dep_ == "dobj" and c.i < word.i]]
    named = [{a.actor for t in end if not _is_plural(t) for a in known.arguments.of(t, products=False)} for end in ends]
    if any(len(names) != 1 for names in named) or named[0] == named[1]:
        return ()
    return tuple(name for names in named for name in names)


def _who_did_it_before(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """Who did the same in the sentence before: "the judges found him guilty ... they also found her guilty"."""
    verb = word.head
    if word.dep_ != "nsubj" or sentence == 0 or not any(c.lower_ == "also" for c in children(verb)):
        return ()
    earlier = known.sentences[sentence - 1].root
    doers = subjects(earlier) if earlier.lemma_ == verb.lemma_ and not is_passive(earlier) else []
    return tuple(dict.fromkeys(a.actor for t in doers for a in known.arguments.of(t, products=False)))


def _named_again(word: Token, known: Antecedents) -> tuple[str, ...] | None:
    """Whom the same pronoun means beside it: "beat them, chained them and starved them"."""
    verb = word.head
    if word.dep_ != "dobj" or verb.dep_ != "conj":
        return None
    before = [c for c in children(verb.head) if c.dep_ == "dobj" and c.lower_ == word.lower_ and c.i < word.i]
    return tuple(a.actor for a in known.arguments.by_head.get(before[0].i, ())) if before else None


def _last_things(word: Token, sentence: Span, known: Antecedents) -> int:
    """Where the last plural thing stands that the pronoun can mean as well: "the firm froze cells and sold them"."""
    if word.dep_ == "dobj" and word.head.lemma_ in lists()["addressing"]["verbs"]:
        return -1  # no thing is threatened or thanked
    found = [
        t.i
        for t in known.doc[sentence.start : min(sentence.end, word.i)]
        if t.tag_ == "NNS" and t.dep_ in _THINGS[word.dep_ in _OBJECTS] and t.lemma_ not in _people()
        if not known.arguments.of(t) and not any(c.tag_ == "PRP$" for c in children(t)) and not _is_beside(t, word)
    ]
    return max(found, default=-1)


def _tells_of_things(candidate: Candidate, known: Antecedents) -> bool:
    """Whether somebody only tells of the things meant: "the files, which the police | lost, were found"."""
    above = (t for t in candidate.token.ancestors if t.dep_ == "relcl")
    topics = [clause.head for clause in above if clause.head.dep_ in ("nsubj", "nsubjpass")]
    return any(t.tag_ == "NNS" and t.lemma_ not in _people() and not known.arguments.of(t) for t in topics)


def _is_told_within(candidate: Candidate) -> bool:
    """Whether somebody only tells which things are meant: "shops | belonging to traders"."""
    above = next((t for t in candidate.token.ancestors if t.pos_ == "VERB"), None)
    return above is not None and above.dep_ == "acl" and above.lemma_ in ("belong", "own", "run", "hold")


def _only_tells(candidate: Candidate) -> bool:
    """Whether somebody only says so, between commas: "drove them back and, | reporters said, fired at them"."""
    name, verb = candidate.token, candidate.token.head
    says = name.dep_ == "nsubj" and verb.lemma_ in lists()["reporting"]["verbs"]
    around = (name.doc[max(name.left_edge.i - 1, 0)].text, name.doc[verb.i + 1 : verb.i + 2].text)
    return says and around == (",", ",")


def _is_beside(thing: Token, word: Token) -> bool:
    """Whether a thing is done something with for the pronoun, which is then another: "imposed sanctions on them"."""
    behind = word.dep_ == "pobj" and thing.dep_ in ("dobj", "nsubjpass")
    return behind and word.head.head in (thing, thing.head)


@functools.cache
def _people() -> frozenset[str]:
    return frozenset(actor_words("generic", "people"))


def _are_others(word: Token, owner: str, sentence: int, known: Antecedents) -> bool:
    """Whether "their" is of people, not of a body: "workers left after the firm refused to see their union"."""
    if any(_is_plural(t) for t in subjects(clause_of(word.head))):
        return False
    here = known.before(word, sentence, 0)[0]
    return any(c.subject and _is_plural(c.token) and c.actor != owner for c in here)


def _group(word: Token, here: list[Candidate], known: Antecedents) -> tuple[str, ...]:
    """The last group of coordinated actors; "ministers from Chad and Mali" is none, for they are the ministers."""
    group = coordinated(word, here, known)
    heads = {c.actor for c in here if c.subject and _is_plural(c.token)}
    return () if heads and not heads & set(group) else group


def _is_of(token: Token, noun: Token) -> bool:
    """Whether one plural only says whose another is: "families of the victims"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head == noun


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _acts_as_several(name: Token) -> bool:
    """Whether the verb of one name is in the plural, as in British news of teams and parties: "Bolivia have lost"."""
    said = [c for c in children(name.head) if c.dep_ in ("aux", "auxpass") and c.i > name.i] or [name.head]
    alone = (
        name.dep_ in ("nsubj", "nsubjpass") and name.tag_ == "NNP" and not any(c.dep_ == "conj" for c in children(name))
    )
    return alone and (said[0].tag_ == "VBP" or said[0].lower_ == "were")


def _can_be_many(candidate: Candidate, known: Antecedents) -> bool:
    """Whether "they" can be the actor: a plural, or a body of many; "the judge" cannot."""
    token = candidate.token
    if _is_plural(token):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in _WHEREABOUTS:  # "what happened at the Trade Centre"
        return False
    kind = known.kind(candidate.actor)
    return kind in _COLLECTIVE and (kind != "generic" or candidate.token.lemma_.lower() in lists()["many"]["nouns"])
