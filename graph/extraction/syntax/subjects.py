"""Who does what a verb says, and to whom: the heads of its subjects and objects, stated or understood.

Everything here reads roles off the dependency tree, never off word order, and knows nothing of actors.
"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.syntax.entrusted import asked_by, asked_in_noun, for_whom, is_aim, left_to
from graph.extraction.syntax.examples import told_to_be
from graph.extraction.syntax.gatherings import deed_at, is_said_by, is_said_together
from graph.extraction.syntax.misplaced import (
    charge_above,
    described_so,
    is_bidden,
    joined_higher,
    listed_subjects,
    misplaced_subject,
    said_aside,
    told_of_before,
    told_of_object,
)
from graph.extraction.syntax.phrases import conjuncts, is_each_other, objects_of_preposition
from graph.extraction.syntax.relative_clauses import RELATIVE, cleft, conjuncts_upward, lent
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, once_a_token
from graph.extraction.wordlists import actor_words, words

_PRESENT = frozenset({"MD", "VBZ", "VBP"})
_CHARGES = frozenset({"of", "for", "with", "over", "about"})
_WAYS = frozenset({"of", "from", "for", "into", "as"})
_OWNED = frozenset({"his", "her", "their"})
_DEPTH = 6


def subjects(verb: Token) -> list[Token]:
    """The heads of the words that are the grammatical subject of a verb, stated or understood.

    Relative pronouns give their antecedent, bare conjuncts, complements and participles the subject
    of what they hang on; the object of an object-control verb ("urged Iran to stop") is one.
    """
    return [verb.doc[i] for i in _places_of_subjects(verb)]


@once_a_token
def _places_of_subjects(verb: Token) -> list[int]:
    return [token.i for token in _subjects(verb)]


def _subjects(verb: Token, depth: int = 0) -> list[Token]:
    if depth > _DEPTH:
        return []
    own = stated(verb)
    if len(own) == 1 and _is_country_of_town(own[0]):
        return []
    if own:
        return [s for token in own for s in listed_subjects(token, verb) or _antecedents(token, verb)]
    misplaced = misplaced_subject(verb)
    if misplaced is not None:
        return conjuncts(misplaced)
    if is_bidden(verb):
        return []
    if (told := told_of_before(verb)) is not None:
        return conjuncts(told[0])
    if handed := left_to(verb):
        return handed
    if (charge := charge_above(verb)) is not None:
        return objects(charge.head)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _subjects(resumed_speech(verb) or joined_higher(verb) or verb.head, depth + 1)
    if verb.dep_ in ("relcl", "acl"):
        return _subjects_of_adnominal(verb, depth)
    if given := lent(verb) or told_of_object(verb):
        return given
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "acomp", "attr", "oprd", "prep"):
        return _understood(verb, depth)
    return []


def resumed_speech(verb: Token) -> Token | None:
    """The verb of saying that a later one goes on from: "said the dam was full, and warned villagers".

    The parser joins it to what is said. There a past tense behind "will", "would" or "is" cannot stand; behind "had" it
    may ("said rebels had come and killed two"), unless it tells what is said again ("had left and accused Sudan").
    Nor does "has" go on from a past tense ("says they lied and has sued them").
    """
    reported = verb.head
    said = reported.head
    if _has_since(verb, reported, said):
        return said
    if verb.dep_ != "conj" or reported.dep_ != "ccomp" or verb.tag_ != said.tag_ or reported.i < said.i:
        return None
    joined = next((c for c in children(reported) if c.dep_ == "cc" and c.i < verb.i), None)
    if joined is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in children(verb)):
        return None
    auxiliaries = {c.tag_ for c in children(reported) if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" and auxiliaries & _PRESENT and said.lemma_ in cues("attribution")["verb"]:
        return said
    apart = verb.doc[joined.i - 1].text == "," or bool(auxiliaries)
    return said if apart and verb.lemma_ in cues("attribution")["judging"] else None


def _has_since(verb: Token, reported: Token, said: Token) -> bool:
    """Whether a perfect behind a past tense goes on from the present above both."""
    joined = verb.dep_ == "conj" and reported.dep_ == "ccomp" and reported.tag_ == "VBD" and reported.i > said.i
    above = said.tag_ in ("VBZ", "VBP") and said.lemma_ in cues("attribution")["verb"]
    own = {c.dep_: c.lower_ for c in children(verb)}
    return joined and above and own.get("aux") in ("has", "have") and not own.keys() & {"nsubj", "nsubjpass"}


def is_introduced(name: Token, first: Token) -> bool:
    """Whether a second subject is only the name of what stands before it: "gunmen from the group Ansar"."""
    before = name.doc[max(name.left_edge.i - 1, 0)]
    return name.i > first.i and before.pos_ == "NOUN" and before != first and first.is_ancestor(before)


def stated(verb: Token) -> list[Token]:
    """The subjects that a verb has itself; "the lawmaker Ana Lima" is one, where the parser makes it two."""
    own = [c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "whom"]
    if len(own) == 1 and (described := described_so(own[0])) is not None:
        return [described]
    if len(own) < 2:
        return own
    if own[0].tag_ in ("WDT", "WP") and any(lent(c) for c in children(verb)):
        own = own[1:]
    if own[-1].tag_ == "PRP" and own[-1].nbor(-1).text == ",":  # "a Kenyan by birth, she was held"
        return own[-1:]
    if own[-1].dep_ == "nsubjpass" and any(c.dep_ == "acl" and c.right_edge.i < own[-1].i for c in children(own[0])):
        own = own[:1]  # "plans to raise the force to 300 | helmets were condemned"
    return [t for t in own if not any(_names(name, t) for name in own)]


def _is_country_of_town(name: Token) -> bool:
    """Whether a name only says where the town before it is: "a race in Falun, | Sweden apologised"."""
    if name.ent_type_ != "GPE" or name.i < 3 or name.nbor(-1).text != ",":
        return False
    town = name.nbor(-2)
    if town.ent_type_ != "GPE" or town.dep_ != "pobj" or town.head.lower_ != "in" or town.head.head == name.head:
        return False
    above = next((t for t in town.ancestors if t.head == name.head), town)
    return above.pos_ in ("NOUN", "PROPN")  # but "in a speech in Falun, | Sweden apologised"


def _names(name: Token, noun: Token) -> bool:
    """Whether one subject is the name of another: "the lawmaker Ana Lima", "the envoy to Chad(,) Ana Lima said"."""
    if name.pos_ != "PROPN":
        return False
    if noun.pos_ == "NOUN" and name.left_edge.i == noun.i + 1:
        return True
    described = name.ent_type_ == "PERSON" and any(c.dep_ == "det" for c in children(noun))
    if not described or noun.right_edge.i > name.i:
        return False
    return name.doc[noun.right_edge.i + 1 : name.left_edge.i].text in ("", ",")


def _antecedents(token: Token, verb: Token) -> list[Token]:
    if token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP", "IN", "DT", "WP$"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return conjuncts_upward(clause.head, clause)
        return cleft(clause) or [token]
    return conjuncts(token)


def _subjects_of_adnominal(verb: Token, depth: int) -> list[Token]:
    near = verb.doc[max(verb.i - 1, 0)]
    if verb.tag_ == "VBG" and near.dep_ == "conj" and near.tag_ == "NNS" and verb.head.is_ancestor(near.head):
        return [near]  # "supporters of Ana Lima and police | trying to hold her"
    noun = verb.head
    spoken = noun.lemma_ in words("stand_ins", "products") or is_said_together(noun, verb)  # "a statement urging"
    thing = spoken and verb.tag_ == "VBG"
    infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in children(verb))
    if infinitive and (asked := asked_in_noun(noun.head) or asked_by(noun)):
        return asked
    if infinitive and told_to_be(noun) and (noun.pos_ == "ADJ" or any(c.dep_ == "amod" for c in children(noun))):
        return [noun]  # "the first country to recognise Kosovo was Costa Rica"
    if infinitive and noun.dep_ == "pobj" and noun.lemma_ in words("control", "plots"):
        accusing = noun.head.head  # "charged Omar with conspiracy | to bomb"
        if accusing.pos_ == "VERB" and accusing.lemma_ in words("control", "judging"):
            return _affected(accusing)
    if infinitive and noun.lemma_ in words("control", "polls"):
        return []  # "call an election to choose": the voters do
    if infinitive and (trying := _tries(noun)) is not None:
        return _subjects(trying, depth + 1)
    if infinitive or (verb.dep_ == "acl" and thing):  # "a plan to attack", "the failure of X to protect"
        owners = [c for c in children(noun) if c.dep_ == "poss"]
        owners = owners or objects_of_preposition(noun, ("of", "by", "from") if thing else ("of", "by"))
        if owners:
            return [t for owner in owners for t in conjuncts(owner)]
        made = noun.lemma_ in words("stand_ins", "products")
        if made and any(c.dep_ in ("compound", "amod", "nmod") and _is_name(c) for c in children(noun)):
            return [noun]  # "a UN resolution condemning Chad", "a Chadian plan to arm rebels": the UN's, Chad's
        governor = noun.head
        if noun.dep_ == "dobj" and governor.lemma_ in words("control", "granting"):  # "gave police powers to search"
            granted = [c for c in children(governor) if c.dep_ == "dative" and c.pos_ != "ADP"]
            granted += [c for c in children(governor) if c.dep_ == "nsubjpass"]
            if granted:
                return [t for one in granted for t in conjuncts(one)]
            if any(_is_name(c) for c in children(noun) if c.dep_ == "compound" and c.tag_ != "NN"):
                return []  # "granted the Portuguese government | permission to"
            if any(_is_name(t) for c in children(noun) if c.dep_ == "compound" for t in children(c)):
                return []
        if infinitive and governor.lemma_ in words("control", "thwarting") and not is_said_by(governor, verb):
            return []  # who condemns a plan to attack does not attack
        if not infinitive and governor.lemma_ in words("control", "weighing"):
            return []  # who reviews a law preventing it does not prevent it
        if infinitive and governor.lower_ in ("in", "on", "under") and noun.lemma_ in words("control", "aims"):
            governor = governor.head  # "attacked in a bid to topple", "is in talks to buy", "is under pressure to sue"
        elif noun.dep_ == "pobj" and not infinitive and is_said_together(noun, verb):
            governor = deed_at(noun)
        elif noun.dep_ == "nsubjpass" and governor.lemma_ in words("making", "doing", "verbs"):
            doers = objects_of_preposition(governor, ("by",))  # "a raid targeting rebels was carried out by the army"
            return [t for doer in doers for t in conjuncts(doer)]
        elif noun.dep_ not in ("dobj", "attr"):
            return []
        if governor.pos_ in ("VERB", "AUX") and not is_passive(governor):
            return _subjects(governor, depth + 1)
        return []
    return conjuncts_upward(noun, verb)


def _tries(noun: Token) -> Token | None:
    """The verb that an infinitive completes, though the parser hangs it lower: "tried at the trial | to stop him"."""
    if noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return None
    verb = noun.head.head
    while verb.dep_ == "pobj" and verb.head.dep_ == "prep":  # "at the outset of the trial"
        verb = verb.head.head
    trying = verb.lemma_ in words("control", "infinitives") and noun.head.lower_ not in ("for", "in")
    done = any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in children(verb))
    return verb if trying and verb.pos_ == "VERB" and not done else None


def _is_name(modifier: Token) -> bool:
    """Whether a name stands before a noun, by itself or before a hyphen: "UN", "Chadian", "Chad-drafted"."""
    return modifier.text[0].isupper() or any(c.text[0].isupper() and c.i < modifier.i for c in children(modifier))


def _understood(verb: Token, depth: int) -> list[Token]:
    """The subject that a clause without one borrows from the verb above it."""
    governor = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in words("outcomes", "enabling"):
        return []  # "pulled out its troops, allowing the rebels to return"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in words("outcomes", "verbs"):
        commas = any(c.is_punct and c.i < verb.i for c in children(governor)) and verb.i > governor.i
        held = [c for c in children(verb) if c.dep_ == "dobj"]
        reactions = any(c.lemma_ in words("outcomes", "reactions") for c in held)
        own = any(t.lower_ in _OWNED for c in held for t in children(c))  # "shouted, raising his voice"
        if commas and not own and (not reactions or is_passive(governor)):
            return []
    if verb.i > governor.i and verb.tag_ == "VB" and governor.lemma_ in words("control", "granting"):
        granted = [c for c in children(governor) if c.dep_ == "dative" and c.pos_ != "ADP"]
        if granted and any(c.dep_ == "dobj" for c in children(governor)):
            return [t for one in granted for t in conjuncts(one)]
    appointing = verb.i > governor.i and verb.tag_ == "VB" and governor.lemma_ in words("control", "appointing")
    if appointing and verb.dep_ in ("xcomp", "advcl") and (appointed := objects(governor)):
        return appointed  # "elevated Mensah to the court, to succeed Boateng"
    if way := for_whom(verb):
        return way
    asked = asked_in_noun(governor) if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl", "acl") else []
    if asked:
        return asked
    if verb.dep_ == "pcomp":
        preposition = governor
        governor = said_aside(preposition.head) or preposition.head
        if governor.pos_ == "ADV" and governor.head.pos_ == "VERB":  # "stopped short | of accusing"
            return _subjects(governor.head, depth + 1)
        apart = preposition.i > 0 and preposition.nbor(-1).lower_ in ("instead", "because")
        if not apart and _is_judged(governor, preposition):  # "accused the airline's boss | of lying"
            return conjuncts(governor)
        if preposition.lower_ == "as" and governor.lemma_ in ("cite", "quote"):
            return objects(governor)  # "quoted him as saying"
        if preposition.lower_ in ("about", "on", "over") and governor.lemma_ in words("control", "doubts"):
            return []  # "has doubts about removing them"
        if preposition.lower_ == "against" and governor.lemma_ in words("control", "warning"):
            return objects(governor)  # who warns against it does not do it
        if governor.pos_ in ("NOUN", "PROPN"):
            owners = [c for c in children(governor) if c.dep_ == "poss"]
            if owners:
                return [t for owner in owners for t in conjuncts(owner)]
            if any(c.dep_ in ("amod", "compound") and _is_name(c) for c in children(governor)):
                return [governor]  # "Chadian motives in arming rebels": Chad's, if anybody's
            if governor.lemma_ in words("control", "punishments", "grounds") and governor.dep_ == "pobj":
                return _accused(governor.head.head)  # "sentenced him to ten years | for killing"
            if governor.dep_ in ("dobj", "pobj", "attr") and preposition.lower_ == "for":
                return []
            climb = governor
            while climb.dep_ in ("pobj", "prep", "dobj", "attr", "conj") and climb.pos_ not in ("VERB", "AUX"):
                climb = climb.head
            return _subjects(climb, depth + 1) if climb.pos_ in ("VERB", "AUX") else []
        judged = governor.lemma_ in words("control", "judging") and preposition.lower_ in _CHARGES and not apart
        # "accused Chad of a provocation | by arming rebels"
        charged = (c.lower_ in ("of", "with") and c.i < preposition.i for c in children(governor))
        judged |= governor.lemma_ in words("control", "judging") and preposition.lower_ == "by" and any(charged)
        punished = _punished(governor) if preposition.lower_ == "for" else []
        if punished:
            return punished
        swayed = governor.lemma_ in words("control", "object") and preposition.lower_ in _WAYS
        # "kept Chad from arming rebels", "lured a boy into joining them", "hanged the captain for insulting a guard"
        swayed |= preposition.lower_ == "with" and governor.lemma_ == "task"
        turned = preposition.lower_ in ("from", "into", "for") and any(_is_somebody(t) for t in _affected(governor))
        if judged or (swayed and not apart) or (turned and governor.lemma_ not in words("control", "served")):
            return _affected(governor)
    if governor.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and governor.lemma_ in words("control", "prepositional"):
        swayed_ones = objects_of_preposition(governor, ("on", "upon", "to", "with", "for", "at"))
        if swayed_ones and verb.tag_ == "VB":
            return [t for one in swayed_ones for t in conjuncts(one)]
    finite = governor.tag_ != "VBG" or any(c.dep_ == "aux" for c in children(governor))
    # "left the party to join"
    left = governor.lemma_ == "leave" and finite and verb.lemma_ not in words("control", "abandoned")
    left |= is_said_by(governor, verb)
    induced = verb.dep_ == "advcl" and is_aim(verb) and governor.lemma_ in words("control", "inducing")
    governed = verb.dep_ in ("xcomp", "ccomp") and governor.lemma_ in words("control", "object")
    if (governed and not left) or induced:
        controlled = _affected(governor)
        if controlled:
            return controlled
        if verb.dep_ == "ccomp":
            return []
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
        return []
    if is_passive(governor) and governor.lemma_ not in words("control", "object"):
        agents = objects_of_preposition(governor, ("by",))
        if governor.lemma_ in words("control", "using") and verb.tag_ == "VB":  # who uses a tool acts, not the tool
            return [t for agent in agents for t in conjuncts(agent)]
        if verb.dep_ == "advcl" and agents:
            purpose = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in children(verb))
            return [t for agent in agents for t in conjuncts(agent)] if purpose else []
    return _subjects(governor, depth + 1)


def _accused(verb: Token) -> list[Token]:
    """Whom a verb brings before a court: "arrested three men", "opened an inquiry into Ana Lima"."""
    held = objects(verb)
    inquiries = [t for t in held if t.lemma_ in words("control", "investigating", "grounds")]
    looked_into = [t for noun in inquiries for t in objects_of_preposition(noun, ("into", "of", "against"))]
    return [t for one in looked_into for t in conjuncts(one)] or ([] if inquiries else held or subjects(verb))


def _punished(verb: Token) -> list[Token]:
    """On whom a verb lays a penalty: "imposed sanctions on two ministers | for arming rebels"."""
    penalties = [t for t in objects(verb) if t.lemma_ in words("control", "penalties")]
    borne = [t for p in penalties for holder in (p, verb) for t in objects_of_preposition(holder, ("on", "against"))]
    return [t for one in borne for t in conjuncts(one)]


def _is_judged(noun: Token, preposition: Token) -> bool:
    """Whether a verb judges somebody by what a preposition says that the parser hangs on them."""
    reasons = ("of", "for") if noun.dep_ in ("dobj", "nsubjpass") and noun.pos_ in ("NOUN", "PROPN") else ()
    repaid = preposition.lower_ == "for" and _is_somebody(noun) and noun.head.lemma_ not in words("control", "served")
    return preposition.lower_ in reasons and (repaid or noun.head.lemma_ in words("control", "judging"))


def _is_somebody(token: Token) -> bool:
    """Whether a word can be who did what is repaid: "hanged | the captain | for insulting a guard"."""
    named = token.pos_ in ("PROPN", "PRON") and token.lower_ not in ("it", "this", "that", "which")
    return named or token.lemma_.lower() in actor_words("generic", "people", "groups")


def _affected(verb: Token) -> list[Token]:
    """To whom a verb does something, which is both of those who do it to "each other"."""
    held = objects(verb)
    return subjects(verb) if any(is_each_other(t) for t in held) else held


def _sums_up(noun: Token) -> bool:
    """Whether a noun behind a comma is what a clause tells, and no object: "accused Chad of raids, | a charge it"."""
    first = noun.left_edge
    told = noun.lemma_ in words("control", "happenings") and first.lower_ in ("a", "an")
    return told and first.i > 0 and first.nbor(-1).text == ","


def is_told(clause: Token) -> bool:
    """Whether a bare clause says what somebody is told: in "told the newspaper she had left" she left no newspaper."""
    hearer = clause.head
    telling = hearer.dep_ in ("dobj", "dative") and hearer.head.lemma_ in words("control", "telling")
    return telling and not any(t.tag_ in ("WDT", "WP") for t in children(clause))


def objects(verb: Token) -> list[Token]:
    """The direct objects of a verb, or the subject of a passive, with conjuncts."""
    if is_passive(verb):
        return subjects(verb)
    held = [c for c in children(verb) if c.dep_ in ("dobj", "dative")]
    held = held[:1] + [c for c in held[1:] if not _sums_up(c)]
    own = [t for c in held for t in conjuncts(c)]
    if own and not (verb.dep_ == "relcl" and own[0].tag_ in ("WDT", "WP")):
        return own
    # "who(m) they attacked": a relative pronoun in object position
    if verb.dep_ == "relcl" and any(c.dep_ in ("nsubj",) and c.lower_ not in RELATIVE for c in children(verb)):
        return [] if is_told(verb) else [verb.head]
    return []
