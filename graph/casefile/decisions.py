"""The analyst's own word on actors and links: written down in order, listed, taken back.

A decision names actors as they were called when it was made. Should a later document name one more
fully, the decision follows it to the fuller name.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from graph.casefile.rows import insert
from graph.errors import WhowhomError
from graph.links import Link
from graph.resolution import folded

ACTIONS = ("merge", "split", "rename", "confirm", "reject")
_COLUMNS = "number, action, subject, object, scope, note, made, undone"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    `subject` is the actor it is about, or the link's id; `object` the actor it leads to; `documents`
    and `named` tell what a split takes: what these documents say, or those that name the actor so;
    `link` is the link as it was when it was confirmed or rejected, whatever is read there later.
    """

    number: int
    action: str
    subject: str
    object: str | None = None
    documents: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    note: str | None = None
    made: str = ""
    undone: str | None = None
    link: Link | None = None

    def appearances(self, connection: sqlite3.Connection) -> list[int]:
        """The appearances that a split takes, wherever they lead; none for other actions."""
        if self.action != "split":
            return []
        scopes = (
            ("document.id", self.documents),
            # Every appearance has its own name among its aliases, so that it is found along their index.
            ("alias.text = name.name AND alias.folded", tuple(map(folded, self.named))),
        )
        found: set[int] = set()
        for column, wanted in scopes:
            rows = connection.execute(
                "SELECT appearance.number FROM appearance JOIN document ON document.number = appearance.document "
                "JOIN name ON name.number = appearance.name JOIN alias ON alias.appearance = appearance.number "
                f"WHERE {column} IN ({', '.join('?' * len(wanted))})",
                wanted,
            )
            found.update(number for (number,) in rows)
        return sorted(found)


def led(decisions: Iterable[Decision], name: str, within: Iterable[int] = ()) -> tuple[str, str | None]:
    """Where decisions lead an actor, one after the other, and the words for it.

    Parameters
    ----------
    decisions : iterable of Decision
        Those that stand, in order.
    name : str
        The actor by the words alone.
    within : iterable of int
        The numbers of the splits that take what is asked about.

    Examples
    --------
    >>> led([Decision(1, "merge", "Burma", "Myanmar"), Decision(2, "rename", "Myanmar", "Burma/Myanmar")], "Burma")
    ('Burma/Myanmar', 'decision 1: merge; decision 2: rename')
    """
    taken, reasons = set(within), []
    for decision in decisions:
        applies = decision.subject == name and (decision.action in ("merge", "rename") or decision.number in taken)
        if applies and decision.object is not None:
            name = decision.object
            note = f" ({decision.note})" if decision.note else ""
            reasons.append(f"decision {decision.number}: {decision.action}{note}")
    return name, "; ".join(reasons) or None


def standing(connection: sqlite3.Connection) -> list[Decision]:
    """The decisions on actors that stand, in order, by what their actors are called now."""
    decided = [d for d in decisions(connection) if d.undone is None and d.action in ("merge", "split", "rename")]
    made: set[str] = set()  # names that only a decision gives
    current = []
    for decision in decided:
        subject = decision.subject if decision.subject in made else _called_now(connection, decision.subject)
        target = decision.object
        if decision.action == "merge" and target is not None and target not in made:
            target = _called_now(connection, target)
        made.add(str(target))
        current.append(replace(decision, subject=subject, object=target))
    return current


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """All decisions in the order they were made, also those taken back."""
    return [_decision(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM decision ORDER BY number").fetchall()]


def reviews(connection: sqlite3.Connection) -> list[Decision]:
    """The confirmations and rejections that stand, in the order they were made."""
    return [d for d in decisions(connection) if d.undone is None and d.action in ("confirm", "reject")]


def record(connection: sqlite3.Connection, decision: Decision) -> int:
    """Write a decision down; its number is given here."""
    scope: dict[str, object] = {
        key: list(getattr(decision, key)) for key in ("documents", "named") if getattr(decision, key)
    }
    if decision.link is not None:
        scope["link"] = decision.link.record()
    values = (decision.action, decision.subject, decision.object, json.dumps(scope) if scope else None,
              decision.note, _now())  # fmt: skip
    return insert(connection, "decision", ("action", "subject", "object", "scope", "note", "made"), values)


def take_back(connection: sqlite3.Connection, number: int) -> Decision:
    """Mark a decision as taken back; it stays listed.

    Raises
    ------
    WhowhomError
        If there is none of that number, or it was taken back before.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM decision WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise WhowhomError(f"there is no decision {number}; --list shows them")
    if row[-1] is not None:
        raise WhowhomError(f"decision {number} was taken back already, on {row[-1]}")
    connection.execute("UPDATE decision SET undone = ? WHERE number = ?", (_now(), number))
    return _decision(row)


def _decision(row: tuple[int, str, str, str | None, str | None, str | None, str, str | None]) -> Decision:
    number, action, subject, target, scope, note, made, undone = row
    taken = json.loads(scope) if scope else {}
    link = Link.from_record(taken["link"]) if "link" in taken else None
    return Decision(number, action, subject, target, tuple(taken.get("documents", ())), tuple(taken.get("named", ())),
                    note, made, undone, link)  # fmt: skip


def _called_now(connection: sqlite3.Connection, name: str) -> str:
    """What an actor is called by the words alone, today."""
    row = connection.execute(
        "SELECT resolved FROM name WHERE resolved = ?1 OR name = ?1 ORDER BY resolved = ?1 DESC, number LIMIT 1",
        (name,),
    ).fetchone()
    return row[0] if row is not None and row[0] is not None else name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
