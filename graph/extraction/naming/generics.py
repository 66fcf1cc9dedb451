"""Which nouns name an actor without a name: police, rebels, Haitian government officials, the Yes camp."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from graph.extraction.naming.bodies import says_what_sort
from graph.extraction.naming.camps import camp_or_adherents
from graph.extraction.naming.candidates import Candidate, Known, is_capital, is_coined, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.naming.local_bodies import is_party
from graph.extraction.naming.nations import of_nations, one_of_many, state_of_office, state_of_origin
from graph.extraction.naming.persons import is_bare_title
from graph.extraction.naming.sorts import are_people, heads_body, is_aged
from graph.extraction.offices.role_nouns import role_sections, title_tokens
from graph.extraction.senses.lexicon import lexicon
from graph.extraction.syntax.arguments import prefix_of_side
from graph.extraction.syntax.examples import told_to_be
from graph.extraction.syntax.misplaced import described_so
from graph.extraction.syntax.phrases import after_of, are_counted_apart
from graph.extraction.syntax.relative_clauses import cleft
from graph.extraction.tokens import POSSESSIVE, children, lower_words, sentence_starts
from graph.extraction.wordlists import actor_words, words

# Nouns that are bodies only by a word before them, and the list of those words.
_TOLD_BY = {"body": "of_bodies", "district": "of_districts", "force": "of_forces", "house": "of_houses", "service": "services"}
_WHICHEVER = frozenset({"any", "every", "each"})
_LEFT = 6
_SHORTEST = 6  # letters of a word for somebody that ends in "man"
_DETERMINING = frozenset({"det", "poss", "amod"})
_SILENT = frozenset({"ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "SPACE"})  # parts of speech that name nobody
_HELD = frozenset({"prisoner", "hostage", "captive"})


def generic_candidates(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Unnamed actors: a head noun with what classifies it, carrying the country its words give."""
    titles, adherents = title_tokens(doc), actor_words("camps", "adherents")
    for token, word in zip(doc, lower_words(doc), strict=True):
        camp = word.startswith("camp") or word.rstrip("s") in adherents
        if camp and (side := camp_or_adherents(doc, token, gazetteer, known)):
            yield side
        elif word in _HELD and (captives := _captives(token)):
            yield replace(_generic(doc, captives, gazetteer, known), head=token.i)
        elif word in _HELD and token.tag_ == "NN" and not any(c.dep_ in _DETERMINING for c in children(token)):
            continue  # what others are taken: "took dozens of people hostage"
        elif token.i in known and token.i not in titles and (one := one_of_many(token, gazetteer, known)):
            yield one
        elif token.i not in titles and _is_generic(token) and not _is_nobody(token):
            found = _standing_for(doc, token, gazetteer, known) or _generic(doc, token, gazetteer, known)
            yield from of_nations(doc, found, gazetteer, known)


def _is_counted(token: Token) -> bool:
    """Whether a number makes "others" people: "five others were arrested"."""
    acting = token.dep_ in ("dobj", "nsubj", "nsubjpass", "conj", "pobj")
    return token.lower_ == "others" and acting and any(c.dep_ == "nummod" for c in children(token))


def _captives(token: Token) -> Token | None:
    """Whom the parser hangs before what they are held as: "took ten soldiers | prisoner", "a priest | hostage"."""
    if token.dep_ != "dobj":
        return None
    held = [c for c in children(token) if c.dep_ == "compound" and c.tag_ in ("NN", "NNS") and _is_noun(c)]
    return held[0] if held and token.head.lemma_ in ("take", "hold", "keep") else None


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(actor_words("generic", "endings")))


def _is_noun(token: Token) -> bool:
    if not actor_words("generic", "people", "groups").isdisjoint((token.lemma_.lower(), token.lower_)):
        return True
    if token.tag_ == "NN" and token.lower_.endswith(("man", "woman")) and len(token) > _SHORTEST:
        return token.lower_ not in actor_words("generic", "no_men")
    if (before := _TOLD_BY.get(token.lemma_.lower())) is not None:  # who serves: "the security services"
        owned = token.lower_ == "force" and any(c.pos_ == "PROPN" for c in token.subtree if c.i < token.i)  # the UN's
        return not owned and any(c.lower_ in actor_words("generic", before) for c in children(token))
    if token.lower_ in ("allies", "businesses"):  # "their Chadian allies": who "American allies" are is not told
        told = {c.dep_ for c in children(token) if c.dep_ == "poss" or c.text[0].isupper()}
        return "amod" in told and (token.lower_ == "businesses" or "poss" in told)
    if token.lower_ in ("head", "boss"):
        return heads_body(token)
    if is_party(token) and not any(c.lower_ == "of" for c in children(token)):
        return True  # "the city appealed"
    return token.lower_.endswith(_endings()) or (token.tag_ == "NNS" and token.lower_.endswith("men"))


def _is_generic(token: Token) -> bool:
    if token.pos_ in _SILENT:
        return False
    if are_people(token) or is_aged(token):
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return token.pos_ == "ADJ" and _holds(token)
    if not (_is_noun(token) or is_plain_plural(token) or _is_counted(token) or _tells_or_is_told(token)):
        return False
    if token.lower_ == "government" and token.dep_ == "poss":
        return True  # "the Government's handling", whatever the recognizer says of the capital
    labelled = token.ent_type_ and not _is_lone(token)
    small = token.is_lower and token.dep_ != "compound"  # "the defence ministry", taken for a name
    if token.pos_ == "PROPN" and (labelled or token.dep_ == "compound") and not (small or is_plain_plural(token)):
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and (following.ent_type_ == "PERSON" or (following.text == "-" and not token.whitespace_)):
        return False
    if (
        is_bare_title(token)
        or _only_describes(token)
        or described_so(token) is not None
        or (token.dep_ == "compound" and _is_counted_before(token))
    ):
        return False
    carried = token.dep_ == "compound" and token.head.lemma_.lower() in actor_words("generic", "machines")
    if _is_act(token) or (carried and token.lower_ not in actor_words("generic", "flying")):
        return False  # "the movement of goods", "fighter jets"; but "army planes" are the army's
    if token.lower_ in actor_words("generic", "in_court") and not any(c.lower_ == "the" for c in children(token)):
        return False  # "warned her of prosecution"
    if token.lower_ == "military" and following is not None and following.lower_ in actor_words("bodies", "of_state"):
        return False  # "Israeli military strikes"
    if token.lower_ == "military" and says_what_sort(token.doc, token.i + 1):
        return False
    if following is not None and (_introduces(token, following) or _owns_union(token, following)):
        return False
    classifies = token.dep_ in ("compound", "amod") and (token.tag_ == "NN" or token.lower_ == "people")
    if classifies and token.lemma_ in actor_words("generic", "kinds") and not _holds(token):  # terrorist attacks
        return False
    if token.dep_ == "compound" and 0 < token.head.i - token.i <= 2:
        acts = token.tag_ == "NNS" or carried or _does(token.head)
        return not _is_noun(token.head) and token.head.pos_ == "NOUN" and acts
    if token.dep_ == "attr" and token in cleft(token.head) and any(c.dep_ == "relcl" for c in children(token)):
        return True  # "it was an officer who fired"
    apart = token.dep_ == "appos" and are_counted_apart(token, token.head)  # "shot three nuns, two | monks and a clerk"
    return (apart or token.dep_ not in ("appos", "attr", "oprd", "npadvmod")) and not _is_bare_office(token)


def _is_lone(token: Token) -> bool:
    """Whether what is labelled a name is but a noun with a capital: "the Department"."""
    before = token.nbor(-1) if token.i else token
    if _is_of_office(before, token) and token.lower_ in actor_words("generic", "people"):
        return True  # "the Crown Prince"
    if before.text == "-" and before.i and (before.nbor(-1).lower_, "-", token.lower_) in role_sections():
        return True  # "the Governor-General"
    return before.lower_ == "the" and token.ent_iob_ != "O" and token.lower_ in actor_words("never", "lone")


def _tells_or_is_told(token: Token) -> bool:
    """Whether a noun is somebody by being told something, or telling it: "a source told state television"."""
    if token.head.lemma_ not in words("control", "telling"):
        return False
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.lemma_ in actor_words("generic", "tellers")
    told = token.dep_ in ("dobj", "dative") and token.lower_ in actor_words("generic", "listeners")
    return told and any(c.dep_ in ("amod", "compound") for c in children(token))


def _only_describes(token: Token) -> bool:
    """Whether a noun says what the name beside it is to its owner: "Peru's neighbour, Chile"."""
    if _is_told_behind(token):
        return True
    if token.tag_ not in ("NN", "NNS") or token.lemma_ not in actor_words("roles", "no_member"):
        return False
    owned = any(c.dep_ == "poss" for c in children(token))
    return owned and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in children(token))


def _is_told_behind(token: Token) -> bool:
    """Whether a name behind a noun with an owner says who is meant: "Chad's suppliers include | Glencore"."""
    if not any(c.dep_ == "poss" for c in children(token)):
        return False
    included = token.dep_ == "nsubj" and token.head.lemma_ == "include"
    members = (c for c in children(token.head) if c.dep_ == "dobj" and c.pos_ == "PROPN") if included else ()
    return bool(told_to_be(token)) or any(members)


def _is_counted_before(token: Token) -> bool:
    """Whether a number is tied to a noun by a hyphen: "a three-judge panel"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).like_num


def _holds(token: Token) -> bool:
    """Whether fighters stand before a place of theirs: "militant hideouts", "a rebel base"; not "the rebel leader"."""
    if token.lower_ not in words("forces", "nouns", "fighters") or token.dep_ not in ("amod", "compound"):
        return False
    return token.head.lemma_.lower() in words("places", "parts")


def _is_act(token: Token) -> bool:
    """Whether a noun says here what is done, not who does it: "restrictions on the movement of goods"."""
    lemma, behind = token.lemma_.lower(), {c.lower_ for c in children(token)}
    if lemma in actor_words("generic", "attitudes"):  # "faced opposition from unions"
        return not behind.isdisjoint(("from", "to", "against", "among", "inside", "within"))
    return lemma in actor_words("generic", "acts") and "of" in behind


def _does(noun: Token) -> bool:
    """Whether who stands before a noun does or suffers what it says: "a police raid", but not "company profits"."""
    lemma = noun.lemma_.lower()
    acting = any(lemma in words("stand_ins", key) for key in ("people", "products"))
    return acting or lemma in words("places", "parts") or bool(lexicon().entries("nouns", lemma))


def _is_bare_office(token: Token) -> bool:
    """Whether an office is meant, nobody in it: "the race for mayor", "served as president"."""
    if token.dep_ != "pobj" or token.tag_ not in ("NN", "NNP") or token.head.lower_ not in ("for", "as"):
        return False
    before = [c for c in children(token) if c.i < token.i]
    office = token.lower_ if not before else f"{before[-1].lower_} {token.lower_}"
    return not any(c.dep_ == "det" for c in before) and tuple(office.split()) in role_sections()


def is_plain_plural(token: Token) -> bool:
    """Whether a plural has its capital only from the start of the sentence: "Veterans complained"."""
    lower = token.lower_
    if not lower.endswith("s") or lower.removesuffix("s") not in actor_words("generic", "people"):
        return False
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_quote)
    return bool(opens) and not is_capital(token.nbor() if token.i + 1 < len(token.doc) else token)


def _introduces(token: Token, following: Token) -> bool:
    """Whether a noun only says what the name behind it is: "the drug company Helvion", "British newspaper The Sun"."""
    if following.text == "The" and following.i + 1 < len(following.doc):
        following = following.nbor()
    return (
        token.tag_ == "NN"
        and token.lemma_ in actor_words("organisations", "introducing") | {"opposition"}
        and is_capital(following)
        and following.pos_ == "PROPN"
        and following.ent_type_ not in ("DATE", "TIME")
        and following.head.i - following.i <= 4
    )


def _is_nobody(token: Token) -> bool:
    """Whether nobody in particular is meant: "all parties", "the international community"."""
    before = {c.lower_ for c in children(token) if c.i < token.i and c.dep_ != "preconj"}
    counted = "the" in before or any(c.dep_ == "nummod" for c in children(token))
    if token.lemma_.lower() in actor_words("generic", "people"):
        before.discard("both")  # "both ministers" are two in particular, "both sides" nobody
        if not before & _WHICHEVER:
            before -= {"other", "another"}
        if counted:
            before.discard("all")  # "all three miners", but not "all miners"
    elif counted:
        before.discard("other")
    if any(c.dep_ in ("amod", "poss") and c.text[0].isupper() for c in children(token)):
        before.discard("all")  # "all Pakistani newspapers" are certain ones
    if "more" in before:
        before.discard("any")  # "will take no one", but "will not take any more Syrian refugees"
    if not before.isdisjoint(actor_words("generic", "nobody")):
        return True
    if token.dep_ == "compound" and token.head.lemma_.lower() == "camp" and not _holds(token):
        return True
    parts = after_of(token)
    if any(c.lower_ in _WHICHEVER for t in parts for c in children(t)):  # "the head of any company"
        return True
    return token.i > 0 and f"{token.nbor(-1).lower_} {token.lower_}" in actor_words("generic", "nobodies")


def _standing_for(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate | None:
    """The organisation whose fighters or delegation these are: "Taliban suicide bombers", "a Hamas delegation"."""
    before = token.i - 1
    if before >= 0 and before not in known and doc[before].dep_ == "compound" and doc[before].is_lower:
        before -= 1
    if before not in known or known[before][1].form != "name":
        return None
    start, reading = known[before]
    if prefix_of_side(doc[start]):  # "anti-Taliban forces" are not the Taliban's
        return None
    kind, lemma = gazetteer.kinds[reading.actor], token.lemma_.lower()
    if kind == "media" and lemma in actor_words("introduced", "media") | {"agency", "network"}:
        return Candidate(start, token.i + 1, kind, reading.actor, why="called so", country=None, rank=4, head=token.i)
    if kind in ("country", "region", "people") or lemma in actor_words("generic", "not_the_group"):
        return None
    if token.tag_ == "NN" and lemma in actor_words("generic", "people"):
        return None  # an Islamic State militant is one man
    if lemma in actor_words("joined", "words") or (kind == "armed group" and lemma in actor_words("generic", "people")):
        country = gazetteer.countries[reading.actor]
        return Candidate(
            start, token.i + 1, kind, reading.actor, why="its people", country=country, rank=4, head=token.i
        )
    return None


def _generic(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate:
    """The candidate of one head noun: left over compounds, classifying adjectives and the country.

    Other adjectives stay out of the name, and are passed over only to reach a country: "Mexico's top diplomat".
    """
    one = token.lower_ in words("forces", "fighters") and token.tag_ != "NNS" and _holds(token)
    noun = f"{token.lower_}s" if one else _lower(token)  # "rebel bases" are the rebels'
    start, parts, country = token.i, [noun], None
    passed = False
    i = token.i - 1
    clan = i >= 0 and token.lemma_.lower() in actor_words("generic", "clans") and doc[i].head == token
    if clan and is_capital(doc[i]) and doc[i].pos_ == "PROPN":
        start, i = i, i - 1  # the Gupta brothers
        parts.insert(0, doc[start].text)
    if _is_union_of(doc, i, token):
        start = i - 1
        parts.insert(0, f"{doc[i - 1].lower_}{doc[i].text}")
        i -= 2
        while doc[i].dep_ == "amod" and doc[i].head.i in (start, token.i):
            passed, i = True, i - 1
    leftmost = max(sentence_starts(doc)[token.i], token.i - _LEFT)
    while i >= leftmost:
        if doc[i].is_space:
            i -= 1
            continue
        if i > 1 and doc[i].text in POSSESSIVE and doc[i - 1].lower_ in actor_words("generic", "of_whom"):
            parts.insert(0, f"{doc[i - 1].lower_}{doc[i].text}")
            start, i = i - 1, i - 2
            continue
        last = i - 1 if doc[i].text in POSSESSIVE else i
        if doc[i].lower_ == "camp":
            break  # "the pro-Beijing camp candidates": the camp has a name of its own
        if last in known:
            first, owner = _owner(doc, last, gazetteer, known, possessive=last != i)
            if owner is not None:
                start, country = first, owner[1]
                parts.insert(0, owner[0])
            break
        if doc[i].text == "-" and i > 0 and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
            if passed:  # "centre-right parties" are parties
                i -= 2
                continue
            parts[0] = f"{doc[i - 1].lower_}-{parts[0]}"
            start, i = i - 1, i - 2
            continue
        if _classifies(doc[i], token):
            if not passed:
                parts.insert(0, _lower(doc[i]))
                start = i
        elif _names_folk(doc[i], token):
            parts.insert(0, doc[i].text)
            start = i
            break
        elif doc[i].dep_ == "amod" and doc[i].head == token:
            passed = True
        else:
            break
        i -= 1
    shared = _shared_adjective(token, start, known) if country is None else None
    if shared is not None and (state := gazetteer.country_of(known[shared][1].actor)) is not None:
        country = state
        parts.insert(0, doc[known[shared][0] : shared + 1].text)
    origin = state_of_office(token, gazetteer, known) or state_of_origin(token, gazetteer, known)
    if country is None and origin is not None:
        country = origin
        parts.insert(0, gazetteer.adjective(origin))
    behind = doc[token.i + 1 : token.i + 3].text.lower()
    if behind in actor_words("generic", "goes_on"):
        parts.append(behind)  # "the chamber of commerce"
    name = " ".join(parts)
    return Candidate(start, token.i + 1, "generic", name, "generic", why="generic noun", country=country, rank=9,
                     head=token.i)  # fmt: skip


def _shared_adjective(token: Token, start: int, known: Known) -> int | None:
    """The nationality of the noun that a bare noun is joined to: "Turkish tanks and troops" are both Turkish."""
    first = token.head
    if token.dep_ != "conj" or start != token.i or any(c.i < token.i for c in children(token)):
        return None
    if token.i - first.i != 2 or token.tag_ != first.tag_:
        return None
    inside = [c.i for c in children(first) if c.dep_ == "amod" and c.i in known]
    return inside[0] if len(inside) == 1 and known[inside[0]][1].form == "demonym" else None


def _owns_union(token: Token, following: Token) -> bool:
    """Whether a plural only says whose the union behind it is."""
    if following.text not in POSSESSIVE or following.i + 1 >= len(token.doc):
        return False
    if token.lower_ in actor_words("generic", "of_whom") and _is_noun(following.head.head):
        return True  # "the women's football team"
    return _is_union_of(token.doc, following.i, token.doc[following.i + 1])


def _is_union_of(doc: Doc, i: int, noun: Token) -> bool:
    """Whether the possessive at i says whose union or club it is: "the teachers' union"."""
    return (
        i > 0
        and doc[i].text in POSSESSIVE
        and doc[i - 1].tag_ == "NNS"
        and doc[i - 1].is_lower
        and noun.lemma_.lower() in actor_words("organisations", "joined")
    )


def _owner(
    doc: Doc, last: int, gazetteer: Gazetteer, known: Known, *, possessive: bool
) -> tuple[int, tuple[str, str | None] | None]:
    """The first token of what stands before a generic noun, with how it is written in the name and its country."""
    first, reading = known[last]
    country = gazetteer.country_of(reading.actor)
    if side := prefix_of_side(doc[first]):  # "anti-Kremlin protesters" are of no country that is told
        return first - 2, (f"{side}-{text_of(doc, first, last + 1)}", None)
    if doc[first - 1].text == "-" and first - 2 in known:
        first = known[first - 2][0]
        return first, (text_of(doc, first, last + 1), country)
    if country == reading.actor and country is not None and reading.form != "metonym":
        as_written = reading.form == "demonym" and reading.why == "demonym"
        return first, (text_of(doc, first, last + 1) if as_written else gazetteer.adjective(country), country)
    return first, None if possessive else (text_of(doc, first, last + 1), country)


def _names_folk(word: Token, noun: Token) -> bool:
    """Whether a word says of which folk people are, be it one that nobody listed: "Aymara | communities"."""
    told = word.dep_ in ("amod", "compound", "nmod") and word.head == noun and noun.tag_ in ("NN", "NNS")
    before = word.nbor(-1) if word.i else word
    opens = word.is_sent_start or before.is_quote
    whole = opens or (not is_capital(before) and before.text != "-")
    capital = is_capital(word) and word.is_alpha and (word.tag_ == "NNP" or not opens)
    return told and whole and capital and word.ent_type_ in ("NORP", "") and word.pos_ in ("ADJ", "PROPN")


def _classifies(word: Token, noun: Token) -> bool:
    if word.lower_ in actor_words("generic", "days") or _ends_time(word):
        return False  # "Yesterday marines left"
    opening = word.is_sent_start and word.pos_ == "PROPN" and not word.ent_type_ and not is_coined(word)
    if word.dep_ == "compound" and (word.pos_ == "NOUN" or opening):
        return word.lower_ != "emergency" or noun.lower_ != "cabinet"
    return word.lower_ in actor_words("generic", "classifying") or _is_of_office(word, noun)


def _ends_time(word: Token) -> bool:
    """Whether a noun belongs to the day before it: "on Monday night | members of the union"."""
    timed = word.lower_ in actor_words("generic", "times_of_day") and word.i > 0
    return timed and (word.ent_type_ in ("DATE", "TIME") or word.nbor(-1).lower_ in actor_words("never", "calendar"))


def _is_of_office(word: Token, noun: Token) -> bool:
    return word.lower_ in actor_words("generic", "of_office") and word.head == noun


def _lower(token: Token) -> str:
    """A word as it stands in a generic name: acronyms keep their capitals."""
    stem = token.text.removesuffix("s")  # MPs
    return token.text if stem.isupper() and len(stem) > 1 else token.lower_
