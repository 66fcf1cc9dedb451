"""Whom does a predicate only mention? Topics, places, victims of what is charged, one's own forces are no targets."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

from graph.extraction.annotations import BLOWS
from graph.extraction.relations import sense
from graph.extraction.senses.said import Said, halts
from graph.extraction.senses.settings import is_blow, is_setting
from graph.extraction.syntax.complements import serves_time
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

# What these say of somebody behind "on", and of two behind "between", is said of a matter, not of them.
_TALKING = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TAKING_SIDES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_WITH_PEOPLE = frozenset({"CONSULT", "OTHER", "ROLE"})  # a bare verb says these of nobody's things
_DURING = frozenset({"after", "at", "before", "during", "in"})
_TO_VICTIMS = frozenset({"against", "at", "of", "on"})
_SHARING = frozenset({"against", "among", "between", "of", "to", "with"})
_IN_WORDS = _TALKING | _TAKING_SIDES | {"CONCEDE", "OTHER", "REQUEST"}
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


def _is_description(said: Said) -> bool:
    """Whether the target only says what somebody is elected, seen or compared as: "named him as candidate"."""
    chain = said.chain
    if not chain:
        return False
    called = chain[0].lower_ == "as" and len(chain) > 2 and chain[0].head.dep_ == "pcomp"
    return called or (chain[-1].lower_ == "as" and (said.target.form == "generic" or len(chain) > 2))


def _is_left_behind(said: Said) -> bool:
    """Whether forces only come from the target, or are so far from it: "deployed drones fifty miles from Chad"."""
    return said.read.relation == "MOBILIZE" and bool(said.chain) and said.chain[-1].lower_ == "from"


def _is_own_force(said: Said) -> bool:
    """Whether a force is only whom somebody sends or calls up: "mobilised the National Guard"."""
    if said.chain:
        return False
    given = said.head.lemma_ in words("reciprocal", "trading") or (said.head.lemma_ == "sell" and _has_buyer(said.head))
    if given and said.target.form == "generic":
        return True  # "sold two warships to Peru", "exchanged ambassadors"
    watched = said.head.lemma_ in ("shadow", "tail")  # another's warships
    machines = said.target.form == "generic" and said.target_noun in words("transfer", "machines")
    if said.read.relation == "MOBILIZE" and machines and not watched:
        return True  # "increased its warships"
    moved = said.read.relation == "MOBILIZE" and said.head.lemma_ in words("transfer", "senders")
    if moved and said.target_kind != "armed force":
        moved = any(c.tag_ == "PRP$" for c in children(said.head.doc[said.target.end - 1]))
    return moved or (said.read.rule.endswith("on alert") and said.target.form == "generic")


def _has_buyer(verb: Token) -> bool:
    return any(c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ == "to") for c in children(verb))


def _is_own_body(said: Said) -> bool:
    """Whether the target is only where in a body of the source's own: "summoned the envoy to its foreign ministry"."""
    head, source, target, chain = said.head, said.source, said.target, said.chain
    if len(chain) != 1 or chain[0].lower_ not in ("at", "in", "into", "to"):
        return False
    if said.target_noun in actor_words("generic", "people") or not any(c.dep_ == "dobj" for c in children(head)):
        return False
    meant = head.doc._.references or {}
    own = [c for c in children(head.doc[target.end - 1]) if c.dep_ == "poss" and c.tag_ == "PRP$"]
    return any(source.actor in meant.get(c.i, ()) for c in own)


def _is_own_deed(said: Said) -> bool:
    """Whether a target is only whose deed is done: "the attack was launched by a user"."""
    if said.target.form != "pronoun" or said.read.relation in _TAKING_SIDES:
        return False
    noun = said.head.doc[said.target.start].lemma_
    return noun in re.split(r"\W+", said.read.rule) and noun not in actor_words("generic", "groups")  # "left the bloc"


def _is_said(said: Said) -> bool:
    """Whether the target is only a word of the predicate: "took the firm to court", "reported him to the police"."""
    head, target, read, chain = said.head, said.target, said.read, said.chain
    behind = bool(chain) and target.form == "generic" and chain[-1].pos_ == "ADP"
    named = behind and head.doc[target.end - 1].lemma_ in re.split(r"[\s/]+", read.rule)
    to_another = named and read.rule.rpartition(" ")[2] in ("against", "with")  # "went to court against the firm"
    return named and (to_another or head.pos_ == "NOUN" or any(c.dep_ in ("dobj", "nsubjpass") for c in children(head)))


def _is_denied(said: Said) -> bool:
    """Whether only a part in what befell the target is denied: see `denials.py`."""
    part = said.chain[0].lemma_ if said.chain else ""
    return said.head.lemma_ in words("denied", "verbs") and part in words("denied", "parts")


def _is_listed(said: Said) -> bool:
    """Whether a target only says what a list is of: "removed Cuba from its list of terrorist states"."""
    of_list = len(said.chain) > 1 and said.chain[-1].lower_ == "of" and said.chain[-2].lemma_ in ("blacklist", "list")
    return of_list and said.target.form == "generic"


def _is_told_of(said: Said) -> bool:
    """Whether the parser takes who does something for what is told: "told Radio Kano the army | had left"."""
    if said.head.lemma_ not in words("control", "telling") or said.chain:
        return False
    target = said.head.doc[said.target.end - 1]
    apart = target.dep_ == "dobj" and any(c.text == "the" for c in children(target))
    return apart and any(c.dep_ == "dative" and c.i < target.i for c in children(said.head))


def _is_vague(said: Said) -> bool:
    """Whether nothing is said of an owner: "discussed Chad's budget" is no link to Chad."""
    head, read, chain = said.head, said.read, said.chain
    if not chain and head.pos_ == "VERB" and read.symmetric and read.rule.endswith(" with"):
        return True  # to operate a mine is not to operate with it
    if chain and read.rule == head.lemma_ and head.lemma_ in words("reach", "direct"):
        return chain[0].lemma_.lower() not in actor_words("generic", "people")  # "held a meeting of shareholders"
    if chain and (_does_to_a_thing(said) or _is_with_a_thing(said)):
        return True
    if read.relation != "OTHER" or not chain or not read.known:
        return False
    if sum(t.pos_ == "ADP" for t in chain) > 1 and len(chain) > 2:
        return True  # "familiar with the workings of the Senate"
    owned = read.kind == "event" and chain[-1].pos_ != "ADP"
    return owned and chain[-1].lemma_ not in words("stand_ins", "teams")


def _does_to_a_thing(said: Said) -> bool:
    """Whether a verb by itself only does something to what is somebody's: "addressed the crime of"."""
    head, read, chain = said.head, said.read, said.chain
    alone = head.pos_ == "VERB" and " " not in read.rule and chain[0].dep_ in ("dobj", "nsubjpass", "oprd")
    lemma = chain[0].lemma_.lower()
    taken = head.lemma_ in words("things", "takers")  # to seize records is to seize them of somebody
    if alone and not taken and read.relation in BLOWS and lemma in words("things", "notions"):
        return True
    if not alone or read.relation not in _WITH_PEOPLE:
        return False
    if read.kind == "speech" and lemma in words("stand_ins", "products"):  # "quoted Chad's statement"
        return False
    people = (words("stand_ins", "people"), actor_words("generic", "people"), words("places", "offices"))
    return not any(lemma in each for each in people)


def _is_with_a_thing(said: Said) -> bool:
    """Whether what holds both ways is said of somebody's thing: "struggles with Chad's weather"."""
    if not said.read.symmetric or said.head.pos_ != "VERB" or len(said.chain) < 2:
        return False
    if len(said.chain) > 2 and said.chain[-1].pos_ == "ADP" and said.chain[-1].lower_ not in _SHARING:
        return True  # "keeps ties with companies from Chad"
    if said.chain[0].pos_ != "ADP":
        return False
    lemma = said.chain[-1].lemma_.lower()
    people = (words("stand_ins", key) for key in ("people", "teams"))
    named = (*people, actor_words("generic", "people"), words("places", "offices"))
    return said.chain[-1].pos_ == "NOUN" and not any(lemma in each for each in named)


def _is_topic(said: Said) -> bool:
    """Whether the target only belongs to what is spoken about: "a deal on the Irish border"."""
    read, chain = said.read, said.chain
    if chain and read.relation in _IN_WORDS and _is_between_two(said):
        return True
    if not chain and read.rule == "discuss something with":
        return True  # "discussed Libya with Trump"
    prepositions = [t.lower_ for t in chain if t.pos_ == "ADP"]
    if not prepositions:
        return False
    if read.rule.startswith("discuss something") and chain[-1].head == chain[0]:
        return chain[0].lemma_ in words("reciprocal", "shared")  # "discussed trade with Chad"
    topics = [t for t in chain[:-1] if t.lemma_.lower() in words("adjuncts", "topics")]
    if any(t.lemma_.lower() not in re.split(r"\W+", read.rule) for t in topics):
        return True
    agreed = read.relation == "AGREE" and chain[0].lower_ == "on" and len(prepositions) > 1
    if agreed and not {"with", "between"} & set(prepositions):
        return True  # "her agreement on withdrawal from the union"
    about = len(chain) > 3 and chain[-1].pos_ == "ADP" and chain[-3].lower_ in _ABOUT and chain[-4].pos_ == "NOUN"
    if about and read.relation in _TALKING | _TAKING_SIDES:  # "postponed a conference on talks with Chad"
        return True
    if read.relation in _TALKING and prepositions[-1] == "between" and read.rule.startswith("promise("):
        return True  # who prepares a summit between two does not meet them
    if read.relation in _TALKING:
        return chain[-1].pos_ != "ADP" and prepositions[-1] in _ABOUT
    apart = read.relation in _TAKING_SIDES or read.relation == "RETREAT"  # "ended the clashes between A and B"
    return apart and prepositions[-1] in ("between", "among")


def _is_between_two(said: Said) -> bool:
    """Whether the target is one of two that share what is meant: "supported a way out of the Kenyan-Somali dispute"."""
    target, chain = said.target, said.chain
    noun = chain[-1]
    if noun.pos_ != "NOUN" or not target.end <= noun.i or noun.lemma_.lower() in words("stand_ins", "products"):
        return False
    around = {noun.doc[target.start - 1].text if target.start else "", noun.doc[target.end].text}
    return bool(around & {"-", "–"})


def _is_blamed(said: Said) -> bool:
    """Whether the target is only whom words are against that somebody rejects: "rejected criticism of the navy".

    Nor is it blamed where it owns what is blamed on another: "blamed his death on the navy".
    """
    head, chain = said.head, said.chain
    if head.lemma_ == "blame" and chain and chain[0].dep_ in ("dobj", "nsubjpass"):
        return all(t.lower_ != "on" for t in chain) and any(
            t.lower_ == "on" for t in (*chain[0].subtree, *children(head))
        )
    if len(chain) < 2 or head.lemma_ not in words("control", "rejecting"):
        return False
    against = chain[1].lower_ in ("of", "against", "about")
    return against and chain[0].lemma_.lower() in words("control", "reproaches")


def _is_victim(said: Said) -> bool:
    """Whether the target suffered the deed that is looked into: "opened an inquiry over the shelling of Gori"."""
    read, chain = said.read, said.chain
    because = bool(chain) and chain[0].lower_ in ("after", "for", "over") and read.polarity == "hostile"
    if because and any(t.lemma_ in words("suffered", "nouns") for t in chain) and chain[-1].lower_ == "of":
        return True  # "was fired over the death of Ali Hassan"
    if read.relation not in ("ACCUSE", "COERCE") or read.kind != "event":
        return False
    return any(
        before.pos_ == after.pos_ == "ADP" and noun.pos_ == "NOUN" and after.lower_ in _TO_VICTIMS and is_blow(noun)
        for before, noun, after in zip(chain, chain[1:], chain[2:], strict=False)
    )


def _is_in_letter(said: Said) -> bool:
    """Whether the target only gets the letter in which something is said: `circumstances` tells who wrote it."""
    chain = said.chain
    return len(chain) > 2 and chain[0].lower_ == "in" and chain[1].lemma_ in words("circumstances", "letters")


def _is_company(said: Said) -> bool:
    """Whether the target only goes with what the words say: "hit a car with soldiers", "spoke in talks with Chad"."""
    head, read, chain = said.head, said.read, said.chain
    if not chain or chain[-1].lower_ != "with":
        return False
    if len(chain) == 1:  # "struck an area near the border | with Chad"
        acts = head.pos_ == "VERB" and any(c.dep_ == "dobj" and c.i < chain[0].i for c in children(head))
        acts = acts and head.lemma_ not in words("reciprocal", "trading")  # "traded blows with Chad"
        return acts and read.relation in BLOWS and not read.symmetric and head.lemma_ in read.rule
    if "with" in re.split(r"\W+", read.rule):
        return False
    if chain[0].pos_ == "ADP":
        talks = sense(chain[1], ()) if chain[0].lower_ in _DURING and read.relation not in _TALKING else None
        return talks is not None and talks.relation == "CONSULT"
    return read.relation in BLOWS and chain[0].head == head and chain[0].dep_ in ("dobj", "nsubjpass")


def _is_moved(said: Said) -> bool:
    """Whether the target's own forces are what is moved: "approved the deployment of a Chadian team"."""
    moved = (
        said.chain
        and said.chain[0].lemma_ in words("transfer", "nouns")
        and len(said.chain) > 1
        and said.chain[1].lower_ == "of"
    )
    return bool(moved) and said.read.relation == "MOBILIZE"


def _is_own_fight(said: Said) -> bool:
    """Whether the target only fights the fight that it is helped in: "sent arms to Chad in its fight"."""
    inside = len(said.chain) > 1 and said.target.form == "pronoun" and said.chain[-2].lower_ == "in"
    return inside and said.chain[-1].lemma_ in words("helped", "fights")


def _is_charge(said: Said) -> bool:
    """Whether the target only suffered what somebody is charged with: "charged him with the murder of Bravo"."""
    head, chain = said.head, said.chain
    deed = charge_of(head, chain[0]) if len(chain) > 2 else None
    return deed is not None and chain[1] in (deed, deed.head)


def charge_of(verb: Token, preposition: Token) -> Token | None:
    """The deed that a verb charges somebody with: "murder" in "accused the mayor of the murder of"."""
    if preposition.lower_ not in ("of", "with", "for", "over") or not _charges(verb):
        return None
    nearest = preposition.head
    accused = nearest.head == verb and nearest.dep_ in ("dobj", "nsubjpass")  # "accused the agents | of the murder of"
    punished = nearest.lower_ in words("duty", "found") or nearest.lemma_.lower() in words("control", "punishments")
    if not (nearest == verb or accused or punished):
        return None
    for noun in children(preposition):
        parts = words("denied", "parts")  # "of involvement in the killing of"
        holders = (noun, nearest, verb) if noun.lemma_ in parts else ()
        inside = [t for holder in holders for t in objects_of_preposition(holder, ("in",)) if t.i > noun.i]
        for deed in inside or (conjuncts(noun) if noun.dep_ == "pobj" else ()):
            read = sense(deed, ()) if deed.pos_ == "NOUN" else None
            if read is not None and read.polarity == "hostile":
                return deed
    return None


def _charges(verb: Token) -> bool:
    """Whether a verb charges somebody, or finds them guilty."""
    if any(c.dep_ == "neg" for c in children(verb)):
        return False
    if serves_time(verb):
        return True
    if verb.lemma_ in ("find", "hold"):
        guilty = [c for c in children(verb) if c.lower_ in words("duty", "found")]
        return any(not any(n.dep_ == "neg" for n in children(c)) for c in guilty)
    return verb.lemma_ in words("control", "judging") and verb.lemma_ not in words("control", "clearing")


def _is_at_home(said: Said) -> bool:
    """Whether the target is only the source's own country: "Peruvian authorities declared an emergency in Peru"."""
    if said.source.form != "generic" or not said.chain or said.chain[-1].lower_ not in ("in", "across", "over"):
        return False
    entry = (said.head.doc._.actors or {}).get(said.source.actor)
    return entry is not None and entry.country == said.target.actor


def _is_spared(said: Said) -> bool:
    """Whether somebody is only spared what another does ("halted the rebels' attack on Goma"), or it is his own."""
    if said.read.rule.startswith("halt("):
        return said.head.doc[said.target.start].tag_ == "PRP$"  # "to halt their attacks"
    if said.read.relation not in ("CONCEDE", "RETREAT") or not halts(said):
        return False
    deeds = [c for c in children(said.head) if c.dep_ == "dobj"]
    doers = [t for deed in deeds for t in children(deed) if t.dep_ == "poss" and t.pos_ in ("NOUN", "PROPN")]
    return any(not said.target.start <= t.i < said.target.end for t in doers)


def _is_in_gesture(said: Said) -> bool:
    """Whether somebody is only shown something: "closed its embassy in a gesture of support for Chad"."""
    chain = said.chain
    shown = len(chain) > 2 and chain[0].lower_ in ("as", "in")
    return shown and chain[1].lemma_ in words("circumstances", "gestures") and said.head.pos_ == "VERB"


ONLY_MENTIONED: tuple[Callable[[Said], bool], ...] = (
    _is_vague, _is_topic, _is_own_deed, _is_own_force, _is_description, _is_left_behind, _is_said, _is_own_body,
    _is_own_fight, _is_charge, _is_blamed, _is_victim, _is_in_letter, is_setting, _is_company, _is_moved,
    _is_at_home, _is_told_of, _is_denied, _is_listed, _is_spared, _is_in_gesture,
)  # fmt: skip
