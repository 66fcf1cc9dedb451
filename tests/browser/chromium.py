"""A real Chromium that is used as a person would use it, and a map opened in it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

DESK = (1440, 900)
PATIENCE = 5.0


def chromium(binary: str, driver: str, downloads: Path) -> Chrome:
    """A headless Chromium that keeps a log of its console and of every request, and saves into `downloads`."""
    options = ChromeOptions()
    options.binary_location = binary
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options=options, service=Service(driver))


class Map:
    """An open map: what a reader does, and what is seen."""

    def __init__(
        self, browser: Chrome, path: Path, size: tuple[int, int] = DESK, *, dark: bool = False, hash: str = ""
    ):
        self.browser, self.path = browser, path
        for log in ("browser", "performance"):
            browser.get_log(log)
        self.resize(*size)
        self.prefer("dark" if dark else "light")
        browser.get("about:blank")
        browser.get(path.as_uri() + hash)
        self.until(lambda: self.js("return document.readyState === 'complete' && drawn !== null"))

    # -- what a reader does -------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def click(self, *names: str, double: bool = False, holding: str | None = None) -> None:
        """Click an actor, or the middle of the tie between two."""
        self.still()
        x, y = self.middle(*names)
        chain = self.at(x, y)
        if holding:
            chain = ActionChains(self.browser).key_down(holding)
            self._move(chain, x, y).click().key_up(holding)
        elif double:
            chain.double_click()
        else:
            chain.click()
        chain.perform()
        # vis-network waits, after a click, whether a second one follows.
        time.sleep(0.4)

    def at(self, x: float, y: float) -> ActionChains:
        """The mouse over a point of the canvas."""
        return self._move(ActionChains(self.browser), x, y)

    def _move(self, chain: ActionChains, x: float, y: float) -> ActionChains:
        canvas = self.one("#canvas")
        box = canvas.rect
        return chain.move_to_element_with_offset(canvas, round(x - box["width"] / 2), round(y - box["height"] / 2))

    def drag(self, name: str, right: int, down: int) -> None:
        """Drag an actor."""
        self.still()
        chain = self.at(*self.middle(name)).click_and_hold().pause(0.1)
        for _ in range(4):
            chain.move_by_offset(right // 4, down // 4).pause(0.05)
        chain.release().perform()
        time.sleep(0.2)

    def type(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def chord(self, *held: str, key: str) -> None:
        """Press a key while others are held."""
        chain = ActionChains(self.browser)
        for each in held:
            chain.key_down(each)
        chain.send_keys(key)
        for each in held:
            chain.key_up(each)
        chain.perform()

    def press(self, selector: str) -> None:
        """Click a control of the page."""
        self.one(selector).click()

    def press_text(self, text: str, within: str = "body") -> None:
        """Click the button that shows this text."""
        next(button for button in self.all(f"{within} button") if text in button.text).click()

    def prefer(self, theme: str) -> None:
        """What the system says it likes."""
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features, "media": ""})

    def ask_for_paths(self, source: str, target: str, **more: Any) -> None:
        """Ask the path finder for the ways between two actors."""
        script = """const [from, to] = [...arguments].slice(0, 2).map((name) => data.byName.get(name).id);
            actions.findPath({from, to, ...arguments[2]})"""
        self.js(script, source, target, more)

    # -- what is seen ---------------------------------------------------------------------------------

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return str(self.one(selector).text)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def actors(self) -> set[str]:
        """The names of the actors that are drawn."""
        return set(self.js("return [...drawn.actors].map(id => data.actors[id].name)"))

    def ties(self) -> set[tuple[str, str, str]]:
        """Source, target and polarity of the ties that are drawn."""
        script = (
            "return drawn.ties.map(({tie: t}) => [data.actors[t.source].name, data.actors[t.target].name, t.polarity])"
        )
        return {tuple(row) for row in self.js(script)}

    def labels(self) -> list[dict[str, Any]]:
        """The labels that are painted, with their boxes in pixels."""
        return list(self.js("return view.labels().map(({text, x, y, w, h}) => ({text, x, y, w, h}))"))

    def middle(self, *names: str) -> tuple[float, float]:
        """Where an actor, or a tie between two, stands on the canvas."""
        if len(names) == 1:
            point = self.js("return view.onScreen(data.byName.get(arguments[0]).id)", names[0])
        else:
            point = self.js(
                """const [a, b] = arguments; const name = (id) => data.actors[id].name;
                const found = drawn.ties.find(({tie: t}) => name(t.source) === a && name(t.target) === b);
                return view.curve(found.tie.id, 100)[62]""", *names)  # fmt: skip
        return point["x"], point["y"]

    def still(self) -> None:
        """Wait until nothing moves."""
        look = "return [view.scale(), view.position().x, view.position().y].map(v => v.toFixed(2)).join()"
        before = None
        for _ in range(50):
            now = self.js(look)
            if now == before:
                return
            before = now
            time.sleep(0.12)

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something is so, and give it back."""
        deadline = time.monotonic() + PATIENCE
        while not (found := holds()):
            assert time.monotonic() < deadline, "waited in vain"
            time.sleep(0.05)
        return found

    def console(self) -> list[str]:
        """What the page wrote to the console, errors and violations of its policy included."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses the page has asked for, those that its policy stopped left out."""
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        asked = {m["params"]["requestId"]: m["params"]["request"]["url"] for m in messages
                 if m["method"] == "Network.requestWillBeSent"}  # fmt: skip
        stopped = {m["params"]["requestId"] for m in messages if m["params"].get("blockedReason") == "csp"}
        return [url for request, url in asked.items() if request not in stopped]


__all__ = ["Keys", "Map", "chromium"]
