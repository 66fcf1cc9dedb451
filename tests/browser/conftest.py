"""Opens maps in Chromium. Without Chromium these tests are skipped, except in CI, where they must run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

pytest.importorskip("selenium", reason="the browser tests drive Chromium with selenium: pip install 'whowhom[test]'")

from chromium import Map, chromium
from maps import war
from selenium.webdriver import Chrome

from graph import relationship_map

Opening = Callable[..., Map]


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the browser saves."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(downloads: Path) -> Iterator[Chrome]:
    """One Chromium for all tests."""
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not (binary and driver):
        reason = "no chromium or chromedriver on the PATH: apt-get install chromium chromium-driver"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    running = chromium(binary, driver, downloads)
    yield running
    running.quit()


@pytest.fixture
def opened(browser: Chrome, tmp_path: Path) -> Opening:
    """Open the map of a network (by default, the war of `maps.py`)."""

    def open_map(network: nx.MultiDiGraph | None = None, *, size: tuple[int, int] = (1440, 900), dark: bool = False,
                 hash: str = "", name: str = "map.html", **options: Any) -> Map:  # fmt: skip
        net, texts = war() if network is None else (network, {})
        path = tmp_path / name
        relationship_map(net, **{"texts": texts, **options}).save(path)
        return Map(browser, path, size, dark=dark, hash=hash)

    return open_map
