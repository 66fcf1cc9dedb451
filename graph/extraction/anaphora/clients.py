"""Who is spoken for, or held for what "they" did? "Lawyers for the detainees asked for their release"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import PERSONAL, PLURAL, Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.anaphora.possessives import clause_of
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, lower_words


def culprits(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Those who did it, where others are held after it: "arrested fans after they attacked a bus"; or none.

    Parameters
    ----------
    word : Token
        The subject of the clause that tells what was done.
    known : Antecedents
    """
    deed = word.head
    verb = deed.head
    after = any(c.dep_ in ("mark", "prep") and c.lower_ in ("after", "because", "when") for c in children(deed))
    held = deed.dep_ == "advcl" and after and verb.lemma_ in lists()["clients"]["holding"] and not is_passive(verb)
    if word.dep_ != "nsubj" or not held or deed.lemma_ not in lists()["harmed"]["verbs"]:
        return ()
    caught = [t for c in children(verb) if c.dep_ == "dobj" for t in conjuncts(c)]
    many = len(caught) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in caught)
    if many != (word.lower_ in PLURAL):
        return ()
    return tuple(dict.fromkeys(a.actor for t in caught for a in known.arguments.of(t, products=False)))


def client(noun: Token, known: Antecedents) -> str | None:
    """The one person whose lawyer was told last: "Lawyers for Omar Ba said police had beaten their client"; or none.

    Parameters
    ----------
    noun : Token
    known : Antecedents
    """
    whose = any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for c in children(noun))
    if noun.lower_ != "client" or not whose:
        return None
    lawyers = lists()["clients"]["lawyers"]
    for i in (i for i in range(noun.i - 1, -1, -1) if lower_words(known.doc)[i].removesuffix("s") in lawyers):
        lawyer = known.doc[i]
        told = {a.actor for t in objects_of_preposition(lawyer, ("for", "of")) for a in known.arguments.of(t)}
        told |= known.owners_of(lawyer, ("NNP", "NN"))
        people = [actor for actor in told if known.kind(actor) in ("person", "generic")]
        if told:
            return people[0] if len(told) == len(people) == 1 else None
    return None


def clients(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Those whose lawyers or relatives ask for what "their" fate is, or none.

    Parameters
    ----------
    word : Token
        A possessive ("their release") or an object ("to free him").
    known : Antecedents
    """
    form = word.lower_
    fate = word.dep_ == "poss" and word.head.lemma_ in lists()["clients"]["fates"]
    freed = word.dep_ == "dobj" and word.head.lemma_ in lists()["clients"]["verbs"]
    if not (fate or freed) or form not in PERSONAL | PLURAL:
        return ()
    clause = clause_of(word.head)
    speakers: list[Token] = []
    while not speakers and clause.head != clause:
        clause = clause_of(clause.head)
        speakers = [t for t in subjects(clause) if t.lemma_ in lists()["clients"]["speakers"] and t.i < word.i]
    behind = [t for s in speakers for of in objects_of_preposition(s, ("for", "of")) for t in conjuncts(of)]
    many = len(behind) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in behind)
    if many != (form in PLURAL):
        return ()
    return tuple(dict.fromkeys(a.actor for t in behind for a in known.arguments.of(t, products=False)))
