"""Which names of different documents are the same actor, and why: a pure function of the names.

Documents are read one at a time, each naming its actors as fully as it can. Across documents

- spellings of one name are one actor ("Erdoğan", "Erdogan");
- a short form goes to the only fuller name it fits ("Abbas", "M. Abbas" -> "Mahmoud Abbas"), and
  is left alone where it fits two people;
- a firm's legal form is no part of its name ("Benmore Timber Co", "Benmore Timber");
- an acronym goes to the only name whose initials it spells ("IAEA");
- one name of two countries is two actors, each with its country behind it ("police (Haiti)").

Only names of one family are compared: persons with the same last word, bodies with the same
initials or, where they are short, the same words. So a new name costs what its family costs,
however large the casefile is, and the same names give the same actors in whatever order they came.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans("ıłøđŁØĐ", "ilodLOD")
_DROPPED = frozenset(".'’`")
_SMALL = frozenset({"a", "an", "and", "de", "for", "in", "of", "on", "the", "to"})  # words that acronyms skip
# What says how a firm is constituted; as they are folded.
LEGAL_FORMS = frozenset({"ab", "ag", "aps", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "inc",
                          "incorporated", "kg", "kk", "limited", "llc", "llp", "lp", "ltd", "nv", "oyj", "plc", "pte",
                          "pty", "pvt", "sa", "sab", "sarl", "se", "spa", "srl"})  # fmt: skip
_MIN_ACRONYM = 3
Spellings = Mapping[str, list["Named"]]  # the names of a family as they are compared, with those that are spelt so


class Named(NamedTuple):
    """An actor as documents have it."""

    name: str
    kind: str
    country: str | None = None


class Resolution(NamedTuple):
    """The actor that a name leads to; the reason is None where the name is the actor's own."""

    name: str
    reason: str | None = None


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, dots, a leading article; hyphens as spaces.

    >>> folded("the  Recep-Tayyip ERDOĞAN")
    'recep tayyip erdogan'
    """
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN)).casefold()
    kept = (c for c in letters if not unicodedata.combining(c) and c not in _DROPPED)
    words = "".join(c if c.isalnum() else " " for c in kept).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def spelt(named: Named) -> str:
    """A name as it is compared with others of its family; a body's without its legal form, if two words are left.

    >>> spelt(Named("Benmore Timber Co. Ltd.", "company")), spelt(Named("Dyson Ltd", "company"))
    ('benmore timber', 'dyson ltd')
    """
    words = folded(named.name).split()
    kept = len(words)
    while named.kind != "person" and kept > 2 and words[kept - 1] in LEGAL_FORMS:
        kept -= 1
    return " ".join(words[:kept])  # one word alone would be its founder's name, too


def family(named: Named) -> str:
    """What names must share to be compared at all.

    >>> family(Named("Mahmoud Abbas", "person")), family(Named("Abbas", "person"))
    ('abbas', 'abbas')
    >>> family(Named("International Atomic Energy Agency", "international organisation"))
    'iaea'
    """
    whole = spelt(named)
    if named.kind == "person":
        return whole.rpartition(" ")[2]
    return _initials(named) or whole


def resolve(names: Iterable[Named]) -> dict[Named, Resolution]:
    """The actor of each name of one family.

    Parameters
    ----------
    names : iterable of Named
        All the names of the family; those of others are not compared.

    Returns
    -------
    dict
        A resolution for each name.

    Examples
    --------
    >>> found = resolve([Named("Abbas", "person"), Named("Mahmoud Abbas", "person")])
    >>> found[Named("Abbas", "person")]
    Resolution(name='Mahmoud Abbas', reason='short for Mahmoud Abbas, the only one it fits')
    """
    spellings: dict[str, list[Named]] = defaultdict(list)
    for named in sorted(set(names), key=_order):
        spellings[spelt(named)].append(named)
    resolved: dict[Named, Resolution] = {}
    for whole, reasons in _bearers(spellings).items():
        members = [(named, reason) for spelling, reason in reasons.items() for named in spellings[spelling]]
        resolved.update(_named_apart(_spelling(spellings[whole]), members))
    return resolved


def _bearers(spellings: Spellings) -> dict[str, dict[str, str | None]]:
    """The full names, each with the spellings that lead to it and why."""
    led = _fuller(spellings)
    # Where a fuller form is itself short for another that contradicts this one, this one stands alone.
    steps = {short: lead for short, lead in led.items() if lead is not None and led[lead[0]] is None}
    bearers: dict[str, dict[str, str | None]] = {whole: {whole: None} for whole in spellings if whole not in steps}
    for short, (whole, reason) in steps.items():
        bearers[whole][short] = f"{reason} {_spelling(spellings[whole])}, the only one it fits"
    return bearers


def _fuller(spellings: Spellings) -> dict[str, tuple[str, str] | None]:
    """The one name that each spelling is short for, and in what way; None where there is none, or more than one."""
    found: dict[str, tuple[str, str] | None] = dict.fromkeys(spellings)
    for reason, longer in (("acronym of", _spelt_out(spellings)), ("short for", _longer_forms(spellings))):
        for short in spellings:
            if (fullest := _only_fullest(longer[short], longer)) is not None:
                found[short] = fullest, reason
    return found


def _only_fullest(forms: set[str], longer: Mapping[str, set[str]]) -> str | None:
    """The form that is not short for another of them; None where several are not."""
    # The longest come first, since they are the least likely to be short for another: the second of them ends it.
    ordered = sorted(forms, key=lambda form: (-form.count(" "), -len(form), form))
    fullest = list(islice((form for form in ordered if longer[form].isdisjoint(forms - {form})), 2))
    return fullest[0] if len(fullest) == 1 else None


def _longer_forms(spellings: Spellings) -> dict[str, set[str]]:
    """The fuller names of a person that each spelling may be short for.

    Looked up by what a short form shares with them, so that a family of a thousand costs what its names do:
    their last words, or the first word or letter.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for whole in spellings:
        words = whole.split()
        endings = {" ".join(words[place:]) for place in range(1, len(words))}
        for key in {*endings, *(f"{word} …" for word in words[:1]), *(f"{word[0]} …" for word in words[:1])}:
            alike[key].append(whole)
    return {
        short: {
            whole
            for key in (short, f"{short.partition(' ')[0]} …")
            for whole in alike.get(key, ())
            if whole != short and _is_short_person(short, whole, spellings)
        }
        for short in spellings
    }


def _spelt_out(spellings: Spellings) -> dict[str, set[str]]:
    """The bodies whose initials each spelling may be."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for whole, names in spellings.items():
        for named in names:
            bodies[_acronym(named)].add(whole)
    return {
        short: {whole for whole in bodies.get(short, ()) if whole != short and _is_acronym(short, whole, spellings)}
        for short in spellings
    }


def _is_short_person(short: str, whole: str, spellings: Spellings) -> bool:
    """Whether two persons' names are a shorter and a fuller form, and their countries do not speak against it."""
    if not (_are_persons(spellings[short]) and _are_persons(spellings[whole])):
        return False
    few, many = short.split(), whole.split()
    if few == many or len(few) > len(many) or _contradict(spellings[short], spellings[whole]):
        return False
    if len(few) < len(many) and many[-len(few) :] == few:
        return True
    return len(few) > 1 and few[-1] == many[-1] and _opens(few[0], many[0]) and follows(few[1:-1], many[1:-1])


def _opens(first: str, other: str) -> bool:
    """Whether a first name is the other, or its initial."""
    return first == other or (len(first) == 1 and other.startswith(first))


def follows(few: list[str], many: list[str]) -> bool:
    """Whether the middle names of the shorter form are among the longer's, in order; initials tell each apart."""
    if any(len(name) == 1 for name in few):  # "George W. Bush" is not "George H. W. Bush"
        return len(few) <= len(many) and all(map(_opens, few, many))
    rest = iter(many)
    return all(any(_opens(name, other) for other in rest) for name in few)


def _is_acronym(short: str, whole: str, spellings: Spellings) -> bool:
    """Whether a spelling is written in capitals and spells the initials of a body's name."""
    written = any(named.name.isupper() and len(named.name) >= _MIN_ACRONYM for named in spellings[short])
    bodies = not _are_persons(spellings[whole]) and not _contradict(spellings[short], spellings[whole])
    return written and bodies and any(_acronym(named) == short for named in spellings[whole])


def _initials(named: Named) -> str:
    """The initials of a body's name of three or more words, as they are folded; else nothing."""
    letters = [word[0] for word in spelt(named).split() if word not in _SMALL]
    return "".join(letters) if len(letters) >= _MIN_ACRONYM and named.kind != "person" else ""


def _acronym(named: Named) -> str:
    """The acronym that a body's name may have: its initials, if they are capitals; else nothing."""
    words = [word for word in re.findall(r"[^\W_]+", named.name) if word.casefold() not in _SMALL]
    return _initials(named) if all(word[0].isupper() for word in words) else ""


def _are_persons(names: list[Named]) -> bool:
    return any(named.kind == "person" for named in names)


def _contradict(some: list[Named], others: list[Named]) -> bool:
    """Whether both are told to belong to countries, and to different ones."""
    theirs, ours = ({named.country for named in names if named.country} for names in (some, others))
    return bool(theirs and ours) and theirs.isdisjoint(ours)


def _named_apart(name: str, members: list[tuple[Named, str | None]]) -> dict[Named, Resolution]:
    """The resolutions of one name's bearers: one actor, or one a country where there are several."""
    countries = {named.country for named, _ in members if named.country}
    apart = len(countries) > 1
    resolved = {}
    for named, short in members:
        reason = short or (None if named.name == name else f"spelling of {name}")
        actor = name
        if apart and named.country:
            actor = f"{name} ({named.country})"
            told = f"one of {len(countries)} of this name, told apart by country"
            reason = f"{reason}; {told}" if reason else told
        resolved[named] = Resolution(actor, reason)
    return resolved


def _spelling(names: list[Named]) -> str:
    """The spelling that an actor is called by: with its accents, without an article, else the first in order."""
    return min(names, key=_order).name


def _order(named: Named) -> tuple[bool, int, bool, str, str, str]:
    name = named.name
    marks = sum(ord(c) > 127 for c in name)
    return (name.casefold().startswith("the "), -marks, name.isupper() and len(name) > 4, name, named.kind,
            named.country or "")  # fmt: skip
