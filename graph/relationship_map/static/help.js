// help.js: how is the map read and used? The page that `?` opens.
"use strict";

const help = (() => {
  const KEYS = [["/", "key_search"], ["↑ ↓ ← →", "key_arrows"], ["⇧ ↑ ↓ ← →", "key_add"], ["Enter", "key_enter"], ["E", "key_expand"], ["H", "key_hide"],
    ["P", "key_pin"], ["F", "key_path"], ["T", "key_table"], ["+ − 0", "key_zoom"], ["Ctrl Z / Y", "key_undo"], ["Esc", "key_escape"]];

  function start() {
    byId("help").append(
      el("header", { class: "subject" }, el("h2", {}, t("help")), button(t("close"), toggle, { path: "M6 6L18 18M18 6L6 18", class: "tool" })),
      ...["help_read", "help_mouse", "help_voices", "help_notes"].map((key) => el("p", {}, t(key))),
      el("dl", { class: "keys" }, KEYS.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(text))])));
  }

  function toggle() {
    if (byId("help").open) byId("help").close();
    else byId("help").showModal();
  }

  return { start, toggle };
})();
