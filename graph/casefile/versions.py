"""Which model and rules read a document: their versions, told without loading them."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import graph
from graph.errors import WhowhomError


class Reading(NamedTuple):
    """What a document was read by: the model with its version, and the version of the rules."""

    model: str
    rules: str


def reading(model: str, gazetteer: str | Path | None = None) -> Reading:
    """What documents are read by from now on; `gazetteer` is the user's own actors file."""
    try:
        version = importlib.metadata.version(model)
    except (importlib.metadata.PackageNotFoundError, ValueError):
        version = "unknown version"
    return Reading(f"{model} {version}", _rules() if gazetteer is None else f"{_rules()}, {_own(gazetteer)}")


@functools.cache
def _rules() -> str:
    """The release, and a digest of the code and the word lists that read links."""
    digest = hashlib.sha256()
    for file in sorted(_below(files("graph.extraction")), key=str):
        digest.update(file.name.encode() + file.read_bytes())
    return f"{graph.__version__}+{digest.hexdigest()[:8]}"


def _below(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _below(entry)
        elif entry.name.endswith((".py", ".toml")):
            found.append(entry)
    return found


def _own(gazetteer: str | Path) -> str:
    try:
        content = Path(gazetteer).read_bytes()
    except OSError as error:
        raise WhowhomError(f"cannot read {gazetteer}: {error.strerror}") from error
    return f"{Path(gazetteer).name} {hashlib.sha256(content).hexdigest()[:8]}"
