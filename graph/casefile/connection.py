"""Opens a casefile: makes sure that the file is one, whole, ours and of a version we read, before it is touched."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from graph.casefile.schema import APPLICATION_ID, MIGRATIONS, VERSION
from graph.errors import CasefileError

MEMORY = ":memory:"
_HEADER = b"SQLite format 3\0"
_WAIT = 30.0  # seconds that one build waits for the batch of another
_PAUSE = 0.05  # seconds between two tries


def is_casefile(path: str | os.PathLike[str]) -> bool:
    """Whether a file says of itself that it is a casefile of ours."""
    return _application_id(Path(path)) == APPLICATION_ID


def is_sqlite(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a SQLite database, ours or not."""
    return _application_id(Path(path)) is not None


def connect(path: str | os.PathLike[str], *, create: bool, writing: bool) -> sqlite3.Connection:
    """Open a casefile; with `writing` it is brought to the current version, with `create` laid out where there is none.

    Raises
    ------
    CasefileError
        If it is missing, damaged, foreign, newer than this version, or may not be written.
    """
    if os.fspath(path) == MEMORY:
        connection = sqlite3.connect(MEMORY, isolation_level=None, check_same_thread=False)
        return _prepared(connection, Path(MEMORY), create=True)
    file = Path(path)
    with translated(file):
        create = _is_new(file, create)
        connection = _open_for_writing(file) if writing else _open_for_reading(file)
        try:
            if not writing:
                connection.execute("PRAGMA query_only = 1")
            return _prepared(connection, file, create=create)
        except BaseException:
            connection.close()
            if create and file.exists() and file.stat().st_size == 0:
                file.unlink()
            raise


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into the one line a user reads."""
    try:
        yield
    except sqlite3.Error as error:
        raise CasefileError(f"{path}: {_explained(error)}") from error
    except PermissionError as error:
        raise CasefileError(f"{path}: may not be reached; ask for the right to, or choose another place") from error


def _explained(error: sqlite3.Error) -> str:
    text = str(error)
    if "malformed" in text or "not a database" in text or "disk image" in text:
        return f"this casefile is damaged ({text}); build it again or restore a copy"
    if "disk is full" in text or "disk I/O error" in text:
        return f"there is no room left on its disk ({text}); what was read before is safe, make room and build again"
    if "locked" in text:
        return "another build is writing to this casefile; wait for it to end"
    if "readonly" in text or "unable to open" in text:
        return f"may not be written here ({text})"
    return f"SQLite says: {text}"


def _is_new(file: Path, create: bool) -> bool:
    """Whether the file is still to be laid out; refuses what is no casefile."""
    if not file.exists() or (file.is_file() and file.stat().st_size == 0):
        if create:
            return True
        raise CasefileError(f"{file}: no such casefile; make it with: whowhom build SOURCE -c {file}")
    if file.is_dir():
        raise CasefileError(f"{file}: is a folder, not a casefile; make one with: whowhom build {file} -c NEW.case")
    identity = _application_id(file)
    if identity is None:
        raise CasefileError(f"{file}: is not a casefile (no SQLite file); it is left untouched")
    if identity != APPLICATION_ID:
        raise CasefileError(f"{file}: is a SQLite file, but not a casefile of whowhom; it is left untouched")
    return False


def _application_id(file: Path) -> int | None:
    try:
        with open(file, "rb") as handle:
            head = handle.read(72)
    except OSError:
        return None
    return int.from_bytes(head[68:72], "big") if len(head) == 72 and head.startswith(_HEADER) else None


def _open_for_writing(file: Path) -> sqlite3.Connection:
    if not file.parent.is_dir():
        raise CasefileError(f"{file}: there is no folder {file.parent}")
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise CasefileError(f"{file}: may not be written here; ask for the right to, or choose another place")
    return sqlite3.connect(file, isolation_level=None, timeout=_WAIT)


def _open_for_reading(file: Path) -> sqlite3.Connection:
    """A connection that never writes: a writable one, told not to, tidies up after itself; else a read-only one."""
    if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
        return sqlite3.connect(file, isolation_level=None, timeout=_WAIT, check_same_thread=False)
    # Nobody writes here, and without a log nothing is left to apply: SQLite need not make files beside it.
    still = "" if Path(f"{file}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro{still}", uri=True, isolation_level=None,
                           check_same_thread=False)  # fmt: skip


def _prepared(connection: sqlite3.Connection, file: Path, *, create: bool) -> sqlite3.Connection:
    connection.execute("PRAGMA foreign_keys = 1")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise CasefileError(f"{file}: was made by a newer whowhom (version {version}, this one reads {VERSION}); "
                            "update whowhom, the file is left untouched")  # fmt: skip
    read_only = connection.execute("PRAGMA query_only").fetchone()[0]
    if version < VERSION and read_only:
        raise CasefileError(f"{file}: was made by an older whowhom; bring it up to date with: whowhom build -c {file}")
    if version < VERSION:
        _migrate(connection)
    if create and os.fspath(file) != MEMORY:
        # The log comes after the layout, so that the file's own header says what it is from the first moment.
        keep_log(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def keep_log(connection: sqlite3.Connection) -> None:
    """Let the file have a log, once no other build is at it: SQLite itself waits for nobody here."""
    latest = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > latest:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply the steps that are missing, each in one transaction with its own record."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]  # another build may have been faster
        for number in range(version, VERSION):
            MIGRATIONS[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
