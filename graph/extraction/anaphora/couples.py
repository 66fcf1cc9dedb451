"""Which two do "the two men", "both countries", "the pair" and "our countries" stand for?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import Candidate, lists
from graph.extraction.anaphora.same_kind import agrees, can_be
from graph.extraction.senses.modality import first_conjunct
from graph.extraction.syntax.phrases import appositions, conjuncts
from graph.extraction.tokens import children

_FAR_MORE = 3  # as many times a country has to be named as a third one, for the two that are meant


def counts_two(noun: Token) -> bool:
    """Whether a noun stands for two that were named: "the two men", "the pair", "neither firm"."""
    if noun.tag_ == "NN" and any(c.lower_ in ("either", "neither") for c in children(noun)):
        return True
    pair = noun.lemma_ in lists()["anaphors"]["pairs"] and not any(
        c.dep_ != "det" and c.i < noun.i for c in children(noun)
    )
    return pair or (noun.tag_ == "NNS" and any(c.dep_ == "nummod" and c.lower_ in ("two", "2") for c in children(noun)))


def two(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The two that were just named: persons, countries (adjectives count), or others."""
    nouns, lemma = lists()["anaphors"], noun.lemma_
    brokers = [c.actor for c in known.before(noun, sentence, 0)[0] if _stands_between(c)]
    between = {*brokers, *map(known.country_of, brokers)}
    if lemma == "couple" and (married := _of_one_name(noun, sentence, known)):
        return married
    for window in _nearest(noun, sentence, known):
        here = _without_reporter(window) if lemma in nouns["pairs"] or lemma in nouns["plain"] else window
        here = [c for c in here if c.actor not in between]
        people = any(known.kind(c.actor) == "person" for c in here)
        for wanted, fitting in (
            (
                "plural_people",
                [c.actor for c in here if known.kind(c.actor) == "person" and agrees(noun, c.actor, known)],
            ),
            ("pairs", [c.actor for c in here if known.kind(c.actor) == "person"]),
            ("plural_states", [state for c in here if (state := known.state(c.actor)) is not None]),
            ("plural_any", [c.actor for c in here if _is_one_body(c, noun, known)]),
        ):
            of_any = lemma in nouns["pairs"] and not people  # "the pair" are countries or firms where nobody is named
            names = tuple(dict.fromkeys(fitting)) if lemma in nouns[wanted] or of_any else ()
            if len(names) == 2 and not _is_part_of_other(names, known):
                return names
        sides = dict.fromkeys(c.actor for c in here if not c.place) if lemma == "side" and not people else ()
        if len(sides) == 2 and not any(c.lower_ == "of" for c in children(noun)):  # "the army shelled the rebels"
            return tuple(sides)
    if lemma in nouns["pairs"] and (unnamed := so_many("two", noun, known)):
        return unnamed
    if lemma in nouns["plural_people"]:
        return _two_people(noun, known)
    if lemma in nouns["plural_any"] and (pair := _only_pair(noun, known)):
        return pair
    states = two_states(noun.i, known) if lemma in nouns["states"] else ()
    return () if between.intersection(states) else states


def _nearest(word: Token, sentence: int, known: Antecedents) -> list[list[Candidate]]:
    """The actors before a word in its sentence, and those of the last sentence before it that names any."""
    here, *earlier = known.before(word, sentence)
    return [here, *[named for named in earlier if named][:1]]


def _is_part_of_other(names: tuple[str, ...], known: Antecedents) -> bool:
    """Whether one of two is a body of the other, a country: they are no two of a kind."""
    one, other = names
    return one != other and (known.country_of(one) == other or known.country_of(other) == one)


def _only_pair(word: Token, known: Antecedents) -> tuple[str, ...]:
    """The only two bodies that a text has named side by side before a word: "Arcon and Helvia ... both airlines"."""
    pairs: dict[frozenset[str], tuple[str, ...]] = {}
    for i in [i for i in known.arguments.by_head if i < word.i]:
        group = conjuncts(known.doc[i])
        if len(group) == 2 and group[0].i == i and group[1].i < word.i:
            named = [a.actor for t in group for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"]
            bodies = [actor for actor in named if known.kind(actor) not in ("person", "generic", "unknown")]
            if len(set(bodies)) == len(named) == 2:
                pairs[frozenset(bodies)] = tuple(bodies)
    names = next(iter(pairs.values())) if len(pairs) == 1 else ()
    return names if word.tag_ != "NNS" or all(can_be(word, actor) for actor in names) else ()


def _are_all(names: tuple[str, ...], window: list[Candidate]) -> bool:
    """Whether a sentence names nobody else, but for where something happens."""
    return {c.actor for c in window if not c.place} <= set(names)


def _is_one_body(candidate: Candidate, noun: Token, known: Antecedents) -> bool:
    """Whether an actor can be one of two bodies of which a noun is said: no federation is a club."""
    side = noun.lemma_ == "side" and candidate.form == "demonym"  # "left an Indian-Pakistani meeting"
    body = known.kind(candidate.actor) not in ("person", "generic") and (side or not candidate.place)
    return body and can_be(noun, candidate.actor)


def _stands_between(candidate: Candidate) -> bool:
    """Whether somebody only brings two others together: "Qatar's envoy will mediate in the two countries' dispute"."""
    name = candidate.token
    doer = name.head if name.dep_ == "poss" else name
    return doer.dep_ in ("nsubj", "nsubjpass") and doer.head.lemma_ in lists()["judging"]["mediating"]


def several(noun: Token, known: Antecedents) -> tuple[str, ...]:
    """Those whom the last such plural introduced together: "the activists Ana Lima and Omar Said ... the activists"."""
    counted = next((c.lower_ for c in children(noun) if c.dep_ == "nummod"), None)
    for earlier in (t for t in reversed(known.plurals) if t.i < noun.i):
        if earlier.lemma_ != noun.lemma_:
            continue
        if earlier.dep_ in ("appos", "compound", "nmod"):
            name = first_conjunct(earlier.head)
        else:
            # The parser may make a second subject of an apposition.
            beside = [c for c in children(earlier.head) if c.dep_ == earlier.dep_ == "nsubjpass" and c.i < earlier.i]
            name = next((c for c in (*appositions(earlier), *beside) if known.arguments.named(c)), earlier)
        found = [a for t in conjuncts(name) for a in known.arguments.by_head.get(t.i, ())]
        names = tuple(dict.fromkeys(a.actor for a in found if a.form in ("name", "pronoun")))
        of_a_kind = len({known.kind(actor) for actor in names}) == 1 and not any(a.place for a in found)
        return names if len(names) > 1 and of_a_kind and counted in (None, str(len(names))) else ()
    return ()


def bare_two(number: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """Who "the two" are: the only two persons that were just named, or the only two countries or bodies."""
    acting = known.not_meant(number)  # who appeals to the two is neither of them
    for window in _nearest(number, sentence, known):
        window = [c for c in window if c.actor not in acting]
        people = dict.fromkeys(c.actor for c in window if known.kind(c.actor) == "person")
        others = dict.fromkeys(
            c.actor for c in window if known.kind(c.actor) not in ("person", "generic") and not c.place
        )
        if len(people) == 2 or (not people and len(others) == 2):
            return tuple(people or others)
        if len(joined := coordinated(number, window, known)) == 2 and not people and _are_all(joined, window):
            return joined  # "Mali and the rebels signed a truce"
        if people or others:
            return ()
    return _two_people(number, known) or _only_pair(number, known)


def so_many(number: str, word: Token, known: Antecedents) -> tuple[str, ...]:
    """The last before a word that were so many: "the five" after "five deputies", "the pair" after "two men"."""
    for earlier in reversed(known.doc[: max(word.i - 1, 0)]):
        if earlier.lower_ != number or earlier.dep_ != "nummod":
            continue
        named = known.arguments.at(earlier.head)
        return tuple(dict.fromkeys(a.actor for a in named))
    return ()


def bare_both(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """Who "both", "each" and "the other" are: the only two that were just joined or named.

    In "Chad and Peru fell out, and each expelled the other's envoys" each of the two does it to the other.
    """
    if word.lower_ == "other":
        each = next((c for v in word.ancestors for c in children(v) if c.lower_ == "each" and c.dep_ == "nsubj"), None)
        said = [] if each is None else known.arguments.by_head.get(each.i, [])
        return tuple(a.actor for a in said)
    for window in _nearest(word, sentence, known):
        if len(names := coordinated(word, window, known)) == 2:
            return names
    return bare_two(word, sentence, known)


def coordinated(word: Token, here: list[Candidate], known: Antecedents) -> tuple[str, ...]:
    """The last group of coordinated actors before a word: "Tigray, Amhara and Afar"."""
    for candidate in reversed(here):
        joined = (t for t in conjuncts(first_conjunct(candidate.token)) if t.i < word.i)
        group = tuple(dict.fromkeys(a.actor for t in joined for a in known.arguments.directly(t)))
        if len(group) > 1:
            return group
    return ()


def _two_people(noun: Token, known: Antecedents) -> tuple[str, ...]:
    """The two persons that a text is about: each named again and again, and nobody else nearly as often."""
    ranked = known.people_named(noun.i).most_common(3)
    clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[2][1] * _FAR_MORE <= ranked[1][1])
    return (ranked[0][0], ranked[1][0]) if clear and ranked[1][1] > 1 else ()


def joined_states(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The countries that were just named together: "Chad and Peru signed a deal, | the countries | said"."""
    for window in _nearest(noun, sentence, known):
        states = [c for c in window if known.kind(c.actor) == "country" and c.form != "demonym"]
        for candidate in states:
            group = {t.i for t in conjuncts(candidate.token)}
            names = tuple(dict.fromkeys(c.actor for c in states if c.token.i in group))
            if len(names) > 1:
                return names if {c.actor for c in states} == set(names) else ()
    return ()


def _of_one_name(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The only two persons named who share a surname: "Ana Mills sued Omar Mills ... the couple"."""
    bearers: dict[str, dict[str, None]] = {}
    for window in known.before(noun, sentence, sentence):
        for name in (c.actor for c in window if known.kind(c.actor) == "person" and " " in c.actor):
            bearers.setdefault(name.split()[-1], {})[name] = None
    pairs = [tuple(reversed(names)) for names in bearers.values() if len(names) == 2]
    return pairs[0] if len(pairs) == 1 else ()


def _without_reporter(window: list[Candidate]) -> list[Candidate]:
    """Those of a sentence without the one who only reports: in "Hill said Ana Lima met Omar Said" it is not Hill."""
    telling = {c.actor for c in window if c.subject and c.token.head.lemma_ in lists()["reporting"]["verbs"]}
    return [c for c in window if len(telling) != 1 or c.actor not in telling]


def two_states(end: int, known: Antecedents) -> tuple[str, ...]:
    """The two countries that a text is about up to a token: "relations between the two countries"."""
    ranked = known.states_named(end).most_common(3)
    clear = len(ranked) == 2 or (len(ranked) == 3 and ranked[2][1] * _FAR_MORE <= ranked[1][1])
    return (ranked[0][0], ranked[1][0]) if clear else ()
