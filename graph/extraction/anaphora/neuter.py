"""What body or country do it and its stand for?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import Candidate, at_most_one, lists, only
from graph.extraction.anaphora.possessives import (
    fronted_subject,
    in_adjunct,
    is_harmed,
    not_behind_things,
    owner_in_clause,
    whose_is_harmed,
)
from graph.extraction.anaphora.unnamed import (
    is_about_a_thing,
    is_any,
    is_of_a_thing,
    is_topic_thing,
    nearer_bodies,
    only_modifies,
    unnamed_bodies,
)
from graph.extraction.naming.persons import is_office
from graph.extraction.senses.modality import first_conjunct
from graph.extraction.syntax.making import is_put_forward
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.recipients import recipients
from graph.extraction.syntax.subjects import objects, stated, subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, sentence_starts
from graph.extraction.wordlists import words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NO_THING = frozenset({"person", "people", "generic"})


def neuter_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The bodies or countries that "it" or "its" stands for, or none where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    made = _maker_of_judged(word, sentence, known)
    if made:
        return made
    if is_harmed(word):
        return whose_is_harmed(word, known)
    if is_topic_thing(word, known) or is_of_a_thing(word, known) or word.nbor(-1 if word.i else 0).lower_ == "worth":
        return ()
    if word.dep_ == "poss":
        shared = objects_of_preposition(word.head.head, ("of",)) if word.head.dep_ == "conj" else []
        if shared and not known.arguments.at(word.head.head):  # "the mandate of the force and its relations with"
            return tuple(a.actor for t in shared[-1:] for a in known.arguments.at(t))
        owner = owner_in_clause(word, known) or _named_behind(word, known)
        if owner is not None:
            return at_most_one(owner) if known.kind(owner) not in ("person", "people") else ()
    elif (other := _on_condition(word, known) or _given_before(word, known) or _offered(word, known)) is not None:
        return (other,)
    elif word.dep_ in ("nsubj", "nsubjpass") and (
        is_dummy(word) or (word.i in known.quoted and word.head.lemma_ == "be")
    ):
        return ()  # "It's a matter of time", they say
    elif (doer := _doer_above(word, known) or _addressed(word, known) or _conditioned(word, known)) is not None:
        return (doer,)
    banned = known.not_meant(word) | _contrasted(word, known)
    for back, here in enumerate(known.before(word, sentence)):
        here = [c for c in not_behind_things(word, here, known) if known.same_speech(word, c.token)]
        things = [c for c in here if _is_body(c, known) and c.actor not in banned and not c.place]
        things = [c for c in things if c.subject or known.kind(c.actor) != "region"]
        things = things if back else [c for c in things if not _is_joint_subject(c)] or things
        if word.i in known.quoting:  # what says it is none of which others speak
            things = [c for c in things if c.token.i not in known.quoted]
        if _is_open(word, things, known.sentences[sentence - back], known):
            return ()
        if things:
            return at_most_one(_leading(word, things, known))
    return ()


def _is_joint_subject(candidate: Candidate) -> bool:
    """Whether somebody is one of several who do something: "Chad and Mali left the bloc after it had"."""
    first = first_conjunct(candidate.token)
    return first.dep_ in _SUBJECTS and any(c.dep_ == "conj" for c in children(first))


def _given_before(word: Token, known: Antecedents) -> str | None:
    """Who was given something in the clause before: "Serbia offered Albania pumps and Chad offered | it | tents"."""
    verb = word.head
    if word not in recipients(verb):
        return None
    before = word.doc[: word.sent.start]
    above = verb.head if verb.dep_ == "conj" else before[-1].sent.root if len(before) else verb
    return _body_of(recipients(above), known) if above != verb else None


def _offered(word: Token, known: Antecedents) -> str | None:
    """Who answers what was offered to him: "the airline made the union an offer, which | it rejected"."""
    thing = word.head.head
    answers = word.dep_ == "nsubj" and word.head.dep_ == "relcl" and thing.dep_ == "dobj"
    offered = answers and thing.lemma_ in words("answered", "offers")
    return _body_of(recipients(thing.head), known) if offered else None


def _doer_above(word: Token, known: Antecedents) -> str | None:
    """The body that a reported clause is about: "the court ruled the government erred when it | deported him"."""
    clause = word.head
    above = clause.head
    if clause.dep_ != "advcl" or above.dep_ != "ccomp" or clause.i < above.i:
        return None
    return _body_of(stated(above), known)


def _addressed(word: Token, known: Antecedents) -> str | None:
    """The body that is written to and so asked: "phoned the court, urging | it to free him"."""
    asking = word.head
    calling = asking.head
    if word.dep_ != "dobj" or asking.dep_ != "advcl" or asking.tag_ != "VBG" or asking.i < calling.i:
        return None
    if calling.lemma_ not in words("control", "calling") or asking.lemma_ not in words("control", "object"):
        return None
    return _body_of(objects(calling) or objects_of_preposition(calling, ("to",)), known)


def _on_condition(word: Token, known: Antecedents) -> str | None:
    """Whom a threat or a promise is made to, who has to do something: "will attack Niger unless | it frees him"."""
    clause = word.head
    above = clause.head
    if word.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.i < above.i or is_passive(clause):
        return None
    if not any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "until") for c in children(clause)):
        return None
    promised = [c for c in children(above) if c.dep_ == "xcomp"]  # "threatened to | attack Niger unless it"
    deed = promised[0] if promised else above
    planned = any(c.tag_ in ("MD", "TO") for c in children(deed))
    other = _body_of(objects(deed), known) if planned and clause.lemma_ != deed.lemma_ else None
    return None if other in {a.actor for t in subjects(above) for a in known.arguments.of(t)} else other


def _conditioned(word: Token, known: Antecedents) -> str | None:
    """Whose deed is told before what is done about it: "unless Niger frees him, Chad will attack | it"."""
    verb = word.head
    before = [c for c in children(verb) if c.dep_ == "advcl" and c.i < verb.i]
    told = [c for c in before if any(m.dep_ == "mark" and m.lower_ in ("if", "unless", "until") for m in children(c))]
    return _body_of(stated(told[0]), known) if word.dep_ == "dobj" and told else None


def _body_of(heads: list[Token], known: Antecedents) -> str | None:
    """The one body that the only noun of some is, named or called a board or a government."""
    if len(heads) != 1 or heads[0].tag_ not in ("NN", "NNP"):
        return None
    bodies = {a.actor for a in known.arguments.at(heads[0])}
    body = bodies.pop() if len(bodies) == 1 else None
    unnamed = heads[0].lemma_.lower() in ("government", "ministry") or heads[0].lemma_.lower() in unnamed_bodies()
    return body if body is not None and (known.kind(body) not in NO_THING or unnamed) else None


def _named_behind(word: Token, known: Antecedents) -> str | None:
    """The body named by the main clause behind a possessive: "in its report, the panel said"."""
    subject = fronted_subject(word)
    if subject is None or any(known.arguments.by_head.get(i) for i in range(sentence_starts(word.doc)[word.i], word.i)):
        return None
    bodies = [a.actor for a in known.arguments.at(subject) if subject.tag_ != "NNS"]
    bodies = [b for b in bodies if known.kind(b) not in NO_THING or subject.lemma_.lower() in unnamed_bodies()]
    return bodies[0] if len(bodies) == 1 else None


def _is_open(word: Token, things: list[Candidate], sentence: Span, known: Antecedents) -> bool:
    """Whether somebody else's body, or a thing, is as near as what is named in a sentence."""
    if things and all(only_modifies(c) for c in things):
        return True
    if sentence.end > word.i:
        last = max((c.token.i for c in things), default=-1)
        object_ = word.dep_ in ("dobj", "dative")
        own = [c for c in children(word.head) if object_ and c.dep_ == "nsubj"]  # "a newspaper joined it"
        if any(body not in own for body in nearer_bodies(sentence, last + 1, word.i, known)):
            return True
    elif not any(c.subject for c in things) and is_about_a_thing(word, sentence, known):
        return True
    # "imposed sanctions on Togo after its invasion": grammar does not say whose
    return bool(things) and in_adjunct(word) and only(things) is None


def _leading(word: Token, things: list[Candidate], known: Antecedents) -> str | None:
    """The one body of several that "it" means: one with a name, unless one without is the subject; the subject."""
    named = [c for c in things if known.kind(c.actor) not in NO_THING]
    first = named if any(c.subject for c in named) or not any(c.subject for c in things) else things
    doers = [c for c in first if c.subject]
    return only(first) or only(doers) or (only([c for c in doers if c.leads]) if word.dep_ in _SUBJECTS else None)


def _is_body(candidate: Candidate, known: Antecedents) -> bool:
    """Whether "it" can be the actor: a country or body, by its name or as "the court"; "Facebook page" is none."""
    noun = candidate.token
    if noun.tag_ in ("NNS", "NNPS") and known.kind(candidate.actor) in ("party", "armed group"):
        return False  # "the Republicans"
    if noun.dep_ == "compound" and noun.head.tag_ == "NN" and is_office(noun.head):
        return False  # "the Labour Party premier"
    if noun.dep_ == "compound" and noun.head.tag_ == "NN" and not known.arguments.of(noun.head):
        return noun.head.lemma_ == "magazine" or noun.head.lemma_ in unnamed_bodies()
    if known.kind(candidate.actor) not in NO_THING:
        return True
    unnamed = candidate.form == "generic" and noun.tag_ == "NN" and noun.lemma_.lower() in unnamed_bodies()
    return unnamed and not is_any(noun)


def _contrasted(word: Token, known: Antecedents) -> set[str]:
    """The actors of a contrast: in "while A does this, it does that" A is not meant."""
    if word.dep_ not in ("nsubj", "nsubjpass") or any(c.lower_ == "also" for c in children(word.head)):
        return set()  # who also does that is A
    found = set()
    for child in children(word.head):
        if child.dep_ != "advcl" or child.i > word.i:
            continue
        # The parser hangs "while" on either clause.
        if any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in (*children(child), *children(word.head))):
            found |= {a.actor for t in child.subtree for a in known.arguments.by_head.get(t.i, ())}
    return found


def _maker_of_judged(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The maker of what is judged: "Egypt offered a truce, but both rejected it"."""
    if word.dep_ != "dobj" or word.head.lemma_ not in lists()["judging"]["verbs"]:
        return ()
    products, made = words("stand_ins", "products"), lists()["nominalised"]
    judges = {a.actor for s in subjects(word.head) for a in known.arguments.of(s)}
    for earlier in reversed(known.doc[known.sentences[sentence].start : word.i]):
        makers = []
        if earlier.pos_ == "NOUN" and (earlier.lemma_ in products or is_put_forward(earlier)):
            makers = known.arguments.owners(earlier)
        elif (
            earlier.pos_ == "VERB"
            and earlier != word.head
            and not is_passive(earlier)
            and (earlier.lemma_ in made or _tells_of(earlier, word, judges, known))
        ):
            makers = [a for s in subjects(earlier) for a in known.arguments.of(s)]
        if makers and not judges & {a.actor for a in makers}:
            return tuple(dict.fromkeys(a.actor for a in makers))
    return ()


def _tells_of(verb: Token, word: Token, judges: set[str], known: Antecedents) -> bool:
    """Whether somebody says something of those who deny it: "Chad said Niger had armed rebels, but Niger denied it"."""
    if word.head.lemma_ not in words("denied", "verbs") or verb.lemma_ not in lists()["reporting"]["verbs"]:
        return False
    told = [t for c in children(verb) if c.dep_ == "ccomp" for t in c.subtree if t.i < word.i]
    return any(a.actor in judges for t in told for a in known.arguments.by_head.get(t.i, ()))


def _freezes(verb: Token) -> bool:
    """Whether somebody freezes something, rather than the weather being cold."""
    return verb.lemma_ == "freeze" and any(c.dep_ == "dobj" for c in children(verb))


def is_dummy(word: Token) -> bool:
    """Whether "it" refers to nothing: "it is clear that", "it was reported", "it is time to"."""
    verb = word.head
    if verb.lemma_ == "take" and any(t.tag_ == "TO" and t.dep_ == "aux" and t.i > verb.i for t in verb.subtree):
        return True  # "it took a call to free him"
    if verb.pos_ == "ADJ" or (verb.lemma_ in lists()["events"]["verbs"] and not _freezes(verb)):
        return True  # "it came after", "made it easier"
    if any(c.dep_ == "attr" and c.lemma_ in lists()["dummy"]["happenings"] for c in children(verb)):
        return True  # "it was a rash decision"
    if any(c.lower_ == "how" for c in children(verb)) and verb.lemma_ in ("work", "go", "happen"):
        return True
    clauses = ("ccomp", "csubj", "xcomp", "csubjpass")
    behind = [c for c in children(verb) if c.dep_ in clauses and c.i > verb.i]
    if behind and verb.lemma_ in lists()["dummy"]["feeling"]:
        return any(c.dep_ == "mark" for clause in behind for c in children(clause))
    if behind:
        return verb.lemma_ in lists()["dummy"]["verbs"] or is_passive(verb)
    predicates = [c for c in children(verb) if c.dep_ in ("acomp", "attr")]
    return verb.lemma_ == "be" and any(g.dep_ in (*clauses, "acl", "relcl") for c in predicates for g in children(c))
