"""The one way to write a file: a temporary file beside it, then rename; `-` is standard output."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from graph.errors import WhowhomError


@contextlib.contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open `path` for writing bytes so that it is either whole or as it was.

    Parameters
    ----------
    path : str or path
        Where to write; `-` is standard output.

    Raises
    ------
    WhowhomError
        If the folder is missing or may not be written, or the disk is full.
    """
    if os.fspath(path) == "-":
        with _named("standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    with _named(path):
        target = Path(path)
        device = target.exists() and not target.is_file() and not target.is_dir()
    if device:  # or a pipe: no file replaces it
        with _named(path), target.open("wb") as file:
            yield file
        return
    with _named(path):
        target = target.resolve()  # a link stays one, and what it points to is written
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with _named(path):
            with os.fdopen(descriptor, "wb") as file:
                yield file
            os.chmod(temporary, 0o666 & ~_umask())
            os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def _named(path: str | os.PathLike[str]) -> Iterator[None]:
    """What the system says against writing, with the file's name; a reader of a pipe that has gone is no error."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WhowhomError(f"cannot write {os.fspath(path)}: {error.strerror}") from error


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write `text` as UTF-8 with the line ends it has."""
    with writing(path) as file:
        file.write(text.encode("utf-8"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
