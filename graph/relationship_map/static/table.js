// table.js: how does the picture read in rows? The drawn ties as a table, for screen readers and for readers.
"use strict";

const table = (() => {
  const AT_ONCE = 200;
  const COLUMNS = {
    source: ({ tie }) => data.actors[tie.source].name,
    predicate: ({ links }) => links[0].predicate,
    target: ({ tie }) => data.actors[tie.target].name,
    polarity: ({ tie }) => t(tie.polarity),
    factuality: ({ links }) => [...new Set(links.map((link) => t(link.factuality)))].join(", "),
    said_by: ({ links }) => [...new Set(links.map((link) => panel.speakerName(link.speaker)))].join(", "),
    links: ({ links }) => links.length,
  };
  let sorting = { by: null, down: false };
  let most = AT_ONCE;
  let shown = null;

  function open() {
    return !byId("table").hidden;
  }

  function toggle(wanted = !open()) {
    byId("table").hidden = !wanted;
    document.body.classList.toggle("tabled", wanted);
    render();
    tools.refresh();
    if (wanted) byId("table").focus();
  }

  function show(drawn) {
    shown = drawn;
    if (open()) render();
  }

  function render() {
    if (!open()) return;
    const rows = sorted(shown.ties);
    refill(byId("table"), el("table", {},
      el("caption", {}, t("table_caption", { ties: shown.ties.length, actors: shown.actors.size })),
      el("thead", {}, el("tr", {}, Object.keys(COLUMNS).map(columnHead))),
      el("tbody", {}, rows.slice(0, most).map(row))),
    rows.length > most ? button(t("more_rows", { n: rows.length - most }), () => { most += AT_ONCE; render(); }, { class: "wide", key: "more rows" }) : null);
  }

  function sorted(ties) {
    if (sorting.by === null) return ties;
    const value = COLUMNS[sorting.by];
    const order = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, texts.lang);
    return [...ties].sort((a, b) => order(value(a), value(b)) * (sorting.down ? -1 : 1));
  }

  function columnHead(by) {
    const direction = sorting.by !== by ? "none" : sorting.down ? "descending" : "ascending";
    return el("th", { scope: "col", "aria-sort": direction }, button(t(`column_${by}`), () => {
      sorting = { by, down: sorting.by === by && !sorting.down };
      render();
    }, { class: "plain", key: `sort ${by}` }));
  }

  function row(item) {
    const chosen = state.now().tie === item.tie.id;
    return el("tr", { "aria-selected": String(chosen), class: chosen ? "chosen" : null },
      Object.entries(COLUMNS).map(([by, value]) => el("td", {}, by === "predicate"
        ? button(String(value(item)), () => actions.chooseTie(item.tie.id), { class: "plain", key: `row ${item.tie.id}` })
        : by === "polarity" ? [look.stroke(item.tie.polarity), ` ${value(item)}`] : String(value(item)))));
  }

  return { show, toggle, open };
})();
