"""Which nouns name an actor without a name: police, rebels, Haitian government officials, the Yes camp."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graph.extraction.cues import cues
from graph.extraction.naming.bodies import says_what_sort
from graph.extraction.naming.camps import camp_or_adherents
from graph.extraction.naming.candidates import Candidate, Known, is_capital
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.naming.generic_names import candidate_of, is_in_law, is_of_office, is_union_of
from graph.extraction.naming.local_bodies import is_party
from graph.extraction.naming.nations import of_nations, one_of_many
from graph.extraction.naming.persons import is_bare_title, is_second_title
from graph.extraction.naming.sorts import are_people, heads_body, hold_place, is_aged
from graph.extraction.offices.role_nouns import role_sections, title_tokens
from graph.extraction.senses.lexicon import lexicon
from graph.extraction.syntax.examples import told_to_be
from graph.extraction.syntax.misplaced import described_so
from graph.extraction.syntax.nationals import prefix_of_side
from graph.extraction.syntax.phrases import after_of, are_counted_apart
from graph.extraction.syntax.relative_clauses import cleft
from graph.extraction.tokens import POSSESSIVE, children, lower_words
from graph.extraction.wordlists import actor_words, words

# Nouns that are bodies only by a word before them, and the list of those words.
_TOLD_BY = {
    "body": "of_bodies",
    "channel": "of_channels",
    "district": "of_districts",
    "force": "of_forces",
    "house": "of_houses",
    "line": "of_lines",
    "partner": "of_partners",
    "service": "services",
    "station": "of_stations",
}
_WHICHEVER = frozenset({"any", "every", "each"})
_SHORTEST = 6  # letters of a word for somebody that ends in "man"
_DETERMINING = frozenset({"det", "poss", "amod"})
_SILENT = frozenset({"ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "SPACE"})  # parts of speech that name nobody
_PLACES = frozenset({"FAC", "GPE", "LOC"})
_HELD = frozenset({"prisoner", "hostage", "captive"})


def generic_candidates(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Unnamed actors: a head noun with what classifies it, carrying the country its words give."""
    titles, adherents = title_tokens(doc), actor_words("camps", "adherents")
    for token, word in zip(doc, lower_words(doc), strict=True):
        camp = word.startswith("camp") or word.rstrip("s") in adherents
        if camp and (side := camp_or_adherents(doc, token, gazetteer, known)):
            yield side
        elif word in _HELD and (captives := _captives(token)):
            yield candidate_of(doc, captives, gazetteer, known)._replace(head=token.i)
        elif word in _HELD and token.tag_ == "NN" and not any(c.dep_ in _DETERMINING for c in children(token)):
            continue  # what others are taken: "took dozens of people hostage"
        elif token.i in known and token.i not in titles and (one := one_of_many(token, gazetteer, known)):
            yield one
        elif token.i not in titles and _is_generic(token) and not _is_nobody(token):
            found = _standing_for(doc, token, gazetteer, known) or candidate_of(doc, token, gazetteer, known)
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
    one = f"{token.lower_[:-3]}man" if token.lower_.endswith("men") else token.lower_  # "Firemen", taken for a name
    if not actor_words("generic", "people", "groups").isdisjoint((token.lemma_.lower(), token.lower_, one)):
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


def _flies(token: Token) -> bool:
    """Whether a bomber is a plane: "B-52 bombers", "stealth bombers"; not "a suicide bomber"."""
    if token.lower_ not in ("bomber", "bombers"):
        return False
    told = [c.lower_ for c in children(token)]
    return any(w in actor_words("generic", "of_planes") or any(ch.isdigit() for ch in w) for w in told)


def _is_generic(token: Token) -> bool:
    if token.pos_ in _SILENT or _flies(token):
        return False
    if are_people(token) or is_aged(token):
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return token.pos_ == "ADJ" and hold_place(token)
    if not (_is_noun(token) or is_plain_plural(token) or _is_counted(token) or _tells_or_is_told(token)):
        return _acts(token) and not any(c.dep_ in ("compound", "poss") and c.text[0].isupper() for c in children(token))
    if token.lower_ == "government" and token.dep_ == "poss":
        return True  # "the Government's handling", whatever the recognizer says of the capital
    labelled = token.ent_type_ and not _is_lone(token)
    small = token.is_lower and token.dep_ != "compound"  # "the defence ministry", taken for a name
    if token.pos_ == "PROPN" and (labelled or token.dep_ == "compound") and not (small or is_plain_plural(token)):
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    hyphen = following is not None and following.text == "-" and not token.whitespace_ and not is_in_law(token)
    if following is not None and (following.ent_type_ == "PERSON" or hyphen):
        return False
    if (
        is_bare_title(token)
        or is_second_title(token)
        or _only_describes(token)
        or described_so(token) is not None
        or (token.dep_ == "compound" and _is_counted_before(token))
    ):
        return False
    carried = token.dep_ == "compound" and token.head.lemma_.lower() in actor_words("generic", "machines")
    if token.lower_ == "exile" and not any(c.dep_ in _DETERMINING for c in children(token)):
        return False  # "now in exile"
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
    if classifies and token.lemma_ in actor_words("generic", "kinds") and not hold_place(token):  # terrorist attacks
        return False
    if token.dep_ == "compound" and 0 < token.head.i - token.i <= 2:
        acts = token.tag_ == "NNS" or carried or _does(token.head)
        return not _is_noun(token.head) and token.head.pos_ == "NOUN" and acts
    if token.dep_ == "attr" and token in cleft(token.head) and any(c.dep_ == "relcl" for c in children(token)):
        return True  # "it was an officer who fired"
    apart = token.dep_ == "appos" and (
        are_counted_apart(token, token.head)  # "shot three nuns, two | monks and a clerk"
        or (token.head.ent_type_ in _PLACES and token.head.dep_ == "pobj" and _is_the(token))
    )  # no place is somebody: "speaking in Lima, the | regulator |, once feared, said"
    return (apart or token.dep_ not in ("appos", "attr", "oprd", "npadvmod")) and not _is_bare_office(token)


def _is_the(token: Token) -> bool:
    """Whether somebody known is meant, and no town: "the regulator"."""
    known = any(c.lower_ == "the" for c in children(token))
    return known and token.lemma_.lower() not in actor_words("bodies", "towns")


def _is_lone(token: Token) -> bool:
    """Whether what is labelled a name is but a noun with a capital: "the Department"."""
    before = token.nbor(-1) if token.i else token
    if is_of_office(before, token) and token.lower_ in actor_words("generic", "people"):
        return True  # "the Crown Prince"
    if before.text == "-" and before.i and (before.nbor(-1).lower_, "-", token.lower_) in role_sections():
        return True  # "the Governor-General"
    return before.lower_ == "the" and token.ent_iob_ != "O" and token.lower_ in actor_words("never", "lone")


def _acts(token: Token) -> bool:
    """Whether a house or a paper is who runs it: "the hotel said", "guests sued the hotel"; not "met at the hotel"."""
    if token.lower_ not in actor_words("generic", "houses") or token.tag_ != "NN":
        return False
    verb, mine = token.head, {c.lower_ for c in children(token)}
    if "the" not in mine and not any(c.dep_ == "poss" for c in children(token)):
        return False
    if token.dep_ == "nsubj":
        return verb.lemma_ in actor_words("generic", "running") or verb.lemma_ in cues("attribution")["verb"]
    return token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in actor_words("generic", "answerable")


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


def _is_act(token: Token) -> bool:
    """Whether a noun says here what is done, not who does it: "restrictions on the movement of goods"."""
    if token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in actor_words("generic", "building"):
        return token.lower_ not in actor_words("generic", "people")  # "built a hospital for Somalia"
    lemma, behind = token.lemma_.lower(), {c.lower_ for c in children(token)}
    if token.lower_ == "authority" and not any(c.dep_ == "compound" for c in children(token)):  # "has no authority"
        owned = any(c.tag_ == "PRP$" for c in children(token))
        return owned or (token.dep_ == "dobj" and token.head.lemma_ in actor_words("generic", "had"))
    if lemma in actor_words("generic", "attitudes"):  # "faced opposition from unions"
        return not behind.isdisjoint(("from", "to", "against", "among", "inside", "within"))
    accused = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in words("control", "judging")
    return lemma in actor_words("generic", "acts") and "of" in behind and not accused


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
        and (token.lemma_ == "opposition" or token.lemma_ in actor_words("organisations", "introducing"))
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
    if token.dep_ == "compound" and token.head.lemma_.lower() == "camp" and not hold_place(token):
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
    if kind == "media" and (lemma in ("agency", "network") or lemma in actor_words("introduced", "media")):
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


def _owns_union(token: Token, following: Token) -> bool:
    """Whether a plural only says whose the union behind it is."""
    if following.text not in POSSESSIVE or following.i + 1 >= len(token.doc):
        return False
    if token.lower_ in actor_words("generic", "of_whom") and _is_noun(following.head.head):
        return True  # "the women's football team"
    return is_union_of(token.doc, following.i, token.doc[following.i + 1])
