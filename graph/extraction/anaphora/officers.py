"""Who holds an office of a country or body, and who is of one, as far as the text tells?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.descriptions import is_past, tables
from graph.extraction.anaphora.leaders import leader
from graph.extraction.tokens import children


def holder_of(office: str, owner: str, known: Antecedents) -> str | None:
    """The one person whom the document gives an office of a country or body, or who is known to have it.

    "Leader" is any of those who lead a country, "diplomat" who has an office of that sort.
    """
    titles = (office, *tables()["also"].get(office, ()))
    offices = {f"{title.replace('-', ' ')} of" for title in titles}
    held = [r for r in known.roles if r.predicate.replace("-", " ") in offices]
    own = [r for r in held if r.target.actor == owner]
    now = [r for r in own if not is_past(known.doc[r.noun_start : r.noun_end].root)]
    holders = {r.source.actor for r in now or own}
    leading = leader(owner, titles, known) if len(holders) != 1 else None
    if holders:
        return leading if leading in holders else holders.pop() if len(holders) == 1 else None
    placed = {r.source.actor for r in held}
    return leading or (_only_titled(titles, owner, placed, known) if known.kind(owner) == "country" else None)


def _only_titled(titles: tuple[str, ...], country: str, placed: set[str], known: Antecedents) -> str | None:
    """The one person so titled where the text never says of what: "President Ana Lima ... the Peruvian president".

    Nobody where several countries have such an office in the text, or another has somebody in office.
    """
    unnamed = {e.country for name, e in known.actors.items() if e.kind == "generic" and name.endswith(titles)}
    people = {p for p in known.descriptions.called(titles) if known.kind(p) == "person"} - placed
    others = {r.target.actor for r in known.roles if known.kind(r.target.actor) == "country"} - {country}
    if len(people) != 1 or not unnamed <= {country, None} or others:
        return None
    return people.pop()


def placeless(office: str, known: Antecedents) -> str | None:
    """The one person whom a text gives an office without saying where: "the captain, Omar Sy ... its captain"."""
    people = {p for p in known.descriptions.called([office]) if known.kind(p) == "person"}
    placed = {r.source.actor for r in known.roles if r.predicate == f"{office} of"}
    return next(iter(people)) if len(people) == 1 and people.isdisjoint(placed) else None


def officer(noun: Token, known: Antecedents) -> str | None:
    """The one person who has an office before a noun that can name it again, of whatever it is."""
    office = noun.lemma_.lower()
    said = {office, *tables()["also"].get(office, ())}
    held = (r for r in known.roles if r.relation == "ROLE" and r.noun_start < noun.i)
    officers = {r.source.actor for r in held if r.predicate.rpartition(" ")[0] in said}
    return officers.pop() if len(officers) == 1 else None


def party_leader(noun: Token, known: Antecedents) -> str | None:
    """The one person who leads a party before "the party leader"."""
    if noun.lemma_ != "leader" or not any(c.lower_ == "party" and c.dep_ == "compound" for c in children(noun)):
        return None
    titles = {f"{title} of" for title in ("chairman", "chairwoman", "head", "leader", "president")}
    held = (r for r in known.roles if r.predicate in titles and r.noun_start < noun.i)
    leaders = {r.source.actor for r in held if known.kind(r.target.actor) == "party"}
    return leaders.pop() if len(leaders) == 1 else None


def belongs_to(actor: str, owner: str, known: Antecedents) -> bool:
    """Whether an actor is of a country or has a role in it or in a body."""
    entry = known.actors.get(actor)
    of_country = entry is not None and entry.country == owner
    return of_country or any(r.source.actor == actor and r.target.actor == owner for r in known.roles)
