"""Which proper names the recognizer missed: capitalised runs, names introduced, spelled out or in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, Known, is_capital, is_coined, is_headline, text_of
from graph.extraction.naming.cause_names import cause_names
from graph.extraction.naming.long_names import long_names
from graph.extraction.naming.name_bounds import past_version, person_span, trimmed
from graph.extraction.naming.name_kinds import ACRONYM, introduced_kind, is_acronym, is_anyone, kind_of
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.tokens import children, having, lower_words
from graph.extraction.wordlists import actor_words, any_of

_BODIES = frozenset({"bodies"})
_CALLING = frozenset({"called", "named"})
_SHORT = 4  # tokens an unlabelled name may have
_NAMING = frozenset({"for", "of"})  # what a name goes on with, and so does what "and" joins behind it
_LINKING = _NAMING | {"and", "in", "the", "against"}
_LONG_FORM = 10  # tokens a spelled-out name may have


def missed_candidates(doc: Doc, known: Known, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Names beside those in `names`, in no order."""
    covered = {i for c in names for i in range(c.start, c.end)}
    for start, end, label in _runs(doc, covered, known):
        yield Candidate(start, end, kind_of(doc, start, end, label), rank=7)
    for start, end in _introduced(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=1)
    for start, end, noun in _behind_its_noun(doc, known):
        yield Candidate(start, end, introduced_kind(noun), rank=3)
    for start, end in _before_its_noun(doc, known):
        name = text_of(doc, start, end)
        yield Candidate(start, end + 1, introduced_kind(doc[end].lower_), name, why="called so", rank=3, head=end)
    for start, end in _spelled_out(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=4)
    for start, end in _closed_by_letters(doc, known):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=1)
    for start, end in long_names(doc, known):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=2)
    for start, end in cause_names(doc, known):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=2)
    for start, end in _romance(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=1)
    for start, end, noun in _called(doc, known):
        yield Candidate(start, end, introduced_kind(noun), rank=8)
    for start, end in _linked(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=6)
    yield from _bracketed_first_names(doc)
    yield from _beside_people(doc, known)
    yield from _months(doc)


def _linked(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names whose words are linked as in Persian and Arabic: "Hezb-e-Islami", "Sipah-e-Sahaba"."""
    for link in (doc[i] for i, word in enumerate(lower_words(doc)) if word in actor_words("names", "links")):
        around = doc[max(0, link.i - 2) : link.i + 3]
        joined = len(around) == 5 and around[1].text == around[3].text == "-"
        if joined and is_capital(around[0]) and is_capital(around[4]):
            yield around.start, around.end


def _called(doc: Doc, known: Known) -> Iterator[tuple[int, int, str]]:
    """What a clause calls a body, with the word for what it is: "a charity called Open Hands"."""
    for verb in (doc[i] for i, word in enumerate(lower_words(doc)) if word in _CALLING):
        noun = verb.head.lemma_
        bodily = verb.dep_ == "acl" and noun in actor_words("organisations", "introducing", "words")
        for name in children(verb) if bodily else ():
            start = name.left_edge.i
            proper = name.dep_ in ("oprd", "attr") and name.i not in known and start > verb.i
            if proper and all(is_capital(t) for t in doc[start : name.i + 1]):
                yield start, name.i + 1, noun


def _romance(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names of bodies in Romance languages: "Banco do Tejo", "Partido de la Costa"."""
    particles = actor_words("names", "romance_particles")
    for noun in (doc[i] for i, word in enumerate(lower_words(doc)) if word in actor_words("names", "romance_bodies")):
        end = noun.i + 1
        while end < len(doc) and (is_capital(doc[end]) or doc[end].lower_ in particles):
            end += 1
        while doc[end - 1].lower_ in particles:
            end -= 1
        if is_capital(noun) and any(t.lower_ in particles for t in doc[noun.i : end]):
            yield noun.i, end


def _beside_people(doc: Doc, known: Known) -> Iterator[Candidate]:
    """Names in apposition to one who is somebody, which are a person's whatever they are taken for: "his wife, Oyuun".

    Of those who are no relatives only two words or more are a name: "a wholesaler, Stelios Mavros".
    """
    kin = actor_words("roles", "kin")
    people = actor_words("generic", "people") - actor_words("organisations", "introducing", "trades")
    for noun in (doc[i] for i, word in enumerate(lower_words(doc)) if word in kin or word in people):
        for name in children(noun) if noun.tag_ == "NN" else ():
            start = noun.i + (2 if doc[noun.i + 1 : noun.i + 2].text == "," else 1)
            whole = name.ent_type_ == "PERSON" and doc[min(start, name.i)].ent_type_ == "PERSON"
            told = name.dep_ == "appos" and name.tag_ == "NNP" and not whole and name.i not in known
            told = told and name.ent_type_ != "ORG" and any(c.dep_ in ("det", "poss") for c in children(noun))
            long = noun.lower_ in kin or name.i - start > 0
            if told and long and start <= name.i and all(_is_of_person(t) for t in doc[start : name.i + 1]):
                yield Candidate(start, name.i + 1, "person", rank=1)


def _is_of_person(word: Token) -> bool:
    """Whether a word may be one of a person's name: no body's, and no title."""
    bodies = any_of(actor_words("organisations", "words"), actor_words("titles", "courtesy"))
    return is_capital(word) and word.is_alpha and word.lower_ not in bodies and not word.is_upper


def _months(doc: Doc) -> Iterator[Candidate]:
    """Persons whose surname is a month, which is taken for a date: "Theresa May", "Mrs May"."""
    months = actor_words("calendar", "months")
    for token in (doc[i] for i, word in enumerate(lower_words(doc)) if word in months):
        # "warns Theresa | May not to": the tagger makes it an auxiliary.
        if token.is_sent_start or not is_capital(token) or token.tag_ not in ("NNP", "MD"):
            continue
        before = token.nbor(-1)
        if before.lower_ in actor_words("titles", "honorifics"):
            yield Candidate(token.i, token.i + 1, "person", rank=1)
        elif before.is_alpha and is_capital(before) and before.lower_ not in actor_words("never", "calendar"):
            if before.dep_ == "compound" and before.head == token and before.ent_type_ in ("", "PERSON"):
                yield Candidate(before.i, token.i + 1, "person", rank=1)
            elif _is_first_name(before, token):
                yield Candidate(before.i, token.i + 1, "person", rank=1, head=before.i)


def _is_first_name(before: Token, month: Token) -> bool:
    """Whether one word for a person stands before a month of no year or day: "sacked by Theresa | May after"."""
    alone = before.ent_type_ == "PERSON" and before.ent_iob_ == "B"
    following = month.doc[month.i + 1 : month.i + 2]
    return alone and not (following and following[0].like_num)


def _runs(doc: Doc, covered: set[int], known: Known) -> Iterator[tuple[int, int, str]]:
    """Capitalised runs that look like an organisation or a person, with the label for it."""
    i = 0
    while i < len(doc):
        if i in covered or not (is_capital(doc[i]) and doc[i].pos_ == "PROPN"):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in covered and is_capital(doc[end]) and doc[end].pos_ == "PROPN":
            end += 1
        start, stop = trimmed(doc, i, end)
        titled = stop - start > 1 and any(t.ent_type_ == "PERSON" for t in doc[stop : stop + 1])
        if titled and doc[stop - 1].is_upper and _is_office(doc, start, stop):
            stop -= 1  # Norley Reform | MP Ana Ruiz
        if start < stop and _is_office(doc, start, stop):
            pass
        elif start < stop and any(says(doc, start, stop) for says in (_organisation, _told_behind, _employing)):
            yield start, stop, "ORG"
        elif start < stop and (_titled_person(doc, start, stop) or _is_addressed(doc, start, stop)):
            yield *person_span(doc, start, stop, known), "PERSON"
        elif start < stop and (_acting(doc, start, stop) or _owning(doc, start, stop)):
            yield start, past_version(doc, stop), "ORG"
        i = end


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """Whether a run ends in an office and is nobody: "Cabinet Minister", "Chief Executive"."""
    last = doc[end - 1].lower_
    return role_sections().get((last,), _BODIES) != _BODIES and last not in actor_words("organisations", "words")


def _organisation(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is an organisation: by its last word, as an acronym, or by who belongs to it."""
    last = doc[end - 1]
    if last.lower_ in actor_words("never", "calendar") or last.lower_ in actor_words("titles", "courtesy"):
        return False
    if end - start > 1 and last.lower_ in actor_words("organisations", "words"):
        return True
    if end - start == 1 and is_acronym(last):
        return last.text not in actor_words("titles", "behind") or start == 0 or doc[start - 1].ent_type_ != "PERSON"
    if end - start > 1 and doc[start].lower_ in ("radio", "televisión", "télévision"):
        return True
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].text in ("'s", "'") and after[1].ent_type_ == "PERSON":
        return True
    before = doc[max(0, start - 2) : start]
    return len(before) == 2 and before[1].lower_ == "of" and before[0].ent_type_ == "PERSON"


def _told_behind(doc: Doc, start: int, end: int) -> bool:
    """Whether an apposition tells that an unlabelled run is a body: "fined Laertid, a software firm"."""
    beside = (c for c in children(doc[start:end].root) if c.dep_ == "appos" and c.i > end and doc[end].text == ",")
    return any(c.tag_ == "NN" and c.lemma_ in actor_words("organisations", "introducing") for c in beside)


def _employing(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is where somebody works: "has been with Munster Power since", "worked for Kvist"."""
    preposition = doc[start - 1] if start else doc[start]
    root = doc[start:end].root
    if root.head != preposition or any(t.ent_type_ or not t.is_alpha for t in doc[start:end]):
        return False
    way = f"{preposition.head.lemma_} {preposition.lower_}"
    if way == "be with":  # "I am with Ana" is no employment; "had been with Kvist for nine years" is
        return any(c.lower_ in ("for", "since") for c in children(preposition.head))
    return way in ("work for", "employ by", "resign from", "hire by")


def _acting(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run inside a sentence does something that is told of it: "while Most-Híd took 13 seats"."""
    root = doc[start:end].root
    inside = (
        start > root.sent.start
        and doc[start - 1].text != "-"
        and not any(t.ent_type_ or t.is_quote for t in doc[start:end])
    )
    return (
        inside
        and end - start <= _SHORT
        and (_is_member_of(root) or (root.dep_ in ("nsubj", "nsubjpass") and root.tag_ == "NNP"))
        and doc[start].lower_ not in actor_words("never", "lone")
        and (doc[end - 1].lower_,) not in role_sections()
        and doc[end - 1].lower_ not in actor_words("events", "nouns")
        and not is_headline(root.sent)
    )


def _is_member_of(name: Token) -> bool:
    """Whether a name is one that people belong to: "members of the | Grey Wolves"."""
    of = name.head
    return name.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in actor_words("roles", "belonging")


def _owning(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled word is a body by what it has: "Vodacom's shareholders", "Vodacom's chief lawyer"."""
    root, mark = doc[end - 1], doc[end : end + 1]
    if end - start > 1 or root.dep_ != "poss" or root.tag_ != "NNP" or mark.text not in ("'s", "'"):
        return False
    if root.ent_type_ and not is_coined(root):  # whatever the recognizer takes "Vodacom" for
        return False
    chief = any(c.lower_ == "chief" and c.dep_ in ("amod", "compound") for c in children(root.head))
    return chief or root.head.lemma_ in actor_words("organisations", "owned")


def _is_addressed(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is whom somebody speaks to, who is a person: "Macron told | Pezeshkian"."""
    root = doc[start:end].root
    to = root.dep_ == "dobj" and root.tag_ == "NNP" and root.head.lemma_ in actor_words("people", "addressing")
    unknown = to and not any(t.ent_type_ or not t.is_alpha or t.is_upper for t in doc[start:end])
    last = doc[end - 1].lower_
    nobody = doc[start].lower_ in actor_words("never", "lone") or last in actor_words("events", "nouns")
    nobody |= last in actor_words("generic", "people", "groups")  # "told the Opposition"
    return unknown and end - start <= 3 and not nobody and not is_headline(root.sent)


def _titled_person(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is a person: behind a title, or two or three words behind a party's possessive."""
    if doc[start].lower_ in actor_words("titles", "courtesy"):
        last = doc[end - 1].lower_  # "Foreign Affairs" is nobody
        field = last in actor_words("fields", "words", "portfolios")
        return end - start > 1 and last not in actor_words("titles", "courtesy") and not field
    if 2 <= end - start <= 3 and all(t.is_alpha and not t.is_upper for t in doc[start:end]):
        root = doc[start:end].root
        if (
            root.dep_ in ("nsubj", "nsubjpass")
            and root.head.lemma_ in actor_words("people", "verbs")
            and not is_headline(root.sent)
        ):
            return True
        if start and root.head == (noun := doc[start - 1]) and noun.is_lower and noun.tag_ in ("NN", "NNS"):
            return noun.lemma_ in actor_words("generic", "people")  # "talks between the rulers | Augusto Pinochet and"
    owner = doc[start - 2] if start > 1 and doc[start - 1].text in ("'s", "'") else None
    return owner is not None and 2 <= end - start <= 3 and owner.lower_ in actor_words("organisations", "words")


def _introduced(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that a noun introduces: the website "Night Owl"."""
    introducing = actor_words("organisations", "introducing")
    for token in (doc[i] for i, word in enumerate(lower_words(doc)[:-2]) if word in introducing):
        quoted = doc[token.i + 1].text == '"'
        start = token.i + 1 + quoted
        end = start
        while end < len(doc) and is_capital(doc[end]) and doc[end].pos_ in ("PROPN", "NOUN", "ADJ"):
            end += 1
        if quoted and start < end < len(doc) and doc[end].text == '"':
            yield start, end


def _behind_its_noun(doc: Doc, known: Known) -> Iterator[tuple[int, int, str]]:
    """Names right behind the small noun that says what they are, with the noun: "the drug company Helvion"."""
    introducing, firms = actor_words("organisations", "introducing"), actor_words("introduced", "firms")
    for token in having(doc, "TAG", ("NN", "JJ")):
        if not token.is_lower or token.i + 1 == len(doc):
            continue
        if _whole(token) not in introducing and not (token.i and f"{doc[token.i - 1].lower_} {token.lemma_}" in firms):
            continue
        start = end = token.i + 1
        while end < len(doc) and is_capital(doc[end]) and doc[end].pos_ in ("PROPN", "NOUN", "ADJ", "X"):
            end += 1
        start, end = trimmed(doc, start, end)
        plain = start < end and doc[start].lower_ not in actor_words("never", "calendar") and end - 1 not in known
        plain = plain and not any(t.ent_type_ in ("DATE", "TIME", "EVENT") for t in doc[start:end])
        if plain and not is_anyone(token.lemma_, doc[start:end]):
            yield start, end, token.lemma_ if _whole(token) in introducing else "company"


def _before_its_noun(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    """Names right in front of the small noun that says what they are: "the centre-right Alliance party"."""
    nouns = actor_words("introduced", "behind")
    for token in (doc[i] for i, word in enumerate(lower_words(doc)) if i and word in nouns):
        if not token.is_lower:
            continue
        start = token.i
        while start > 0 and is_capital(doc[start - 1]) and doc[start - 1].pos_ == "PROPN" and start - 1 not in known:
            start -= 1
        start, end = trimmed(doc, _past_camp(doc, start, token.i, known), token.i)
        plain = (
            start < end == token.i
            and not doc[start].is_sent_start
            and doc[start].lower_ not in any_of(actor_words("never", "calendar"), actor_words("places", "points"))
        )
        of_person = doc[start - 1].pos_ != "DET" and doc[start].ent_type_ == "PERSON"
        if plain and not of_person and not any(t.ent_type_ in ("DATE", "TIME", "EVENT", "GPE") for t in doc[start:end]):
            yield start, end


def _past_camp(doc: Doc, start: int, end: int, known: Known) -> int:
    """Where a name starts that begins with what a camp is called by: "the | Democratic Choice movement"."""
    first, reading = known.get(start - 1, (start, None))
    camp = reading is not None and reading.form == "demonym" and reading.actor.endswith("Party")
    articled = first > 0 and doc[first - 1].pos_ == "DET"
    return first if camp and articled and start < end else start


def _whole(token: Token) -> str:
    """The lemma of a noun with what a hyphen ties to it: "start-up"."""
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{token.lemma_}"
    return token.lemma_


def _spelled_out(doc: Doc) -> Iterator[tuple[int, int]]:
    """Long forms whose acronym follows in parentheses: "Union of Free Miners (UFM)"."""
    for bracket in having(doc, "ORTH", ("(",)):
        token = doc[min(bracket.i + 1, len(doc) - 1)]
        if not (ACRONYM.fullmatch(token.text) and doc[token.i + 1 : token.i + 2].text == ")"):
            continue
        letters = [c.lower() for c in token.text if c.isalnum()]
        end = token.i - 1
        for start in range(end - 1, max(-1, end - _LONG_FORM), -1):
            if doc[start].is_punct and doc[start].text not in ("-", "'", "&"):
                break
            initials = [t.lower_[0] for t in doc[start:end] if is_capital(t) or t.is_digit]
            if initials == letters and (is_capital(doc[start]) or doc[start].is_digit):
                yield start, end
                break


def _closed_by_letters(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    """Names that go on up to their letters, of whatever language: "Front for Change | and Unity in Chad (FACT)".

    The recognizer may end them earlier.
    """
    for bracket in having(doc, "ORTH", ("(",)):
        letters = doc[bracket.i + 1 : bracket.i + 3].text
        if not (letters.endswith(")") and ACRONYM.fullmatch(letters[:-1].strip())) or bracket.i + 1 in known:
            continue
        first = bracket.i
        while first > 0 and (is_capital(doc[first - 1]) or doc[first - 1].lower_ in _LINKING):
            first -= 1
        ends = [i for i in range(first + 1, bracket.i) if doc[i - 1].ent_type_ == "ORG" and doc[i].ent_iob_ != "I"]
        goes_on = len(ends) == 1 and doc[ends[0]].lower_ in _LINKING and doc[bracket.i - 1].ent_type_ != "ORG"
        if goes_on and (doc[ends[0]].lower_ != "and" or doc[ends[0] - 2].lower_ in _NAMING):
            start = ends[0] - 1
            while doc[start].ent_iob_ == "I":
                start -= 1
            yield trimmed(doc, start, bracket.i)


def _bracketed_first_names(doc: Doc) -> Iterator[Candidate]:
    """Surnames whose first name stands in a parenthesis with the title: "(Finance Minister Anton) Siluanov"."""
    for token in (doc[i] for i, word in enumerate(lower_words(doc)[:-1]) if word == ")" and i > 1):
        if doc[token.i - 1].ent_type_ != "PERSON":
            continue
        following = doc[token.i + 1]
        if is_capital(following) and following.is_alpha:
            first = token.i - 1
            while doc[first - 1].ent_type_ == "PERSON" and doc[first - 1].lower_ not in actor_words(
                "titles", "courtesy"
            ):
                first -= 1
            name = f"{text_of(doc, first, token.i)} {following.text}"
            yield Candidate(following.i, following.i + 1, "person", name, why="first name in parentheses", rank=0)
