"""Whom do he, it, its and they stand for? The one candidate that grammar leaves, or nobody."""

from __future__ import annotations

import itertools

from spacy.tokens import Token

from graph.extraction.antecedents import FEMALE, PERSONAL, Antecedents, Candidate, lists, only
from graph.extraction.arguments import Argument
from graph.extraction.candidates import words as actor_words
from graph.extraction.relatives import whose_relative
from graph.extraction.subjects import conjuncts, is_introduced, is_passive, objects_of_preposition, subjects, words
from graph.extraction.unnamed import (
    is_about_a_thing,
    is_nearer_person,
    is_told_of_unnamed,
    is_topic_thing,
    nearer_bodies,
    only_modifies,
    unnamed_persons,
)

_GLOSS = 7  # tokens that brackets behind a pronoun may hold
_FIRST = frozenset({"i", "me", "my", "mine"})
_WE = frozenset({"we", "us", "our"})
_TOLD = frozenset({"nsubj", "nsubjpass", "poss"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_NO_THING = frozenset({"person", "people", "generic"})
_COLLECTIVE = frozenset({"armed force", "armed group", "party", "people", "company", "organisation", "generic"})


def pronoun_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors a pronoun stands for, or none where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    form = word.lower_
    if (glossed := _glossed(word, known)) is not None:
        return (glossed,)
    if form in _WE:
        return _one(known.body_of_speaker(word))
    claimant = _claimant(word, known) if form not in _FIRST else ()
    if claimant:
        return claimant
    if form in _FIRST:
        name = known.speaker(word)
        human = name is not None and (known.kind(name) == "person" or known.speaks_unnamed(word, name))
        return (name,) if name and human else ()
    if form in PERSONAL:
        return _one(whose_relative(word, known) or _person(word, sentence, known))
    if form in _NEUTER:
        return _neuter(word, sentence, known)
    return _plural(word, sentence, known) if form in _PLURAL else ()


def _glossed(word: Token, known: Antecedents) -> str | None:
    """Whom the writer says in brackets that a pronoun means: "They [Hamas] have"."""
    doc, start = known.doc, word.i + 2
    if start >= len(doc) or doc[start - 1].text not in ("[", "("):
        return None
    inside = list(itertools.takewhile(lambda t: t.text not in ("]", ")"), doc[start : start + _GLOSS]))
    if len(inside) == _GLOSS or any(t.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "X") for t in inside):
        return None
    names = {a.actor for t in inside for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"}
    return names.pop() if len(names) == 1 else None


def _claimant(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Whoever is reported to say something of themselves: "the ministry said it would appeal"."""
    if word.dep_ not in ("nsubj", "nsubjpass") or word.i in known.quoted or _is_dummy(word):
        return ()
    clause = word.head
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in lists()["reporting"]["verbs"] or clause.head.i > word.i:
        return ()
    heads = subjects(clause.head)
    heads = [s for s in heads if not is_introduced(s, heads[0])]
    speakers = [a for s in heads for a in known.arguments.of(s) if a.start < word.i]
    plural = len(speakers) > 1 or any(known.doc[a.end - 1].tag_ in ("NNS", "NNPS") for a in speakers)
    people = all(known.kind(a.actor) in ("person", "generic") for a in speakers)
    human = people and all(_is_human(known, a) for a in speakers)
    agrees = {True: human and not plural, False: not plural and bool(speakers) and not human}
    fits = (plural or not human) if word.lower_ in _PLURAL else agrees[word.lower_ in PERSONAL]
    if human and not plural and word.lower_ in _NEUTER:
        return _spoken_for(subjects(clause.head), known)
    return tuple(dict.fromkeys(a.actor for a in speakers)) if fits else ()


def _spoken_for(speakers: list[Token], known: Antecedents) -> tuple[str, ...]:
    """Whose the speaker is: in "Chad's president says it will act" it is Chad."""
    owners = dict.fromkeys(a.actor for s in speakers for a in known.arguments.owners(s))
    if not owners:
        entries = [(known.doc._.actors or {}).get(a.actor) for s in speakers for a in known.arguments.of(s)]
        owners = dict.fromkeys(entry.country for entry in entries if entry is not None and entry.country)
    fit = [name for name in owners if known.kind(name) not in _NO_THING]
    return tuple(fit) if len(fit) == 1 else ()


def _is_human(known: Antecedents, named: Argument) -> bool:
    """Whether a person is named, or a generic noun for people: "a spokeswoman" is no "it"."""
    if known.kind(named.actor) == "person":
        return True
    return named.form == "generic" and known.doc[named.end - 1].lemma_.lower() in actor_words("generic", "people")


def _one(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()


def _person(word: Token, sentence: int, known: Antecedents) -> str | None:
    if known.speaks_unknown(word):
        return None
    banned = known.not_meant(word) | known.named_by(word)
    female = word.lower_ in FEMALE
    for back, here in enumerate(known.before(word, sentence)):
        people = [c for c in here if known.is_one_person(c) and c.actor not in banned]
        people = [c for c in people if not known.says(word, c.token)]
        people = [c for c in people if known.can_be(c, female)]
        # Two that fit leave it open, unless a pronoun was one's before.
        told = [c for c in people if known.is_female(c, not female) == female]
        chosen = only(people) or _who_spoke(word, people, known)
        chosen = chosen or (only(told) if back or word.dep_ in _TOLD else None)
        unnamed = [
            t
            for t in unnamed_persons(known.sentences[sentence - back], word.i, female, known)
            if all(c.token.i != t.i for c in people)
        ]
        if _is_open(word, chosen, people, unnamed, known) if back else is_nearer_person(word, unnamed, people):
            return None
        if chosen:
            known.female.setdefault(chosen, female)
        if people:
            return chosen
    return None


def _is_open(
    word: Token, chosen: str | None, people: list[Candidate], unnamed: list[Token], known: Antecedents
) -> bool:
    """Whether an earlier sentence is as much about somebody unnamed: "the minister is an ally of Ana Lima. She ..."."""
    if not unnamed:
        return False
    told = [c for c in people if c.actor == chosen]
    generic = chosen is not None and known.kind(chosen) == "generic"
    return generic or not any(c.subject for c in people) or is_told_of_unnamed(word, told, unnamed)


def _who_spoke(word: Token, people: list[Candidate], known: Antecedents) -> str | None:
    """The subject of the main clause before, who is the "he" of a "he said" behind the next quotation."""
    if word.i not in known.quoting:
        return None
    return only([c for c in people if c.subject and c.token.dep_ != "conj" and c.token.head.dep_ == "ROOT"])


def _neuter(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    made = _maker_of_judged(word, sentence, known)
    if made:
        return made
    if _is_harmed(word):
        return _harmed(word, known)
    if is_topic_thing(word, known):
        return ()
    if word.dep_ == "poss":
        shared = objects_of_preposition(word.head.head, ("of",)) if word.head.dep_ == "conj" else []
        if shared:  # "the mandate of the force and its relations with"
            return tuple(a.actor for t in shared[-1:] for a in known.arguments.at(t))
        owner = _owner_in_clause(word, known)
        if owner is not None:
            return _one(owner) if known.kind(owner) not in ("person", "people") else ()
    elif word.dep_ in ("nsubj", "nsubjpass") and (
        _is_dummy(word) or (word.i in known.quoted and word.head.lemma_ == "be")
    ):
        return ()  # "It's a matter of time", they say
    banned = known.not_meant(word) | _contrasted(word, known)
    for back, here in enumerate(known.before(word, sentence)):
        here = [c for c in _not_behind_things(word, here, known) if known.same_speech(word, c.token)]
        things = [c for c in here if known.kind(c.actor) not in _NO_THING and c.actor not in banned and not c.place]
        things = [c for c in things if c.subject or known.kind(c.actor) != "region"]
        last = max((c.token.i for c in things), default=-1)
        if (things and all(only_modifies(c) for c in things)) or (
            not back and any(nearer_bodies(known.sentences[sentence], last + 1, word.i, known))
        ):
            return ()
        if (
            back
            and not any(c.subject for c in things)
            and is_about_a_thing(word, known.sentences[sentence - back], known)
        ):
            return ()
        if things and _in_adjunct(word) and only(things) is None:
            return ()  # "imposed sanctions on Togo after its invasion": grammar does not say whose
        if things:
            return _one(only(things) or only([c for c in things if c.subject]))
    return ()


def _plural(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    if word.dep_ == "poss":
        owner = _owner_in_clause(word, known)
        if owner is not None:
            return _one(owner)
    banned = known.not_meant(word)
    for back, here in enumerate(known.before(word, sentence, 1)):
        here = [c for c in _not_behind_things(word, here, known) if c.actor not in banned and not c.place]
        if word.dep_ in ("nsubj", "nsubjpass", "poss"):
            here = [c for c in here if known.same_speech(word, c.token)]
        group = _coordinated(here, known)
        heads = [c for c in here if c.subject and c.token.tag_ in ("NNS", "NNPS")]
        if group and heads and not {c.actor for c in heads} & set(group):
            group = ()  # "ministers from Chad and Mali met": they are the ministers
        if group and (back or word.dep_ != "poss" or len(here) == len(group)):
            return group
        plural = [c for c in here if _can_be_many(c, known)]
        if plural:
            return _one(only(plural) or only([c for c in plural if c.subject]))
        # "consulting with them": a country may be a plural where nothing else can be meant.
        country = only([c for c in here if known.kind(c.actor) != "person"])
        if word.dep_ == "pobj" and country:
            return (country,)
    return ()


def _not_behind_things(word: Token, here: list[Candidate], known: Antecedents) -> list[Candidate]:
    """The candidates that an object can mean: none that only classifies, nor, where it is judged, one before a thing.

    In "Rossi denies the claims and refutes them" the claims are refuted.
    """
    if word.dep_ not in ("dobj", "pobj"):
        return here
    here = [c for c in here if c.token.dep_ not in ("compound", "amod", "nmod")]
    if word.dep_ == "pobj" or word.head.lemma_ not in lists()["judging"]["verbs"]:
        return here
    return [c for c in here if not _thing_between(c.token, word, known)]


def _thing_between(name: Token, word: Token, known: Antecedents) -> bool:
    """Whether somebody else's thing that the pronoun can mean is subject or object between a name and it."""
    tag = "NNS" if word.lower_ in _PLURAL else "NN"
    return any(
        t.tag_ == tag
        and t.dep_ in ("nsubj", "nsubjpass", "dobj")
        and t.head != name.head
        and not known.arguments.by_head.get(t.i)
        for t in (*name.ancestors, *known.doc[name.i + 1 : word.i])
        if t.i < word.i
    )


def _can_be_many(candidate: Candidate, known: Antecedents) -> bool:
    """Whether "they" can be the actor: a plural, or a body of many; "the judge" cannot."""
    if candidate.token.tag_ in ("NNS", "NNPS"):
        return True
    kind = known.kind(candidate.actor)
    return kind in _COLLECTIVE and (kind != "generic" or candidate.token.lemma_.lower() in lists()["many"]["nouns"])


def _coordinated(here: list[Candidate], known: Antecedents) -> tuple[str, ...]:
    """The last group of coordinated actors: "Tigray, Amhara and Afar"."""
    for candidate in reversed(here):
        top = candidate.token
        while top.dep_ == "conj":
            top = top.head
        group = dict.fromkeys(a.actor for t in conjuncts(top) for a in known.arguments.at(t))
        if len(group) > 1:
            return tuple(group)
    return ()


def _contrasted(word: Token, known: Antecedents) -> set[str]:
    """The actors of a contrast: in "while A does this, it does that" A is not meant."""
    if word.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    found = set()
    for child in word.head.children:
        if child.dep_ != "advcl" or child.i > word.i:
            continue
        # The parser hangs "while" on either clause.
        if any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in (*child.children, *word.head.children)):
            found |= {a.actor for t in child.subtree for a in known.arguments.by_head.get(t.i, ())}
    return found


def _in_adjunct(word: Token) -> bool:
    """Whether a possessive stands in an adverbial of the clause: "after its invasion", "despite its promises"."""
    preposition = word.head.head
    return (
        word.dep_ == "poss"
        and word.head.dep_ == "pobj"
        and preposition.lower_ in words("adjuncts", "prepositions")
        and preposition.i > preposition.head.i
    )


def _owner_in_clause(word: Token, known: Antecedents) -> str | None:
    """Who "its" or "their" belongs to inside its own clause, where grammar alone says so."""
    noun = word.head
    if noun.dep_ == "conj":  # "Chad's involvement in Darfur and its alliance with Niger"
        owners = [a.actor for c in noun.head.children if c.dep_ == "poss" for a in known.arguments.at(c)]
        if owners:
            return owners[0]
    judged = _judged(noun, word, known)
    if judged is not None:
        return judged
    if _in_adjunct(word):
        return None
    clause = noun
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
        clause = clause.head
    holders = [a for s in subjects(clause) if s.i < word.i for a in known.arguments.of(s, products=False)]
    names = list(dict.fromkeys(a.actor for a in holders))
    if word.lower_ == "its":
        names = [n for n in names if known.kind(n) != "person"]
    elif len(names) == 1 and known.kind(names[0]) in ("person", "country"):
        return None
    elif len(names) == 1 and known.kind(names[0]) == "generic":
        doer = known.doc[holders[0].end - 1]
        if doer.tag_ == "NN" and doer.lemma_.lower() not in lists()["many"]["nouns"]:
            return None
    return names[0] if len(names) == 1 else None


def _is_harmed(word: Token) -> bool:
    """Whether a possessive is on what the clause's subject attacks, and so not its own: "shelled its border post"."""
    noun = word.head
    if word.dep_ != "poss" or noun.dep_ not in ("dobj", "pobj"):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "on") else noun.head
    if verb.lemma_ not in lists()["harmed"]["verbs"] or any(c.lower_ == "own" for c in noun.children):
        return False
    held = (words("places", "parts"), words("transfer", "instruments"), lists()["harmed"]["nouns"])
    return any(noun.lemma_ in nouns for nouns in held)


def _harmed(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Whose it is that others attack: the one who says so, where the clause is reported."""
    clause = word.head
    while clause.pos_ != "VERB" and clause.head != clause:
        clause = clause.head
    above = clause.head.head if clause.dep_ == "pcomp" else clause.head  # "accused Togo of shelling its embassy"
    if clause.dep_ not in ("ccomp", "pcomp") or above.lemma_ not in (*lists()["reporting"]["verbs"], "accuse"):
        return ()
    names = {a.actor for s in subjects(above) for a in known.arguments.of(s)}
    return tuple(names) if len(names) == 1 else ()


def _judged(noun: Token, word: Token, known: Antecedents) -> str | None:
    """The one judged: "criticised Chad for its raids", "sanctions on Chad for its raids"."""
    preposition, governor = noun.head, noun.head.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "over") or governor.pos_ not in ("NOUN", "VERB"):
        return None
    named = [
        a.actor
        for child in governor.children
        if child.i < word.i and child.dep_ in ("dobj", "prep", "dative")
        for t in child.subtree
        if governor.i < t.i < word.i
        for a in known.arguments.at(t)
        if a.form != "demonym"
    ]
    return named[-1] if named else None


def _maker_of_judged(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The maker of what is judged: "Egypt offered a truce, but both rejected it"."""
    if word.dep_ != "dobj" or word.head.lemma_ not in lists()["judging"]["verbs"]:
        return ()
    products, made = words("stand_ins", "products"), lists()["nominalised"]
    for earlier in reversed(known.doc[known.sentences[sentence].start : word.i]):
        makers = []
        if earlier.pos_ == "NOUN" and earlier.lemma_ in products:
            makers = known.arguments.owners(earlier)
        elif earlier.pos_ == "VERB" and earlier != word.head and earlier.lemma_ in made and not is_passive(earlier):
            makers = [a for s in subjects(earlier) for a in known.arguments.of(s)]
        if makers:
            return tuple(dict.fromkeys(a.actor for a in makers))
    return ()


def _is_dummy(word: Token) -> bool:
    """Whether "it" refers to nothing: "it is clear that", "it was reported", "it is time to"."""
    verb = word.head
    if verb.lemma_ in lists()["events"]["verbs"] or verb.pos_ == "ADJ":  # "it came after", "made it easier"
        return True
    clauses = ("ccomp", "csubj", "xcomp", "csubjpass")
    if any(c.dep_ in clauses and c.i > verb.i for c in verb.children):
        return verb.lemma_ in ("be", "seem", "appear", "mean", "take") or is_passive(verb)
    predicates = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    return verb.lemma_ == "be" and any(g.dep_ in (*clauses, "acl", "relcl") for c in predicates for g in c.children)
