"""Its, they, the two men, the ban: resolved to actors where one reading remains, else left alone.

A wrong antecedent makes a false claim about somebody, so every rule gives up when it is unsure. The
constraints are those of the classical salience methods: agreement in kind and number, no pronoun for
the subject of its own clause in object position, subjects before objects, recent before old (Lappin &
Leass 1994, "An algorithm for pronominal anaphora resolution", without its weights). Pronouns are read
in `pronouns.py`, definite nouns in `anaphors.py`.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.anaphora.anaphors import later_referent, noun_referents
from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.claimants import women_and_men
from graph.extraction.anaphora.couples import bare_both, bare_two, so_many
from graph.extraction.anaphora.deeds import doer_of_this, who_died
from graph.extraction.anaphora.makers import remember_maker
from graph.extraction.anaphora.named import at_most_one
from graph.extraction.anaphora.pronouns import pronoun_referents
from graph.extraction.anaphora.qualified import aged
from graph.extraction.anaphora.relatives import remember_relative
from graph.extraction.anaphora.same_kind import sort_of
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.senses.modality import first_conjunct
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.tokens import lower_words

# Words that stand for somebody without a noun, as two or somebody dead or of some age.
_BY_ITSELF = frozenset({"both", "deceased", "each", "neither", "old", "other", "two"})
_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})


@Language.factory("whowhom_coreference", requires=["doc._.actor_mentions"], assigns=["doc._.references"])
def make_coreference(nlp: Language, name: str) -> Coreference:
    """The component, for `nlp.add_pipe`."""
    return Coreference(name)


class Coreference:
    """Writes `doc._.references`: the head of what refers back -> the actors it stands for."""

    def __init__(self, name: str = "whowhom_coreference") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        doc._.references = resolve(doc) if doc._.actor_mentions else {}
        return doc


# Parts of speech that neither refer back nor tell who made a thing or whose relative somebody is.
_SILENT = frozenset({"ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "SPACE", "SYM"})


def resolve(doc: Doc) -> dict[int, tuple[str, ...]]:
    """What refers back, by token, in reading order: what is resolved helps what comes later."""
    known = Antecedents(doc)
    known.described.update(women_and_men(known))
    references: dict[int, tuple[str, ...]] = {}
    open_nouns: list[Token] = []
    lower = lower_words(doc)
    for number, sentence in enumerate(known.sentences):
        for token in sentence:
            if token.i in known.quoted:
                _speaker_first(token, number, known, references)
            part = token.pos_
            if part in _SILENT:
                continue
            refers = part in ("PRON", "NOUN") or _is_office(token, known) or (part == "NUM" and _is_count(token))
            refers = refers or (lower[token.i] in _BY_ITSELF and (_is_aged(token) or _is_two(token) or _is_dead(token)))
            open_yet = token.i not in references and refers
            refers = open_yet and not known.arguments.named(token)
            names = _referents(token, number, known) if refers else ()
            if names:
                references[token.i] = names
                known.arguments.refer(token.i, names)
                if len(names) == 1 and token.pos_ == "NOUN":
                    known.taken_up[sort_of(token)] = names[0]
            elif refers and token.tag_ in ("NN", "NNP"):
                open_nouns.append(token)
            remember_maker(token, known)
            remember_relative(token, known)
    references.update((noun.i, (name,)) for noun in open_nouns if (name := later_referent(noun, known)) is not None)
    return references


def _is_office(token: Token, known: Antecedents) -> bool:
    """Whether a noun with a capital is an office and nobody's title: "the Mayor", "the Taoiseach"."""
    if token.tag_ != "NNP":
        return False
    if (token.lower_,) in role_sections() and token.i and token.nbor(-1).lower_ == "the" and token.dep_ != "compound":
        return True
    return any(a.form == "generic" for a in known.arguments.by_head.get(token.i, ()))


def _is_aged(token: Token) -> bool:
    """Whether somebody is named by an age: "the 44-year-old said"."""
    return token.lower_ == "old" and token.dep_ not in ("amod", "compound", "acomp")


def _is_dead(token: Token) -> bool:
    """Whether somebody is named by being dead: "praised the deceased"."""
    return token.lower_ == "deceased" and token.dep_ in _ENDS


def _is_count(token: Token) -> bool:
    """Whether a number in words stands for those who are so many: "the five had appealed"."""
    bare = token.pos_ == "NUM" and token.is_alpha and token.dep_ in _ENDS and token.lower_ not in ("one", "two")
    return bare and token.i > 0 and token.nbor(-1).lower_ == "the"


def _is_two(token: Token) -> bool:
    """Whether a word stands for two by itself: "the two have met", "both agreed", "each blamed the other"."""
    if token.lower_ in ("both", "each", "neither"):
        return token.dep_ in _ENDS and token.i + 1 < len(token.doc) and token.nbor().lower_ != "of"
    return token.lower_ in ("two", "other") and token.i > 0 and token.nbor(-1).lower_ == "the" and token.dep_ in _ENDS


def _speaker_first(token: Token, sentence: int, known: Antecedents, references: dict[int, tuple[str, ...]]) -> None:
    """Resolve "he said" or "the minister said" behind a quotation before what is said in it, since it bears on it."""
    quote = known.quoted.get(token.i)
    if quote is None or quote.start != token.i or quote.speaker is None or quote.speaker < token.i:
        return
    speaker = known.doc[quote.speaker]
    refers = speaker.tag_ in ("PRP", "NN") and not known.arguments.named(speaker)
    names = _referents(speaker, sentence, known) if refers else ()
    if names and (speaker.tag_ == "PRP" or known.kind(names[0]) == "person"):
        references[speaker.i] = names
        known.arguments.refer(speaker.i, names)


def _referents(token: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    if token.lower_ == "old":
        known_age = aged(token, known) if token.i > 4 and token.nbor(-5).lower_ == "the" else None
        return (known_age,) if known_age else ()
    if token.lower_ == "two":
        return bare_two(token, sentence, known)
    if token.lower_ == "deceased":
        return at_most_one(who_died(token, known))
    if _is_count(token):
        return so_many(token.lower_, token, known)
    if token.lower_ in ("both", "each", "neither", "other"):
        return bare_both(token, sentence, known)
    if token.lower_ in ("this", "that"):
        return doer_of_this(token, sentence, known)
    if token.pos_ == "PRON":
        return pronoun_referents(token, sentence, known)
    names = noun_referents(token, sentence, known)
    return () if names and _is_listed_beside(token, names, known) else names


def _is_listed_beside(noun: Token, names: tuple[str, ...], known: Antecedents) -> bool:
    """Whether a noun stands in a list with the very name it might take up: "between Arcon and the union"."""
    others = [t for t in conjuncts(first_conjunct(noun)) if t.i != noun.i]
    return any(a.actor in names for t in others for a in known.arguments.by_head.get(t.i, ()))
