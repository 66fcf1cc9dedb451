// notes.js: what has the reader noted? Notes on actors and ties, kept in this browser.
"use strict";

const notes = (() => {
  const KEY = `whowhom notes ${data.fingerprint}`;
  const listeners = [];
  let kept = load();

  function load() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // no storage inside a notebook: notes last as long as the page
    }
  }

  function tieKey(tie) {
    return `${panel.names(tie)} (${tie.polarity})`;
  }

  function of(key) {
    return kept[key] ?? "";
  }

  function write(key, text) {
    const { [key]: _, ...others } = kept;
    kept = text.trim() ? { ...others, [key]: text } : others;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch { /* see load */ }
    listeners.forEach((listener) => listener());
  }

  /** The field to write a note in. */
  function field(key) {
    const area = el("textarea", { rows: 2, placeholder: t("note_hint"), "aria-label": t("note"), "data-key": `note ${key}`,
      oninput: () => write(key, area.value) });
    area.value = of(key);
    return el("div", { class: "note" }, area);
  }

  return { of, field, tieKey, listen: (listener) => listeners.push(listener) };
})();
