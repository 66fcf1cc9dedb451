// legend.js: what do the signs mean, and which of them are wanted? A legend whose entries are the filters.
"use strict";

const legend = (() => {
  const FACETS = ["polarity", "kind", "factuality", "relation", "publisher"];
  const ORDER = { polarity: ["cooperative", "hostile", "neutral"], factuality: ["asserted", "possible", "negated"] };

  function show(current, drawn) {
    byId("legend").replaceChildren(...FACETS.map((facet) => section(facet, current, drawn)).filter(Boolean));
  }

  function section(facet, current, drawn) {
    const counts = facet === "kind" ? kinds(current, drawn) : drawn.counts[facet];
    const off = current.off[facet] ?? [];
    const values = [...new Set([...counts.keys(), ...off])];
    if (!values.length) return null;
    const rank = (value) => ORDER[facet]?.indexOf(value) ?? -(counts.get(value) ?? 0);
    values.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return el("fieldset", { class: "facet" }, el("legend", {}, t(facet)),
      values.map((value) => entry(facet, value, counts.get(value) ?? 0, !off.includes(value))));
  }

  function kinds(current, drawn) {
    const counts = new Map();
    for (const id of drawn.actors) {
      const { kind } = data.actors[id];
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return counts;
  }

  function entry(facet, value, count, on) {
    return el("button", { type: "button", class: "entry", "aria-pressed": String(on), "data-facet": facet, "data-value": value,
      onclick: () => toggle(facet, value) },
    facet === "polarity" ? look.stroke(value) : facet === "kind" ? look.mark(value, "var(--quiet)", 20) : null,
    el("span", { class: "name" }, facet === "publisher" ? value || t("no_publisher") : t(value)),
    el("span", { class: "count" }, format(count)));
  }

  function toggle(facet, value) {
    const { off } = state.now();
    const before = off[facet] ?? [];
    const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
    state.change({ off: { ...off, [facet]: after } });
  }

  return { show };
})();
