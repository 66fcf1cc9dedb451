"""What hangs together in a sentence: what is coordinated, what stands in apposition, what follows a preposition."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.tokens import children, once_a_token
from graph.extraction.wordlists import actor_words, words

_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it below it, in order."""
    found = [token]
    for child in children(token):
        joined = child.dep_ == "conj" and not _names_them(child, token)
        joined = joined and begins_clause(child) is None and object_without_verb(child) is None
        if joined or (child.dep_ == "appos" and _is_listed(child, token)):
            found += conjuncts(child)
    return found


def begins_clause(name: Token) -> Token | None:
    """The verb of which a name is the subject that the parser joins to a list: "aid to Chad, and | Mali promised"."""
    doc, first, last = name.doc, name.left_edge.i, name.right_edge.i
    if name.dep_ != "conj" or first < 2 or doc[first - 1].lower_ != "and":
        return None
    added = any(c.dep_ in ("relcl", "appos") for c in children(name))
    if doc[last + 1 : last + 2].text == "," and doc[last + 2 : last + 3].text in ("which", "who"):
        added, last = True, doc[last + 2].head.right_edge.i  # a relative clause that hangs on the first of the list
    if any(t.text == "," for t in doc[last : last + 2]) and not (added and doc[first - 2].text == ","):
        return None
    behind = next((t for t in doc[last + 1 : last + 4] if t.text != "," and t.pos_ != "ADV"), None)
    verb = behind.head if behind is not None and behind.dep_ in ("aux", "auxpass") else behind
    if first_of(name).head.dep_ == "agent":  # "Ali, backed by Volt and the Greens, has"
        return None
    if verb is None or verb.dep_ != "conj" or verb.tag_ not in _FINITE or not verb.head.is_ancestor(name):
        return None
    return None if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in children(verb)) else verb


def object_without_verb(name: Token) -> Token | None:
    """What a clause without its verb says of a name: "Kenya backed the rebels and | Uganda | the government"."""
    if name.dep_ != "conj" or name.pos_ != "PROPN" or not (name.head.pos_ == "VERB" or first_of(name).dep_ == "dobj"):
        return None
    behind = (c for c in children(name) if c.dep_ in ("appos", "dobj") and c.left_edge.i == name.i + 1)
    return next((c for c in behind if c.left_edge.lower_ == "the"), None)


def first_of(name: Token) -> Token:
    """The first of those that a name is joined to."""
    while name.dep_ == "conj":
        name = name.head
    return name


def _names_them(name: Token, noun: Token) -> bool:
    """Whether names behind a comma say who is counted: "two parties, | Lelo and Girchi", which the parser joins."""
    if name.dep_ != "conj" or name.pos_ != "PROPN" or noun.tag_ != "NNS" or name.left_edge.i != noun.i + 2:
        return False
    counted = any(c.dep_ == "nummod" for c in children(noun)) and not any(c.dep_ == "cc" for c in children(noun))
    return counted and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in children(name))


def _is_listed(second: Token, first: Token) -> bool:
    """Whether a name behind a comma is the second of a list, no apposition: "Chad, | Niger and Mali agreed"."""
    if are_counted_apart(second, first):
        return True
    alike = first.pos_ == second.pos_ == "PROPN" and first.ent_type_ == second.ent_type_ != ""
    article = any(c.lower_ == "the" for c in children(second)) and not any(c.lower_ == "the" for c in children(first))
    # "Visa, the Church of Norway and a judge": a name with an article is told beside one without
    last = next((c.left_edge.i for c in children(first) if c.dep_ == "conj" and c.i > second.i), 0)
    if alike and last > 1 and first.doc[last - 1].lower_ in ("and", "&") and first.doc[last - 2].text != ",":
        return True  # "the Stasi, | the KGB and others", where the parser joins the last to the first
    joined = [c for c in children(second) if c.dep_ == "conj"]
    others = any(t.lower_ == "other" for c in joined for t in children(c))  # "the Stasi, the KGB and other services"
    fitting = (c for c in joined if others or c.ent_type_ == first.ent_type_ or article)
    return alike and any(_is_last(c) for c in fitting)


def are_counted_apart(second: Token, first: Token) -> bool:
    """Whether people behind a comma are others than those before it: "shot three nuns, | two monks and a clerk".

    In "two men, a doctor and a nurse" they are those before it, whose number they make up.
    """
    numbers = [_number(t) for t in (first, *conjuncts(second))]
    if first.tag_ not in _NOUNS or second.left_edge.i != first.i + 2 or len(numbers) < 3 or None in numbers:
        return False
    if first.head.lower_ == "of" and first.head.head.tag_ == "CD":
        return False  # "two of his three children, a boy and a girl"
    made_up = numbers[0] == sum(n for n in numbers[1:] if n is not None)
    return not (made_up and first.lemma_ in words("partitives", "anybody"))


def _number(noun: Token) -> int | None:
    """How many a noun is said to be: of "three nuns" three, of "a monk" one; a name and "the nuns" are not counted."""
    if any(c.lower_ in ("a", "an") for c in children(noun)):
        return 1
    number = next((c for c in children(noun) if c.dep_ == "nummod"), None)
    if number is None or noun.ent_type_ in ("DATE", "TIME", "MONEY"):
        return None
    if number.text.isdecimal():
        return int(number.text)
    return _SMALL.index(number.lower_) if number.lower_ in _SMALL else None


def _is_last(name: Token) -> bool:
    """Whether a list ends behind an "and"."""
    return any(c.lower_ in ("and", "&") for c in children(name.head)) or any(
        _is_last(c) for c in children(name) if c.dep_ == "conj"
    )


@once_a_token
def appositions(noun: Token) -> list[Token]:
    """What stands in apposition to a noun.

    In "the French envoy and Foreign Minister Ana Lima" the name is the minister's, whoever the parser gives it to.
    """
    own = [c for c in children(noun) if c.dep_ == "appos" or _names_them(c, noun) or _names_holder(c)]
    own = [c for c in own if (listed := _listed_in(c)) is None or listed == noun]
    joined = [c.i for c in children(noun) if c.dep_ == "conj"]
    found = [c for c in own if c.left_edge.i - 1 not in joined and not _names_last_place(c, noun)]
    found = [c for c in found if not _names_nearer(c, noun) and not are_counted_apart(c, noun)]
    if noun.dep_ == "conj":
        found += [c for c in children(noun.head) if c.dep_ == "appos" and c.left_edge.i - 1 == noun.i]
    if not found and noun.i + 2 < len(noun.doc) and noun.doc[noun.i + 1].text == ",":
        found = [t for a in noun.ancestors for t in children(a) if t.i > noun.i and _names_nearer(t, a) == noun]
    higher = _hung_higher(noun)
    return found if higher is None else [*found, higher]


def _names_nearer(name: Token, noun: Token) -> Token | None:
    """The one in a clause about several whose name stands behind: "elders, who met the envoy, | Ana Lima, left"."""
    first = name.left_edge.i
    if name.dep_ != "appos" or name.ent_type_ != "PERSON" or noun.tag_ != "NNS" or first < 2:
        return None
    nearer = name.doc[first - 2]
    inside = nearer.dep_ in ("dobj", "pobj") and nearer.tag_ == "NN" and noun.is_ancestor(nearer)
    return (
        nearer if inside and name.doc[first - 1].text == "," and nearer.head.dep_ in ("relcl", "acl", "prep") else None
    )


def named_behind(noun: Token) -> Token | None:
    """The name right behind what its bearer is: "the chairwoman, a retired nurse | Ana Lima |, met"."""
    return next((c for c in children(noun) if c.dep_ == "appos" and c.left_edge.i == noun.i + 1), None)


def _listed_in(name: Token) -> Token | None:
    """The plural right before a colon that a name behind it tells of: "backed three candidates: | Ana Lima and"."""
    first = name.left_edge.i
    if first < 2 or name.doc[first - 1].text != ":" or name.pos_ != "PROPN":
        return None
    noun = name.doc[first - 2]
    return noun if noun.tag_ == "NNS" else None


def _names_holder(name: Token) -> bool:
    """Whether a name between commas is an apposition that the parser makes adverbial: "the director-general, | X,"."""
    first = name.left_edge.i
    return name.dep_ == "npadvmod" and name.ent_type_ == "PERSON" and first > 0 and name.doc[first - 1].text == ","


def named_before(name: Token) -> Token | None:
    """The noun or name whose apposition the parser makes a second object of the verb.

    "Accused Chad of arming its foe, | the M23", "of arming the M23, | its old ally", "shut the Crescent, | a charity".
    """
    if (described := described_before(name)) is not None:
        return described
    first = name.left_edge
    held = name.dep_ == "dobj" or (name.dep_ == "npadvmod" and name.ent_type_ == "PERSON")
    if not held or first.i < 3 or first.nbor(-1).text != ",":
        return None
    noun = first.nbor(-2)
    of_several = noun.tag_ == "NNS" and noun.dep_ == "pobj" and noun.head.head.lower_ == "one"
    fitting = ((noun.tag_ == "NN" or of_several) and name.pos_ == "PROPN") or (
        noun.pos_ == "PROPN" and first.tag_ == "PRP$"
    )
    deep = noun.dep_ in ("dobj", "pobj") and name.head != noun.head and name.head.is_ancestor(noun)
    second = any(c.dep_ == "dobj" and c.i < noun.i for c in children(name.head))
    return noun if fitting and deep and second else None


def described_before(noun: Token) -> Token | None:
    """The name that a noun behind a comma describes, though it hangs higher.

    "Searched the Union of Xanthi, | an association", "Omar was backed by the Miners' Front, | the largest union".

    Parameters
    ----------
    noun : Token
    """
    if noun.tag_ != "NN" or noun.dep_ not in ("appos", "dobj", "npadvmod"):
        return None
    first = noun.left_edge
    if first.i < 2 or first.nbor(-1).text != "," or not _is_body(noun):
        return None
    across = noun.dep_ == "appos" and noun.head.dep_ in ("nsubj", "nsubjpass") and noun.head.head.i < noun.i
    if not across and (noun.dep_ not in ("dobj", "npadvmod") or first.lower_ not in ("a", "an")):
        return None
    name = first.nbor(-2)
    if name.pos_ != "PROPN":
        return None
    while name.dep_ != "ROOT" and (name.head.pos_ == "PROPN" or (name.dep_ == "pobj" and name.head.lower_ == "of")):
        name = name.head
    return name if name.pos_ == "PROPN" and name.dep_ in ("dobj", "pobj") else None


def _is_body(noun: Token) -> bool:
    """Whether a noun says that somebody is an organisation or a person."""
    return noun.lemma_ in actor_words("organisations", "joined") or noun.lemma_ in actor_words(
        "generic", "people", "groups"
    )


def _hung_higher(noun: Token) -> Token | None:
    """What behind a comma the parser hangs on the verb, though it names or describes a noun: see `named_before`."""
    end = noun.right_edge.i + 1 if noun.pos_ == "PROPN" else noun.i + 1
    if noun.pos_ not in ("NOUN", "PROPN") or end + 1 >= len(noun.doc) or noun.doc[end].text not in (",", ":"):
        return None
    if noun.doc[end].text == ":":
        listed = (t for t in noun.doc[end + 1 : end + 7] if t.dep_ != "compound" and _listed_in(t) == noun)
        return next((t for t in listed if t.head != noun), None)
    names = (t for t in noun.doc[end + 1 : end + 7] if t.dep_ in ("dobj", "npadvmod"))
    return next((t for t in names if named_before(t) == noun), None)


def _names_last_place(name: Token, noun: Token) -> bool:
    """Whether a place is the name of a noun nearer than the parser's: "captured posts near Chad's capital, Njamena"."""
    if noun.tag_ != "NNS" or name.ent_type_ != "GPE" or len(name.conjuncts) or name.left_edge.i < 2:
        return False
    nearer = name.doc[name.left_edge.i - 2]
    return nearer.tag_ == "NN" and nearer != noun and noun.is_ancestor(nearer) and name.doc[nearer.i + 1].text == ","


def after_of(noun: Token) -> list[Token]:
    """What stands behind the "of" of a noun, however the parser labels the "of"."""
    return [t for of in children(noun) if of.lower_ == "of" for t in children(of) if t.dep_ == "pobj"]


def objects_of_preposition(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The objects of the token's own prepositional phrases with one of these prepositions."""
    return [token.doc[i] for preposition, places in _phrases(token) if preposition in prepositions for i in places]


@once_a_token
def _phrases(token: Token) -> list[tuple[str, list[int]]]:
    """The prepositions that hang on a token, each with where its objects stand."""
    return [
        (each.lower_, [inner.i for inner in children(each) if inner.dep_ == "pobj"])
        for child in children(token)
        if child.dep_ in ("prep", "agent") or (child.dep_ == "conj" and child.pos_ == "ADP")
        for each in (child, *joined_prepositions(child))
    ]


def joined_prepositions(preposition: Token) -> list[Token]:
    """The prepositions joined to one: "by Chad and | by Mali", "from the union, and | from its friends"."""
    own = [c for c in children(preposition) if c.dep_ == "conj" and c.pos_ == "ADP"]
    return [t for c in own for t in (c, *joined_prepositions(c))]


def is_each_other(token: Token) -> bool:
    """Whether a token ends "each other" or "one another".

    Parameters
    ----------
    token : Token
    """
    return token.lower_ in ("other", "another") and any(c.lower_ in ("each", "one") for c in children(token))


def is_complex(preposition: Token) -> bool:
    """Whether the preposition is one with the noun after it, and what follows stands apart: "in (the) face of"."""
    if preposition.lower_ in ("with", "without"):
        leave = [c for c in children(preposition) if c.dep_ == "pobj" and c.lemma_ in words("adjuncts", "leave")]
        return any(g.lower_ in ("of", "from", "by") or g.dep_ == "poss" for c in leave for g in children(c))
    if any(c.dep_ == "pobj" and c.lemma_ in words("adjuncts", "wishes") for c in children(preposition)):
        aimed = preposition.lower_ == "at" and preposition.head.lemma_ in words("adjuncts", "reacting")
        return preposition.lower_ in ("at", "on", "under") and not aimed
    nouns = words("adjuncts", "nouns") | (words("adjuncts", "causes") if preposition.lower_ == "in" else frozenset())
    after = [c for c in children(preposition) if c.dep_ == "pobj" and c.lemma_ in nouns]
    owning = ("poss",) if preposition.lower_ == "in" else ("poss", "det")
    return any(not any(m.dep_ in owning for m in children(c)) for c in after)


def is_after_somebody(preposition: Token) -> bool:
    """Whether somebody is pursued or cared for: "went after the mayor", "looked after the wounded"."""
    verb = preposition.head
    return (
        preposition.lower_ == "after" and verb.i == preposition.i - 1 and verb.lemma_ in words("adjuncts", "pursuing")
    )


def is_on_trip(preposition: Token) -> bool:
    """Whether a trip is only where somebody acts on something else: "on a trip to Chad he | ordered a review"."""
    acts = preposition.i < preposition.head.i and any(c.dep_ == "dobj" for c in children(preposition.head))
    return acts and any(
        c.dep_ == "pobj" and c.lemma_ in words("circumstances", "travels") for c in children(preposition)
    )
