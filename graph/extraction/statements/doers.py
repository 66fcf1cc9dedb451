"""Who does what a verb says: its subject and who stands beside it, its agent, or whom a passive only puts out of."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_had_done, is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_BYSTANDING = frozenset({"like", "need", "see", "want"})  # who sees or wants somebody held does not hold him
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SETTINGS = _PLACES | {"DATE", "TIME"}


def doers_of(verb: Token) -> list[Token]:
    """The heads of the words for those who do what a verb says.

    Parameters
    ----------
    verb : Token
        The verb, active or passive.
    """
    if not is_passive(verb):
        own = subjects(verb)
        if verb.lemma_ in words("control", "showing"):  # a firm's poll shows support: not the firm's
            own = [t for t in own if t.lemma_ not in words("control", "shown")]
        return own + _companions(verb, own)
    agents = [t for t in objects_of_preposition(verb, ("by",)) if t.lemma_ not in words("duty", "orders")]
    margins = [t for t in agents if t.lemma_ in words("victories", "games")]  # "was beaten by three votes | by Ali"
    agents = [each for t in margins for each in objects_of_preposition(t, ("by",))] or agents
    if not agents and (verb.dep_ == "acl" or any(c.dep_ in ("nsubjpass", "auxpass") for c in children(verb))):
        agents = _low_agents(verb)
    agents = agents or _shared_agents(verb)
    if not agents and is_had_done(verb) and verb.head.lemma_ not in _BYSTANDING:
        return subjects(verb.head)
    if not agents and _is_kept_so(verb):
        return subjects(verb.head.head)
    agents = agents or _by_order_of(verb) or _put_out_of(verb) or _refused_entry_to(verb)
    return [t for agent in agents for t in conjuncts(agent)]


def _companions(verb: Token, own: list[Token]) -> list[Token]:
    """Who does it beside the subject: "Norway, along with Chad, condemned Niger"."""
    found = []
    for holder in (verb, *own):
        for phrase in children(holder):
            if phrase.i > verb.i:
                continue
            if phrase.lower_ in ("along", "together"):
                found += objects_of_preposition(phrase, ("with",))
            elif phrase.lower_ == "with" and any(c.lower_ in ("along", "together") for c in children(phrase)):
                found += [t for t in children(phrase) if t.dep_ == "pobj"]
    return [t for companion in found for t in conjuncts(companion)]


def _low_agents(verb: Token) -> list[Token]:
    """The agent that the parser hangs on an object: "was refused | visas by the embassy"."""
    kept = [c for c in children(verb) if c.dep_ in ("dobj", "oprd")]  # "is considered | a gang by Chad"
    if verb.lemma_ in words("control", "judging"):  # "was accused of fraud | by Ali"
        kept += objects_of_preposition(verb, ("of", "with", "for"))
    if verb.lemma_ in words("control", "telling"):  # "was told of the deadline | by Ali"
        kept += objects_of_preposition(verb, ("of", "about"))
    if verb.lemma_ in ("hit", "slap", "threaten"):  # "was threatened with a suit | by Ali"
        kept += objects_of_preposition(verb, ("with",))
    # "Was treated for burns | by medics"; but who is held for a raid by rebels is not held by rebels.
    kept += [t for t in objects_of_preposition(verb, ("for",)) if t.lemma_ in words("control", "hurts")]
    # "Was ousted as leader | by Ali"
    stripped = [verb, *objects_of_preposition(verb, ("of",))]  # "was stripped of his post as whip | by Ali"
    kept += [t for v in stripped for t in objects_of_preposition(v, ("as",)) if t.pos_ in ("NOUN", "PROPN")]
    kept += [c for c in children(verb) if c.dep_ == "advmod" and c.i > verb.i]  # "was backed ever since | by Ali"
    # "Was ousted in a coup | by the army"; when and where it was own no "by": "was shot in Lima | by police"
    settings = objects_of_preposition(verb, ("after", "at", "during", "in", "near", "on", "since"))
    kept += [t for t in settings if t.ent_type_ in _SETTINGS or t.lemma_ in words("control", "upheavals", "hours")]
    # "Was held after dawn near the bridge | by troops"
    kept += [t for s in settings for t in objects_of_preposition(s, ("near", "at", "in", "on"))]
    # "Was addressed to the rebels | by Oxfam"; but a call to raids by rebels is not theirs
    made = words("stand_ins", "products")
    kept += [t for t in objects_of_preposition(verb, ("against", "to")) if t.lemma_.lower() not in made]
    # "was quoted as saying | by Reuters", "was kept from leaving | by the court"
    said = [c for c in children(verb) if c.dep_ == "prep" and c.lower_ in ("as", "from")]
    kept += [t for c in said for t in children(c) if t.dep_ == "pcomp"]
    done = [c for thing in kept for c in children(thing) if c.dep_ == "acl" and c.lemma_ in words("making", "staging")]
    return [agent for thing in (*kept, *done) for agent in objects_of_preposition(thing, ("by",))]


def _shared_agents(verb: Token) -> list[Token]:
    """The agent behind the last of several participles right beside each other: "was beaten and robbed | by guards"."""
    for later in (c for c in children(verb) if c.dep_ == "conj" and c.tag_ == "VBN" and c.i > verb.i):
        between = verb.doc[verb.i + 1 : later.i]
        if all(t.dep_ in ("cc", "advmod", "punct", "prt") or t.dep_ == "conj" for t in between):
            return objects_of_preposition(later, ("by",)) or _shared_agents(later)
    return []


def _is_kept_so(verb: Token) -> bool:
    """Whether somebody keeps the noun that a participle hangs on as it says: "kept prisoners chained"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.lemma_ == "keep" and not is_passive(noun.head)


def _put_out_of(verb: Token) -> list[Token]:
    """Who puts somebody out: "was expelled from the party", "was pushed out of the company"; no place does."""
    if verb.lemma_ in words("custody", "putting_out"):
        return objects_of_preposition(verb, ("from",))
    if verb.lemma_ not in words("custody", "pushing_out"):
        return []
    outs = [c for c in children(verb) if c.lower_ == "out"]
    found = [t for out in outs for t in objects_of_preposition(out, ("of",))]
    found += [t for out in outs if out.dep_ == "prt" for t in objects_of_preposition(verb, ("of",))]
    # Who is frozen out of Chad's project is so by whoever runs it, which is not told.
    owned = (t for t in found if t.pos_ == "NOUN" and any(c.dep_ == "poss" for c in children(t)))
    return [t for t in found if t.ent_type_ not in _PLACES and t not in set(owned)]


def _by_order_of(verb: Token) -> list[Token]:
    """Who has something done: "was shut by order of the ministry", "was held on the general's orders"."""
    orders = [
        t for t in objects_of_preposition(verb, ("at", "by", "on", "under")) if t.lemma_ in words("duty", "orders")
    ]
    owners = [c for order in orders for c in children(order) if c.dep_ == "poss"]
    return owners + [t for order in orders for t in objects_of_preposition(order, ("of", "from"))]


def _refused_entry_to(verb: Token) -> list[Token]:
    """Who keeps somebody out: "was refused entry to Chad"."""
    if verb.lemma_ not in ("deny", "refuse"):
        return []
    ways_in = [c for c in children(verb) if c.dep_ == "dobj" and c.lemma_ in words("custody", "ways_in")]
    return [t for way in ways_in for t in objects_of_preposition(way, ("to", "into"))]
