"""Mends headlines whose verb was taken for a plural: "Court orders Namibia to release ship", "Magnate sues newspaper".

The component `whowhom_headlines` does so before anything is looked for, since a plural may be somebody.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.naming.candidates import is_capital
from graph.extraction.senses.lexicon import lexicon
from graph.extraction.tokens import forget
from graph.extraction.wordlists import actor_words, any_of

_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# The parts of speech that an object begins with.
_BEGINS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "VERB"})
_OBJECTS = frozenset({"appos", "conj", "dobj", "nmod", "npadvmod"})  # how the parser may hang it on a noun


@Language.component("whowhom_headlines", requires=["token.dep", "token.tag"], assigns=["token.dep", "token.tag"])
def mend_headlines(doc: Doc) -> Doc:
    """Make the plural that a headline turns on its verb again.

    Parameters
    ----------
    doc : Doc
        Tagged and parsed.

    Returns
    -------
    Doc
        The same, its headlines mended.
    """
    lost = [verb for sentence in doc.sents if (verb := _lost_verb(sentence)) is not None]
    for verb in lost:
        _restore(verb)
    if lost:
        forget(doc)
    return doc


def _lost_verb(sentence: Span) -> Token | None:
    """The word of a headline without a verb that is one behind somebody and before what follows."""
    if sentence.root.pos_ in ("AUX", "VERB") or sentence[-1].is_punct:
        return None
    words = [t for t in sentence if not t.is_space]
    if len(words) < 3 or words[-1].is_punct:
        return None
    for doer, word, after in zip(words, words[1:], words[2:], strict=False):
        if word.tag_ in _FINITE and word.dep_ != "compound":
            return None
        plural = word.tag_ == "NNS" or (word.tag_ == "VBZ" and word.dep_ == "compound")
        heads = word == sentence.root or word.head == sentence.root
        if plural and heads and word.is_lower and after.pos_ in _BEGINS and _may_act(doer):
            return word if lexicon().entries("verbs", word.lemma_) else None
    return None


def _may_act(noun: Token) -> bool:
    """Whether a singular noun is somebody: a court, a leader, a name."""
    if noun.tag_ not in ("NN", "NNP") or noun.head.i < noun.i:
        return False
    somebody = any_of(actor_words("generic", "people", "groups"), actor_words("organisations", "introducing", "words"))
    return noun.lemma_.lower() in somebody or (noun.tag_ == "NNP" and is_capital(noun) and bool(noun.ent_type_))


def _restore(verb: Token) -> None:
    """Give a verb its part of speech, its subject, its object and what hangs on these."""
    subject, root = verb.nbor(-1), verb.sent.root
    before = [c for holder in (verb, root) for c in holder.children if c.i < subject.i]
    if root != verb:
        verb.head = verb
        root.head = verb
        root.dep_ = "dobj"
    verb.tag_, verb.pos_, verb.dep_ = "VBZ", "VERB", "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    for word in before:
        word.head = subject
    held = next((c for c in verb.children if c.i > verb.i and c.dep_ in _OBJECTS), None)
    if held is not None:
        held.dep_ = "dobj"
    for clause in [c for holder in (verb, held) if holder is not None for c in holder.children]:
        if clause.dep_ in ("acl", "advcl") and any(c.tag_ == "TO" for c in clause.children):
            clause.head, clause.dep_ = verb, "xcomp"
