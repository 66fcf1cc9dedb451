"""Whom do "the two men", "the group", "the president", "these claims", "the ban" stand for?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.clients import client
from graph.extraction.anaphora.couples import counts_two, joined_states, several, two, two_states
from graph.extraction.anaphora.deeds import doer_of_deed, tells_which
from graph.extraction.anaphora.descriptions import UNDER, is_past, tables
from graph.extraction.anaphora.forces import own_body, own_forces
from graph.extraction.anaphora.fuller import fuller
from graph.extraction.anaphora.governments import GOVERNMENTS, government, government_of_all, state_of
from graph.extraction.anaphora.headlines import headlined
from graph.extraction.anaphora.leaders import countries_led, former_leader, leader
from graph.extraction.anaphora.named import at_most_one, lists
from graph.extraction.anaphora.neighbours import neighbour
from graph.extraction.anaphora.officers import holder_of, officer, party_leader, placeless
from graph.extraction.anaphora.qualified import MODIFIERS, aged, called, modifiers_of, told_more_of
from graph.extraction.anaphora.relatives import relative
from graph.extraction.anaphora.rivals import rival
from graph.extraction.anaphora.ruling import ruling_parties
from graph.extraction.anaphora.same_kind import (
    can_be,
    is_another,
    is_called,
    is_named_so,
    of_speaker,
    only_kind,
    same_kind,
)
from graph.extraction.annotations import OWNERS_INSIDE
from graph.extraction.naming.persons import is_office
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.making import is_undergone
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_ANY = frozenset({"a", "an", "any", "each", "every", "no", "some"})
_DEFINITE = frozenset({"the", "these", "this", "that", "those", "both", "either", "neither"})
_SPOKEN_TO = frozenset({"address", "assure", "tell"})
_COUNTRIES = frozenset({"country", "nation", "homeland"})
_SAID_TO_BE = frozenset({"attr", "oprd", "appos", "compound"})


def noun_referents(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors a definite noun stands for, or none where that is not sure.

    Parameters
    ----------
    noun : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    if noun.lemma_ == "body" and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in lists()["dead"]["verbs"]:
        return ()  # of somebody dead
    if noun.lower_ == "head" and known.doc[noun.i + 1 : noun.i + 3].text.lower() in ("of state", "of government"):
        return at_most_one(known.descriptions.of(known.doc[noun.i + 2]))
    determiner = next((c.lower_ for c in children(noun) if c.dep_ in ("det", "predet")), None)
    own_country = noun.lemma_ in _COUNTRIES and any(c.tag_ in ("PRP$", "WP$") for c in children(noun))
    if noun.lemma_ == "nation" and noun.dep_ == "dobj" and noun.head.lemma_ in _SPOKEN_TO:
        return at_most_one(_own_nation(noun, known))
    ruling = noun.lemma_ in GOVERNMENTS and not counts_two(noun)
    if (own_country or ruling) and (state := state_of(noun, known)):
        return (state,)
    if noun.tag_ == "NNS" and any(c.lower_ == "our" for c in children(noun)):
        return two_states(len(known.doc), known) if noun.lemma_ in lists()["anaphors"]["states"] else ()
    if _is_ruling(noun) and (maker := known.makers.get(noun.lemma_)) is not None:
        return (maker,)
    if (doer := doer_of_deed(noun, sentence, determiner, known)) is not None:
        return () if _is_laid_at(noun) else (doer,)
    if noun.lemma_ in actor_words("organisations", "joined") and (own := _own_body(noun, known)):
        return (own,)
    if (own := own_forces(noun, known) or own_body(noun, known)) is not None:
        return (own,)
    if (body := _named_before(noun, known)) is not None:
        return (body,)
    other = relative(noun, known) or client(noun, known) or neighbour(noun, known) or rival(noun, known)
    if other is not None:
        return (other,)
    certain = determiner in ("the", "this") or noun.tag_ == "NNP" or any(c.dep_ == "poss" for c in children(noun))
    if certain and determiner not in _ANY and (holder := _of_owner(noun, known)) is not None:
        return (holder,)
    if determiner is None and noun.dep_ == "compound" and noun.lemma_ == "government" and is_office(noun.nbor()):
        return at_most_one(government(noun, known) or government_of_all(noun, known))  # "Government spokesman Ali"
    if determiner not in _DEFINITE or any(_restricts(c) for c in children(noun)):
        return ()
    if _is_anybody(noun) or _is_named_behind(noun, known) or _is_introducing(noun, known):
        return ()
    certain = determiner in ("the", "this")
    found = (government(noun, known) or _qualified(noun, sentence, known)) if certain else None
    found = found or _former(noun, determiner, known)
    if found is not None:
        return (found,)
    if is_undergone(noun) or known.arguments.owners(noun):
        return ()  # "the arrests of two leaders" are not those told before
    if determiner == "both" or counts_two(noun):
        return two(noun, sentence, known) or several(noun, known)
    if noun.tag_ == "NNS" and (named := several(noun, known)):
        return named
    if noun.tag_ == "NNS" and noun.lemma_ in lists()["anaphors"]["plural_states"] and not modifiers_of(noun, known):
        return joined_states(noun, sentence, known)
    return _plain(noun, sentence, determiner, known) or at_most_one(government_of_all(noun, known))


def _is_laid_at(noun: Token) -> bool:
    """Whether somebody is blamed for a deed, who need not be the one said to have done it: "blamed Mali for | it"."""
    verb = noun.head.head
    blamed = noun.dep_ == "pobj" and noun.head.lower_ == "for" and verb.pos_ == "VERB"
    return blamed and any(c.dep_ in ("dobj", "nsubjpass") for c in children(verb))


def _is_ruling(noun: Token) -> bool:
    """Whether a decision is a court's by what is done about it: "will respect the decision"."""
    answered = noun.dep_ == "dobj" and noun.head.lemma_ in lists()["ruling"]["answered"]
    return answered and noun.lemma_ in lists()["ruling"]["nouns"] and any(c.lower_ == "the" for c in children(noun))


def _own_nation(noun: Token, known: Antecedents) -> str | None:
    """The country that somebody leads who speaks to "the nation"."""
    speakers = [a.actor for t in subjects(noun.head) for a in known.arguments.of(t)]
    led = {country for name in speakers for country in countries_led(name, known)}
    return led.pop() if len(led) == 1 else None


def _named_before(noun: Token, known: Antecedents) -> str | None:
    """The body whose name stands before what it is: "the ALDE group", "the Hezbollah movement"."""
    before = noun.nbor(-1) if noun.i else noun
    if before.dep_ != "compound" or before.head != noun or noun.tag_ != "NN" or known.arguments.named(noun):
        return None
    named = [a.actor for a in known.arguments.by_head.get(before.i, ()) if a.form == "name"]
    fitting = [actor for actor in named if is_called(noun, actor, known)]
    return fitting[0] if len(named) == len(fitting) == 1 else None


def _is_introducing(noun: Token, known: Antecedents) -> bool:
    """Whether a noun only introduces the name behind it: "the daily Le Monde"; not "the firm | Ana Lima leads"."""
    name = known.name_at(noun.i + 1)
    person = noun.lemma_.lower() in actor_words("generic", "people") or is_office(noun)
    return name is not None and (person or known.kind(name) != "person")


def _restricts(behind: Token) -> bool:
    """Whether what stands behind a noun says which one is meant: its name, or a clause without a comma before it."""
    if behind.dep_ == "appos" and behind.pos_ == "NOUN":  # "the maker, the Belgian firm Vaxilor"
        return any(c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == behind.i + 1 for c in children(behind))
    if behind.dep_ == "appos":
        return behind.pos_ != "PRON"  # "the company itself"
    return behind.dep_ == "relcl" and behind.left_edge.i > 0 and behind.left_edge.nbor(-1).text != ","


def _qualified(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one actor that a noun names again with words in front of it: "the foreign ministry", "the rights group"."""
    if noun.tag_ not in ("NN", "NNP") or not modifiers_of(noun, known) or noun.dep_ in _SAID_TO_BE:
        return None
    if any(c.dep_ == "poss" for c in children(noun)) or objects_of_preposition(noun, ("of", "by", "from")):
        return None
    if (body := _body(noun, known)) is not None:
        return body
    if (person := aged(noun, known) or told_more_of(noun, sentence, known)) is not None:
        return person
    found = called(noun, known) if _is_of_office(noun) else None
    return found or same_kind(noun, sentence, known)


def _plain(noun: Token, sentence: int, determiner: str, known: Antecedents) -> tuple[str, ...]:
    """The one actor that a noun names again by itself: "the prime minister", "the ban", "the rebels", "the company"."""
    if modifiers_of(noun, known):
        return ()
    if known.descriptions.office(noun) is not None:
        found = known.descriptions.of(noun) if determiner == "the" and _is_of_office(noun) else None
        found = found or (party_leader(noun, known) if determiner == "the" else None)
        return (found,) if found else ()
    alone = noun.tag_ in ("NN", "NNP") and determiner in ("the", "this")
    taken_up = list(fuller(noun, known))
    found = next((actor for actor, in_passing in taken_up if not in_passing), None)
    taken = determiner != "the" or noun.dep_ != "nsubj"
    taken &= not any(map(tells_which, children(noun))) and not _is_laid_at(noun)
    if found is None and noun.lemma_ in known.makers and taken:
        ordered = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ == "order"
        found = known.sufferers.get(noun.lemma_) if ordered else known.makers[noun.lemma_]
    if found is None and noun.lemma_ in actor_words("bodies", "towns"):
        found = _town(noun, known)
    if found is None and noun.tag_ == "NNS" and noun.lemma_ in lists()["anaphors"]["fighters"]:
        found = only_kind({"armed group"}, noun, sentence, known) or _said_to_fight(noun, known)
    if found is None and alone:
        found = (
            of_speaker(noun, known)
            or _firm_above(noun, sentence, known)
            or _described_lately(noun, sentence, known)
            or _described(noun, known)
            or _office(noun, known)
            or same_kind(noun, sentence, known)
        )
    found = found or next((actor for actor, _ in taken_up), None)
    found = found or ((_leading(noun, known) or headlined(noun, known)) if alone else None)
    return (found,) if found else ()


def _said_to_fight(noun: Token, known: Antecedents) -> str | None:
    """The one body that a text says to be of such fighters: "the Karen Front, a rebel group ... the rebels"."""
    bodies = [a for a in known.actors if known.kind(a) == "organisation" and known.is_named_before(a, noun)]
    found = [body for body in bodies if noun.lemma_ in known.descriptions.said_of(body)]
    return found[0] if len(found) == 1 else None


def _town(noun: Token, known: Antecedents) -> str | None:
    """The only town that a text has called so, or whose mayor or council it has named: "the city"."""
    told = {r.target.actor for r in known.roles if r.predicate in lists()["towns"]["offices"]}
    told |= {m.actor for m in known.doc._.actor_mentions or () if known.doc[m.start].lower_ == noun.lemma_.lower()}
    towns = {name for name in told if known.kind(name) == "region" and known.is_named_before(name, noun)}
    return towns.pop() if len(towns) == 1 else None


def _firm_above(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The firm that the sentence before was about, though another is called so earlier: "Nokia lost. The company"."""
    if noun.lemma_ not in ("company", "firm") or noun.dep_ not in ("nsubj", "nsubjpass") or sentence == 0:
        return None
    above = [c for c in known.before(noun, sentence, 1)[-1] if c.leads and c.form == "name"]
    firms = [c.actor for c in above if known.kind(c.actor) in ("company", "organisation") and can_be(noun, c.actor)]
    return firms[0] if len(firms) == len(above) == 1 else None


def _leading(noun: Token, known: Antecedents) -> str | None:
    """The one leader of a country that a text names, where it gives nobody the office: "the president"."""
    title = noun.lemma_.lower()
    if not _is_of_office(noun) or is_another(noun, 0, known) or known.descriptions.called([title]):
        return None
    return leader(None, [title], known)


def _former(noun: Token, determiner: str | None, known: Antecedents) -> str | None:
    """Who is known to have led a country, of those whom a text names: "the former president"."""
    office = known.descriptions.office(noun)
    title = known.doc[office.start : noun.i + 1].text.lower() if office else noun.lower_
    before = known.doc[(office.start if office else noun.i) - 1].lower_ if noun.i > 1 else ""
    if before != "former" or determiner != "the" or not _is_of_office(noun) or _is_named_behind(noun, known):
        return None
    return former_leader([title], known)


def _of_owner(noun: Token, known: Antecedents) -> str | None:
    """The one person given an office of a country or body: "the US president", "Volvo's chief executive"."""
    own = next((a for a in known.arguments.by_head.get(noun.i, ()) if a.form == "generic"), None)
    if own is None or not _is_of_office(noun) or _is_named_behind(noun, known):
        return None
    office = known.descriptions.office(noun)
    title = known.doc[office.start if office else noun.i : noun.i + 1]
    owner = _owner(noun, own, title, known)
    others = [c for c in children(noun) if c.dep_ in ("relcl", "appos", "cc")]
    others += [c for c in children(noun) if c.i < min(own.start, title.start) and c.dep_ not in ("det", "poss")]
    if owner is None or others or any(t.pos_ in ("NOUN", "VERB") for t in known.doc[own.start : title.start]):
        return None  # "the former US president", "the US vice president"
    called = title.text.lower()
    holder = holder_of(called, owner, known) or _told_by_office(noun, called, owner, known)
    return holder or (placeless(called, known) if any(c.tag_ == "PRP$" for c in children(noun)) else None)


def _told_by_office(noun: Token, title: str, country: str, known: Antecedents) -> str | None:
    """Who was told of by a more special office, without a name: "the Finnish leader" after "Finland's president"."""
    special = tuple(f" {office}" for office in tables()["also"].get(title, ()))
    told = {
        a.actor
        for i, arguments in known.arguments.by_head.items()
        for a in arguments
        if i < noun.i and known.kind(a.actor) == "generic" and a.actor.endswith(special)
        if known.actors[a.actor].country == country
    }
    return told.pop() if len(told) == 1 else None


def _owner(noun: Token, own: Argument, title: Span, known: Antecedents) -> str | None:
    """The country or body whose an office is: by its adjective, its name in front, or its possessive."""
    possessors = [c for c in children(noun) if c.dep_ == "poss"]
    if possessors and possessors[0].i < own.start:
        whose = [a for c in possessors for a in known.arguments.by_head.get(c.i, ())]
        names = {a.actor for a in whose if a.form in ("name", "pronoun")}
    else:
        inside = known.doc.spans.get(OWNERS_INSIDE, ())
        names = {span.label_ for span in inside if own.start <= span.start < title.start}
        names = names or _owners_behind(noun, known)
        entry = known.actors.get(own.actor)
        names |= {entry.country} if entry is not None and entry.country and not names else set()
    return names.pop() if len(names) == 1 else None


def _owners_behind(noun: Token, known: Antecedents) -> set[str]:
    """Whose an office is by what stands behind it: "the leader of the Labour Party"."""
    behind = objects_of_preposition(noun, ("of", "for"))
    return {a.actor for t in behind for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"}


def _body(noun: Token, known: Antecedents) -> str | None:
    """The body that was named before by the same words: "the foreign ministry" after "Kenya's foreign ministry"."""
    first = min((c.i for c in children(noun) if c.dep_ in MODIFIERS), default=noun.i)
    if first == noun.i or known.doc[first - 1].lower_ != "the":
        return None
    return known.descriptions.named(known.doc[first : noun.i + 1].text.lower(), noun)


def _is_named_behind(noun: Token, known: Antecedents) -> bool:
    """Whether a noun's own name follows behind what it is of: "the envoy for Chad, Nael Grande"."""
    return any(a.form == "name" and known.kind(a.actor) == "person" for a in known.arguments.directly(noun))


def later_referent(noun: Token, known: Antecedents) -> str | None:
    """Who a noun is by what is told only behind it: "his wife ... Ana Costa, his wife", "the mayor ... Mayor Moro"."""
    if noun.dep_ == "appos" or not is_office(noun):
        return relative(noun, known) if noun.dep_ != "appos" and known.relatives else None
    determiner = next((c.lower_ for c in children(noun) if c.dep_ == "det"), None)
    heading = determiner is None and noun.i == 0
    bare = not modifiers_of(noun, known) and not any(
        c.dep_ in ("relcl", "appos", "prep", "poss") for c in children(noun)
    )
    if (determiner != "the" and not heading) or not bare or not _is_of_office(noun):
        return None
    return None if is_another(noun, 0, known) else known.descriptions.ahead(noun)


def _is_elsewhere(noun: Token, known: Antecedents) -> bool:
    """Whether an office may be another than the one that was named: "the envoy for Chad", "the head of a school"."""
    owners = objects_of_preposition(noun, ("of",))
    return bool(objects_of_preposition(noun, ("for", "to"))) or any(not known.arguments.named(t) for t in owners)


def _described_lately(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """Which body is of the kind of a noun and named lately, where that which is called so was named long before."""
    called = known.descriptions.of(noun) if noun.lemma_ in lists()["exact"]["said"] else None
    lately = {c.actor for here in known.before(noun, sentence) for c in here}
    if called is None or called in lately:
        return None
    near = same_kind(noun, sentence, known)
    return near if near in lately else None


def _described(noun: Token, known: Antecedents) -> str | None:
    """The one that the document calls so; where somebody unnamed was introduced as a suspect, nobody else is."""
    held = noun.lemma_ in actor_words("roles", "held")
    if (held and known.is_introduced(noun)) or (is_office(noun) and _is_elsewhere(noun, known)):
        return None
    if known.descriptions.those_called(noun):
        found = known.descriptions.of(noun)
        return found if found is None or is_named_so(noun, found) else None
    person = officer(noun, known) if is_office(noun) and not known.is_introduced(noun) else None
    return person or known.descriptions.reputed(noun.lemma_.lower(), noun)


def _is_anybody(noun: Token) -> bool:
    """Whether whose it is says that nobody in particular is meant: "the head of any firm", "the wife of a miner"."""
    owners = objects_of_preposition(noun, ("of",))
    return any(c.lower_ in _ANY for owner in owners for c in children(owner) if c.dep_ == "det")


def _is_of_office(noun: Token) -> bool:
    """Whether a title stands for who has it, rather than for the office that somebody gets or loses."""
    if noun.dep_ == "poss" and noun.head.lemma_ == "office" and noun.head.dep_ == "pobj":
        return False  # "worked in the attorney general's office"
    return noun.tag_ in ("NN", "NNP") and noun.dep_ not in ("attr", "oprd", "appos") and noun.head.lower_ != "as"


def _own_body(noun: Token, known: Antecedents) -> str | None:
    """The one body that somebody has a role in: "his union" after "Ana Diaz, president of the Weavers' Guild"."""
    owners = known.owners_of(noun, ("PRP$",))
    if len(owners) != 1 or any(c.dep_ == "appos" for c in children(noun)):
        return None
    owner = owners.pop()
    bodies = {body for body in known.bodies_of(owner) if can_be(noun, body)}
    if not bodies and noun.lemma_ == "party":
        bodies = ruling_parties(owner, known)
    return bodies.pop() if len(bodies) == 1 else None


def _office(noun: Token, known: Antecedents) -> str | None:
    """The one person whose title in this document is the noun: "the president"."""
    title = noun.lemma_.lower()
    if title not in words("stand_ins", "people") or any(c.dep_ == "prep" for c in children(noun)):
        return None
    if is_another(noun, 0, known):
        return None
    holders = set(_holders(title, known))
    return holders.pop() if len(holders) == 1 else None


def _holders(office: str, known: Antecedents) -> Iterator[str]:
    for head, arguments in known.arguments.by_head.items():
        token = known.doc[head]
        titles = [c for c in children(token) if c.dep_ in ("compound", "appos", "nmod")]
        titles += [token.head] if token.dep_ == "appos" else []
        titles = [t for t in titles if (t.i == 0 or t.nbor(-1).lower_ not in UNDER) and not is_past(t)]
        if any(t.lemma_.lower() == office and t.tag_ not in ("NNS", "NNPS") for t in titles):
            yield from (a.actor for a in arguments if a.form == "name" and known.kind(a.actor) == "person")
