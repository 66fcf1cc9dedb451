"""Who says so? Quotations, "according to", reported speech, accusations, hearsay, or the writer alone.

The component `whowhom_attribution` sets `doc._.quotes`; `attribution` then answers for one predicate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.anaphora.named import lists
from graph.extraction.annotations import Quote
from graph.extraction.cues import cues
from graph.extraction.senses.governors import fills
from graph.extraction.speech.speakers import (
    NAMES,
    according,
    author_of,
    object_of,
    owner_of,
    quotes_of,
    speaks,
    subject_of,
)
from graph.extraction.syntax.gaps import is_sentence_of_its_own, takes_up
from graph.extraction.syntax.misplaced import charge_above, said_aside, told_of_before
from graph.extraction.syntax.relative_clauses import lent
from graph.extraction.syntax.subjects import resumed_speech
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEGATORS = frozenset({"not", "n't", "never", "nor"})
_BREAKS = frozenset({",", "-", "–", "—"})
_LONGEST_CLIMB = 25


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for a statement.

    `speaker` heads the words that name the speaker (it may be a pronoun); None with `unnamed` false is the
    writer's own voice. `unnamed` is true for hearsay and for speakers who are nobody in particular;
    `denied` where the speaker vouches for the contrary.
    """

    speaker: Token | None = None
    unnamed: bool = False
    denied: bool = False


WRITER = Attribution()


@Language.component("whowhom_attribution", requires=["token.dep", "token.tag"], assigns=["doc._.quotes"])
def find_quotes(doc: Doc) -> Doc:
    """Set `doc._.quotes`: what stands between quotation marks and is somebody's words."""
    doc._.quotes = quotes_of(doc)
    return doc


def attribution(head: Token) -> Attribution:
    """Who vouches for what a predicate says.

    Parameters
    ----------
    head : Token
        The token that heads the predicate.

    Returns
    -------
    Attribution
        The innermost speaker; `WRITER` where nobody but the writer vouches.

    Notes
    -----
    The clause of a speech verb is the writer's own: in "Ann said that Bo left", "said" is the writer's
    and "left" Ann's. A speaker "I" is the speaker of the quotation that says so. Whoever fears or hopes
    vouches only where nobody else does: in "Bo said that Ann feared war", the war is Bo's.
    """
    quote = quote_around(head)
    held: Attribution | None = None
    node = below = head
    aside = False  # below a relative clause, which nobody denies: "denied a part in a plot that rebels laid"
    parted = False  # below what a comma only adds: "accused Chad of arming rebels, who | deny it"
    for _ in range(_LONGEST_CLIMB):
        leaves = quote is not None and not quote.start <= node.head.i < quote.end
        parted |= _adds_to(node)
        found = _beside_clause(node, below)
        if found is None and not (leaves and quote is not None and quote.speaker is not None):
            found = _above(node)
        if found is not None and _is_attitude(node.head):
            held, found = held or found, None
        if found is not None and parted and node.dep_ == "pcomp":
            break
        if found is not None:
            return _resolved(replace(found, denied=found.denied and not aside), quote)
        aside |= node.dep_ == "relcl"
        if _answers(node):
            return WRITER
        if leaves or node.head.i == node.i:
            break
        node, below = _climb(node), node
    if quote is None or (quote.speaker is None and _is_whole(quote, head.doc)):
        return held or WRITER
    return Attribution(unnamed=True) if quote.speaker is None else _by(head.doc[quote.speaker])


def _climb(node: Token) -> Token:
    """What a clause hangs on: for "said he trusts Bo and dismissed the claim" the parser's "trusts" is wrong."""
    if (resumed := resumed_speech(node)) is not None:
        return resumed
    reported = node.head
    said = reported.head
    judged = node.dep_ == "conj" and node.lemma_ in cues("attribution")["judging"] and reported.dep_ == "ccomp"
    if not judged or not speaks(said) or node.tag_ != said.tag_ or any(c.dep_ in _SUBJECTS for c in children(node)):
        return reported
    himself = any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in children(reported))
    joined = any(c.dep_ == "mark" for c in children(reported))
    return said if himself and not joined else reported


def _answers(clause: Token) -> bool:
    """Whether a clause tells what others make of a charge: "Ali said Chad had lied, a charge that Chad | rejected"."""
    charge = clause.head
    told = clause.dep_ in ("acl", "relcl") and charge.lemma_ in lists()["accusing"]["nouns"] and charge.i > 1
    return told and charge.nbor(-1).lower_ in ("a", "an") and charge.nbor(-2).text == ","


def _adds_to(clause: Token) -> bool:
    """Whether a relative clause behind a comma tells more of somebody than who is meant.

    The parser may join one to a charge: "accused Chad of arming rebels, for which it was | fined".
    """
    first = clause.left_edge
    joined = clause.dep_ == "pcomp" and first != clause and first.nbor().tag_ == "WDT"
    return (clause.dep_ == "relcl" or joined) and first.i > 0 and first.nbor(-1).text == ","


def _is_attitude(governor: Token) -> bool:
    return governor.lemma_.lower() in cues("attribution")["attitude"]


def _is_whole(quote: Quote, doc: Doc) -> bool:
    """Whether marks stand around the whole text, as a table may leave them, so that they quote nobody."""
    outside = (*doc[: quote.start], *doc[quote.end :])
    return all(t.is_quote or t.is_space or t.is_punct for t in outside)


def quote_around(token: Token) -> Quote | None:
    """The quotation that a token stands in, or None."""
    quotes: list[Quote] = token.doc._.quotes or []
    return next((quote for quote in quotes if quote.start <= token.i < quote.end), None)


def is_unnamed(speaker: Token) -> bool:
    """Whether the words that name a speaker name nobody in particular: "officials", but not "Kenyan officials"."""
    if speaker.pos_ == "PROPN" or speaker.lemma_.lower() not in cues("attribution")["generic"]:
        return False
    if speaker.lemma_.startswith("spokes") and any(c.dep_ in ("poss", "compound", "prep") for c in children(speaker)):
        return False  # whoever speaks for a body is known by it
    return not any(t.pos_ == "PROPN" or t.ent_type_ in NAMES for t in _naming(speaker))


def _naming(speaker: Token) -> Iterator[Token]:
    """The words that say whose the speaker is: adjectives, compounds, possessors, "of X"."""
    for child in children(speaker):
        if child.dep_ in ("amod", "compound", "poss", "nmod", "appos"):
            yield child
            yield from children(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from", "at", "for", "in"):
            yield from children(child)


def _by(speaker: Token, *, denied: bool = False) -> Attribution:
    return Attribution(speaker, is_unnamed(speaker), denied)


def _resolved(found: Attribution, quote: Quote | None) -> Attribution:
    """The speaker of the quotation for "I" and "we"."""
    speaker = found.speaker
    if speaker is None or speaker.lower_ not in _FIRST_PERSON or quote is None or quote.speaker is None:
        return found
    return _by(speaker.doc[quote.speaker], denied=found.denied)


# ---- sources named beside the clause


def _beside_clause(node: Token, below: Token) -> Attribution | None:
    """Reportedly, according to X, in the view of X, as X put it, and a bare "X said" between commas."""
    if (told := told_of_before(node)) is not None:
        return _content_of(told[1])
    for child in children(node):
        if child.i == below.i:
            continue
        if child.dep_ in ("advmod", "amod") and child.lower_ in cues("attribution")["hearsay"]:
            return Attribution(unnamed=True)
        named: Token | None = None
        if child.lower_ == "according":
            named = according(child)
        elif child.dep_ == "prep" and child.lower_ in ("in", "for", "by"):
            named = _in_the_view_of(child)
        elif said_aside(child) is not None or _is_parenthetical(child):
            return _content_of(child)
        if named is not None:
            return _by(author_of(named) or named)
    return None


def _in_the_view_of(preposition: Token) -> Token | None:
    for noun in children(preposition):
        if noun.lemma_ not in ("view", "opinion", "eye", "word", "account", "reading", "telling"):
            continue
        for child in children(noun):
            if child.dep_ == "poss":
                return child
            if child.lower_ == "of":
                return object_of(child)
    return None


def _is_parenthetical(verb: Token) -> bool:
    """Whether a clause is "as X put it", or a bare "X said" after a comma."""
    if verb.dep_ not in ("advcl", "parataxis", "ccomp") or not (speaks(verb) or verb.lemma_ == "put"):
        return False
    if any(c.dep_ in ("ccomp", "xcomp") for c in children(verb)):
        return False
    if any(c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") for c in children(verb)):
        return True
    first = verb.left_edge.i
    after_comma = verb.left_edge.text == "," or (first > 0 and verb.doc[first - 1].text in _BREAKS)
    about_else = any(c.dep_ == "mark" or (c.dep_ == "dobj" and c.i < verb.i) for c in children(verb))
    return after_comma and not about_else and verb.dep_ != "advcl"


# ---- sources above the clause


def _above(node: Token) -> Attribution | None:
    """What governs a clause or a noun as its source: said that, accused of, claims that, denied."""
    governor, dep = node.head, node.dep_
    if dep == "ROOT":
        return None
    if dep in ("ccomp", "xcomp"):
        if is_sentence_of_its_own(node, governor):
            return None
        if takes_up(governor) or any(
            c.lower_.endswith(("self", "selves")) for c in (*children(governor), *children(node))
        ):
            return None  # "they find themselves accused" says nothing
        if governor.dep_ == "acomp":
            return _by_believer(governor)
        if (dep == "ccomp" or lent(node)) and speaks(governor):
            return _content_of(governor)
        return _infinitive_claim(governor) if governor.pos_ == "VERB" else None
    if dep == "pcomp":
        when = governor.lower_ in ("after", "before", "since", "without")  # "was charged after being questioned"
        return None if when else accusation(governor)
    if (charge := charge_above(node)) is not None:
        return accusation(charge)
    if dep in ("acl", "relcl") and governor.pos_ == "NOUN":
        return _claim(governor) if fills(node, governor) else None
    if dep == "dobj" and governor.lemma_ in ("deny", "allege", "dispute"):
        return _content_of(governor)
    if dep == "pobj" and governor.lower_ == "as" and governor.head.lemma_ in cues("attribution")["regarding"]:
        return _content_of(governor.head)
    return None


def _content_of(verb: Token) -> Attribution | None:
    """Who vouches for the content of a speech verb."""
    denied = _denies(verb)
    speaker = _vouching(verb)
    if speaker is not None:
        return _by(speaker, denied=denied)
    return Attribution(unnamed=True, denied=denied) if _passive(verb) else None


def _vouching(verb: Token) -> Token | None:
    """The agent of a passive speech verb, the subject of an active one, the author of a speaking work."""
    if _passive(verb):
        believes = verb.lower_ in cues("attribution")["adjective"]  # "the union is convinced that"
        return subject_of(verb) if believes else _agent(verb)
    subject = subject_of(verb)
    if subject is None:
        return None
    if subject.dep_ == "nsubjpass" and subject.head.lemma_ != "quote":  # "was quoted as saying"
        return None
    return author_of(subject) or subject


def _infinitive_claim(verb: Token) -> Attribution | None:
    """Claims in the infinitive: "claims to have seen", "denied seeing", "is said to have seen"."""
    table = cues("attribution")
    lemma = verb.lemma_.lower()
    if _passive(verb):
        if lemma not in table["passive"]:
            return None
        agent = _agent(verb)
        return _by(agent) if agent is not None else Attribution(unnamed=True)
    subject = subject_of(verb) if lemma in table["active"] else None
    return _by(subject, denied=_denies(verb)) if subject is not None else None


def _by_believer(adjective: Token) -> Attribution | None:
    """The subject of "is afraid that", "are convinced that"."""
    if adjective.lemma_.lower() not in cues("attribution")["adjective"]:
        return None
    subject = subject_of(adjective.head)
    return _by(subject) if subject is not None else None


def accusation(preposition: Token) -> Attribution | None:
    """The accuser of "accused Peru of arming rebels"; nobody in particular for "was accused of"."""
    verb = preposition.head
    if verb.dep_ == "pobj" and verb.head.dep_ == "agent":  # "accused by prosecutors of bribing"
        verb = verb.head.head
    if verb.dep_ in ("dobj", "nsubjpass") and verb.head.lemma_ in cues("attribution")["accusing"]:
        verb = verb.head  # "accused the airline's boss | of lying"
    if verb.lemma_ in words("duty", "punishments"):  # "Bello's conviction for the murder of": the court's, not his
        return Attribution(unnamed=True)
    if verb.pos_ == "NOUN":
        return _claim(verb)
    held = verb.lower_ in words("duty", "found") and verb.head.pos_ == "VERB"  # "holds Chad responsible | for"
    verb = verb.head if held else verb
    if not held and verb.lemma_.lower() not in cues("attribution")["accusing"]:
        return None
    speaker = _vouching(verb)
    if speaker is not None:
        return _by(speaker)
    return Attribution(unnamed=True) if _passive(verb) else None


def _claim(noun: Token) -> Attribution | None:
    """Who makes a claim: "Peru's claim that", "repeated the claim that", or whoever rejects it."""
    kind = cues("attribution")["noun"].get(noun.lemma_.lower())
    if kind is None:
        return None
    denied = kind == "deny"
    whose = owner_of(noun)
    if whose is not None:
        return _by(whose, denied=denied)
    subject = subject_of(noun.head) if noun.dep_ == "dobj" else None
    if subject is not None:
        return _by(subject, denied=denied != _denies(noun.head))
    return Attribution(unnamed=True, denied=denied)


def subject_vouches(verb: Token) -> Attribution:
    """The subject of a verb that is a claim by itself: "linked the suspects to the cartel"."""
    return _content_of(verb) or WRITER


def laid_on(doer: Token) -> Attribution | None:
    """Who lays a deed on its doer: "a raid blamed by Chad on the rebels"; nobody in particular in "blamed on them"."""
    preposition = doer.head
    clause = preposition.head
    laid = preposition.lower_ in ("on", "to") and clause.dep_ == "acl" and clause.lemma_ in ("attribute", "blame")
    if not laid:
        return None
    speaker = _agent(clause)
    return Attribution(unnamed=True) if speaker is None else _by(speaker)


# ---- small questions


def _denies(verb: Token) -> bool:
    denial = cues("attribution")["verb"].get(verb.lemma_.lower()) == "deny"
    return denial and not any(c.lower_ in _NEGATORS for c in children(verb))


def _passive(verb: Token) -> bool:
    if any(c.dep_ == "auxpass" for c in children(verb)):
        return True
    return verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in children(verb))


def _agent(verb: Token) -> Token | None:
    return next((object_of(c) for c in children(verb) if c.dep_ == "agent"), None)
