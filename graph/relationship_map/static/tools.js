// tools.js: which buttons stand around the picture, and what does its status line say?
"use strict";

const themes = (() => {
  function wear(theme) {
    document.documentElement.dataset.theme = theme;
    look.refresh();
    if (drawn) render(state.now());
  }
  const fits = () => look.themes.matches ? "dark" : "light";
  return {
    wear,
    start() {
      document.documentElement.dataset.theme = fits();
      look.refresh();
      look.themes.addEventListener("change", () => wear(fits()));
    },
    toggle: () => wear(document.documentElement.dataset.theme === "dark" ? "light" : "dark"),
  };
})();

const tools = (() => {
  const ICONS = {
    undo: "M8 5L4 9L8 13M4 9H14A5 5 0 0 1 14 19H9", redo: "M16 5L20 9L16 13M20 9H10A5 5 0 0 0 10 19H15",
    path: "M5 19A2 2 0 1 0 5 15A2 2 0 0 0 5 19ZM19 9A2 2 0 1 0 19 5A2 2 0 0 0 19 9ZM7 17H13A4 4 0 0 0 13 9.5H11A3 3 0 0 1 11 7H17",
    table: "M4 5H20V19H4ZM4 10H20M4 14.5H20M10 10V19", save: "M12 4V15M7.5 11L12 15.5L16.5 11M5 19.5H19",
    theme: "M12 4A8 8 0 1 0 12 20A8 8 0 0 0 12 4ZM12 4V20M12 8H16M12 12H20M12 16H17", help: "M9 9A3.2 3.2 0 1 1 12.2 12.4V14.2M12.2 17.8V18.2",
    filter: "M4 6H20L14 13V19L10 17V13Z", in: "M12 6V18M6 12H18", out: "M6 12H18", fit: "M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15",
  };

  function tool(name, onclick, more = {}) {
    return button(t(name), onclick, { path: ICONS[name] ?? ICONS[more.icon], class: "tool", id: `tool-${name}`, ...more });
  }

  function start() {
    byId("tools").append(
      tool("filter", () => document.body.classList.toggle("filtering"), { class: "tool phone" }),
      tool("undo", state.undo), tool("redo", state.redo), tool("path", () => actions.findPath()), tool("table", () => table.toggle(), { "aria-pressed": "false" }),
      tool("save", menu, { "aria-haspopup": "menu", "aria-expanded": "false" }), tool("theme", themes.toggle), tool("help", help.toggle));
    byId("save-menu").append(...Object.keys(takeaway.FORMATS).map((name) => button(t(`save_${name}`),
      () => { close(); takeaway.FORMATS[name](); }, { role: "menuitem", id: `save-${name}` })));
    byId("save-menu").addEventListener("keydown", moved);
    document.addEventListener("click", (event) => { if (!event.target.closest("#save-menu, #tool-save")) close(); });
    byId("zooming").append(
      tool("in", () => view.zoom(1.3)), tool("out", () => view.zoom(1 / 1.3)), tool("fit", () => view.fit()));
  }

  function menu() {
    const box = byId("save-menu");
    box.hidden = !box.hidden;
    byId("tool-save").setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) box.firstElementChild.focus();
  }

  function close() {
    byId("save-menu").hidden = true;
    byId("tool-save").setAttribute("aria-expanded", "false");
  }

  function moved(event) {
    const items = [...byId("save-menu").children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at + items.length - 1) % items.length].focus();
    else if (event.key === "Escape") { close(); byId("tool-save").focus(); event.stopPropagation(); } else return;
    event.preventDefault();
  }

  function refresh() {
    byId("tool-undo").disabled = !state.canUndo();
    byId("tool-redo").disabled = !state.canRedo();
    byId("tool-table").setAttribute("aria-pressed", String(table.open()));
  }

  /** "300 of 10,000 actors shown", what was left out, and how to bring it in. */
  function status(current, drawn) {
    const all = data.actors.length;
    const base = current.limit ?? data.first.length;
    const part = (text, label, act, key) => [el("span", {}, text), button(label, act, { class: "plain", key })];
    const step = Math.min(data.limit, all - base);
    byId("status").hidden = !all;
    refill(byId("status"),
      el("span", { id: "shown" }, t("shown", { shown: drawn.actors.size, all })),
      current.only ? button(t("show_everyone"), actions.showEveryone, { class: "plain", key: "everyone" }) : null,
      !current.only && step > 0 ? part(t("left_out", { n: all - base }), t("show_more", { n: step }), () => actions.showMore(base + step), "more") : null,
      current.hidden.length ? part(t("hidden_by_you", { n: current.hidden.length }), t("bring_back"), actions.bringBack, "back") : null,
      drawn.denied ? part(t("denied_only", { n: drawn.denied }), t(current.denied ? "leave_out" : "show"), () => state.change({ denied: !current.denied }), "denied") : null,
      changed(current) ? button(t("start_again"), actions.showFirst, { class: "plain", key: "start" }) : null);
  }

  function changed(current) {
    const { pinned, chosen, tie, path, ...rest } = current;
    return Object.keys(rest).some((key) => JSON.stringify(rest[key]) !== JSON.stringify(state.START[key]));
  }

  return { start, refresh, status };
})();
