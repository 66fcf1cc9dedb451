"""What does the map look like? Screenshots of it in light and dark, on a phone and on paper.

    python -m benchmarks.screenshots OUT_DIR [CASE]

CASE is the article in seeds/ unless another is named.
"""

from __future__ import annotations

import base64
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from graph.commands.case import open_case
from graph.relationship_map import relationship_map
from graph.selection import Selection

_DESK, _PHONE = (1440, 900), (390, 844)
# Name, window, theme, and what is done first.
VIEWS = (
    ("light", _DESK, "light", ""),
    ("dark", _DESK, "dark", ""),
    ("actor", _DESK, "light", "actions.goTo(0)"),
    ("tie", _DESK, "light", "actions.chooseTie(0)"),
    ("path", _DESK, "dark", "actions.findPath({from: 1, to: 3, any: true})"),
    ("table", _DESK, "light", "table.toggle()"),
    ("help", _DESK, "light", "help.toggle()"),
    ("phone", _PHONE, "light", ""),
    ("phone-tie", _PHONE, "dark", "actions.chooseTie(0)"),
)


def main(folder: Path, case: str = "seeds") -> None:
    """Write the map of `case` and its screenshots into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = (folder / "map.html").resolve()
    with open_case(case, date=None, gazetteer=None, model=None) as casefile:
        texts = {document.id: document.text for document in casefile.documents()}
        relationship_map(casefile.network(Selection()), texts=texts).save(path)
    browser = _chromium()
    try:
        for name, size, theme, act in VIEWS:
            _look(browser, path, size, theme, act)
            browser.save_screenshot(str(folder / f"{name}.png"))
        _print(browser, path, folder / "print.pdf")
    finally:
        browser.quit()


def _look(browser: Chrome, path: Path, size: tuple[int, int], theme: str, act: str) -> None:
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    )
    browser.get("about:blank")
    browser.get(path.as_uri())
    time.sleep(0.5)
    browser.execute_script(act)
    time.sleep(0.7)


def _print(browser: Chrome, path: Path, target: Path) -> None:
    _look(browser, path, _DESK, "light", "actions.chooseTie(0)")
    page: Callable[..., dict[str, str]] = browser.execute_cdp_cmd
    target.write_bytes(base64.b64decode(page("Page.printToPDF", {"printBackground": True})["data"]))


def _chromium() -> Chrome:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    return Chrome(options=options, service=Service(shutil.which("chromedriver")))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.screenshots OUT_DIR [CASE]")
    main(Path(sys.argv[1]), *sys.argv[2:3])
