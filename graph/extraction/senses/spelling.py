"""How the lexicon may write a word: as which part of speech, and by which lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from graph.extraction.senses.lexicon import PARTS, PartOfSpeech, lexicon
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, lower_words, once_a_token
from graph.extraction.wordlists import read_data, words

_PARTS_OF: Mapping[str, PartOfSpeech] = {
    "VERB": "verbs",
    "AUX": "verbs",
    "NOUN": "nouns",
    "PROPN": "nouns",
    "ADJ": "adjectives",
}


def part_of(head: Token) -> PartOfSpeech:
    """What a head is to the lexicon; a participle that says how somebody feels is an adjective: "is fed up with"."""
    return "adjectives" if is_felt(head) else _PARTS_OF.get(head.pos_, "verbs")


def is_felt(participle: Token) -> bool:
    """Whether a participle says how its subject feels or stands, and nobody did it: "was disappointed with"."""
    if participle.tag_ != "VBN" or not (participle.dep_ == "acomp" or is_passive(participle)):
        return False
    if not any(c.dep_ == "prep" for c in children(participle)) or any(c.dep_ == "agent" for c in children(participle)):
        return False
    return bool(lexicon().entries("adjectives", participle.lower_))


@once_a_token
def spellings(head: Token) -> list[tuple[PartOfSpeech, str]]:
    """The parts of speech and lemmas to look a head up by, the likeliest first."""
    return list(_spellings(head))


def _spellings(head: Token) -> Iterator[tuple[PartOfSpeech, str]]:
    lemma = head.lemma_.lower()
    if (prefixed := with_prefix(head)) is not None:
        yield "verbs", prefixed
        return
    if (base := past_of(head)) is not None:
        yield "verbs", base
    first = part_of(head)
    forms = [lemma, head.lower_, lemma.replace("is", "iz"), lemma.replace("our", "or")]
    if lemma == "remain":  # what remains at war is at war
        forms.append("be")
    doubled = head.lower_.startswith(lemma + lemma[-1:])  # "sparred" is not "spared", nor is "won" "wined"
    if head.lower_.startswith(lemma) and not doubled and head.lower_ != lemma:
        forms.append(lemma + "e")
    if first == "nouns":
        forms.append(lemma.removesuffix("s"))
    for form in dict.fromkeys(forms):
        yield first, form
    if lemma.endswith("ing") and first != "verbs":
        for form in (lemma[:-3], lemma[:-3] + "e", lemma[:-4]):
            yield "verbs", form
    if first == "nouns" and lemma in words("unlike", "nouns"):
        return
    for part in PARTS:
        if part != first:
            yield part, lemma


def with_prefix(verb: Token) -> str | None:
    """A verb with the prefix that the tokenizer cuts off: to ill-treat is not to treat."""
    cut = verb.i > 1 and lower_words(verb.doc)[verb.i - 2 : verb.i] == ["ill", "-"] and verb.pos_ == "VERB"
    return f"ill-{verb.lemma_.lower()}" if cut else None


def past_of(token: Token) -> str | None:
    """The verb whose past tense a word is that the tagger took for an adjective or an infinitive: "overrode"."""
    return _pasts().get(token.lower_) if token.lemma_.lower() == token.lower_ else None


@cache
def _pasts() -> Mapping[str, str]:
    """Past tenses that are nothing else -> their verb."""
    return dict(read_data("lemmas")["past"])
