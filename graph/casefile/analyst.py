"""What an analyst decides about a casefile: merge, split and rename actors, confirm and reject links."""

from __future__ import annotations

from collections.abc import Sequence

from graph.casefile import decisions, resolving
from graph.casefile.decisions import Decision
from graph.casefile.store import Casefile
from graph.errors import WhowhomError, WrongUse


def merge(casefile: Casefile, name: str, others: Sequence[str], *, note: str | None = None) -> list[int]:
    """Let other actors be one with the first; return the numbers of the decisions.

    Raises
    ------
    UnknownActor
        If a name is borne by none.
    WhowhomError
        If two of the names are one actor already.
    """
    into = casefile.find_actor(name).name
    merged = [casefile.find_actor(other).name for other in others]
    for given, found in zip(others, merged, strict=True):
        if found == into:
            raise WhowhomError(f"{given!r} and {name!r} are one actor already: {into}")
    return _decide(casefile, [Decision(0, "merge", other, into, note=note) for other in dict.fromkeys(merged)])


def split(
    casefile: Casefile,
    name: str,
    new: str,
    *,
    documents: Sequence[str] = (),
    named: Sequence[str] = (),
    note: str | None = None,
) -> list[int]:
    """Let what some documents say of an actor, or those that name it so, be another actor's.

    Raises
    ------
    UnknownActor
        If the name is borne by none.
    WrongUse
        If neither documents nor names are given.
    WhowhomError
        If the actor is not found there, or the new name is taken.
    """
    actor = casefile.find_actor(name).name
    if not documents and not named:
        raise WrongUse("a split needs what to take: --document ID, or --named TEXT")
    for identity in documents:
        casefile.document(identity)
    _refuse_taken(casefile, new)
    decision = Decision(0, "split", actor, new, tuple(documents), tuple(named), note)
    taken = decision.appearances(casefile.connection)
    marks = ", ".join("?" * len(taken))
    found = casefile.connection.execute(
        f"SELECT 1 FROM appearance JOIN actor ON actor.number = actor WHERE actor.name = ? "
        f"AND appearance.number IN ({marks}) LIMIT 1",
        (actor, *taken),
    ).fetchone()
    if found is None:
        raise WhowhomError(f"{actor} is not found in these documents or under these names; nothing to split off")
    return _decide(casefile, [decision])


def rename(casefile: Casefile, name: str, new: str, *, note: str | None = None) -> list[int]:
    """Call an actor otherwise.

    Raises
    ------
    UnknownActor
        If the name is borne by none.
    WhowhomError
        If another actor bears the new name.
    """
    actor = casefile.find_actor(name).name
    _refuse_taken(casefile, new)
    return _decide(casefile, [Decision(0, "rename", actor, new, note=note)])


def review(casefile: Casefile, link: str, *, reject: bool, note: str | None = None) -> list[int]:
    """Confirm or reject one link; a rejected one stays on file and leaves every answer.

    Raises
    ------
    CasefileError
        If there is no link of that id.
    """
    found = casefile.link(link)
    decision = Decision(0, "reject" if reject else "confirm", found.id, note=note, link=found)
    with casefile.transaction():
        return [decisions.record(casefile.connection, decision)]


def undo(casefile: Casefile, number: int, actions: Sequence[str] = decisions.ACTIONS) -> Decision:
    """Take a decision back; it stays listed.

    Raises
    ------
    WhowhomError
        If there is none of that number and of these actions, or it was taken back before.
    """
    known = {decision.number: decision.action for decision in decisions.decisions(casefile.connection)}
    if known.get(number, actions[0]) not in actions:
        raise WhowhomError(f"decision {number} is a {known[number]}, not a {' or '.join(actions)}")
    with casefile.transaction():
        decision = decisions.take_back(casefile.connection, number)
        if decision.action not in ("confirm", "reject"):  # those move no actor
            _follow(casefile)
    return decision


def _refuse_taken(casefile: Casefile, new: str) -> None:
    row = casefile.connection.execute("SELECT name FROM actor WHERE name = ? COLLATE NOCASE", (new,)).fetchone()
    if row is not None:
        raise WhowhomError(f"{row[0]!r} is another actor's name already; whowhom merge makes one of two")
    if not new.strip():
        raise WhowhomError("an actor needs a name")


def _decide(casefile: Casefile, made: list[Decision]) -> list[int]:
    with casefile.transaction():
        numbers = [decisions.record(casefile.connection, decision) for decision in made]
        _follow(casefile)
    return numbers


def _follow(casefile: Casefile) -> None:
    resolving.resolve_all(casefile.connection)
    resolving.settle_kinds(casefile.connection)
