// legend.js: what do the signs mean, and which of them are wanted? A legend whose entries are the filters.
"use strict";

const legend = (() => {
  const FACETS = ["polarity", "factuality", "kind", "relation", "publisher"];
  const ORDER = {
    polarity: Object.keys(look.DASHES), factuality: ["asserted", "possible", "negated"], kind: Object.keys(look.KINDS),
    relation: Object.keys(data.relations),
  };
  // Every value that the data have, so that an entry never vanishes under the reader's hand.
  const all = {};
  let speakers = [];

  function place(facet, value) {
    return ORDER[facet]?.indexOf(value) ?? 0;
  }

  function start() {
    const values = {
      polarity: data.ties.map((tie) => tie.polarity), kind: data.actors.map((actor) => actor.kind),
      factuality: data.links.map((link) => link.factuality), relation: data.links.map((link) => link.relation),
      publisher: data.documents.map((document) => document.publisher ?? ""),
    };
    for (const facet of FACETS)
      all[facet] = [...new Set(values[facet])].sort((a, b) => place(facet, a) - place(facet, b) || (a < b ? -1 : 1));
    speakers = [...new Set(data.links.map((link) => link.speaker ?? ""))];
    byId("speaker").addEventListener("change", (event) => actions.listenTo(event.target.value === "*" ? null : event.target.value.slice(1)));
    byId("confidence").addEventListener("input", (event) => state.change({ confidence: Number(event.target.value) }, "confidence"));
  }

  function show(current, { counts }) {
    refill(byId("facets"), FACETS.map((facet) => section(facet, current, counts[facet])));
    voices(current, counts.speaker);
    byId("confidence").value = current.confidence;
    const percent = Math.round(current.confidence * 100);
    byId("confidence-value").textContent = t(percent ? "at_least" : "any_confidence", { percent });
  }

  function voices(current, counts) {
    const select = byId("speaker");
    const count = (speaker) => counts.get(speaker) ?? 0;
    const order = [...speakers].sort((a, b) => (b === "") - (a === "") || count(b) - count(a) || (a < b ? -1 : 1));
    const everyone = el("option", { value: "*" }, t("everyone"));
    select.replaceChildren(everyone, ...order.map((each) => el("option", { value: `=${each}` }, `${panel.speakerName(each)} (${format(count(each))})`)));
    select.value = current.speaker === null ? "*" : `=${current.speaker}`;
    select.classList.toggle("active", current.speaker !== null);
  }

  function section(facet, current, counts) {
    if (all[facet].length < (facet === "publisher" ? 2 : 1)) return null;
    const off = current.off[facet] ?? [];
    return el("section", { class: "facet" }, el("h2", {}, t(`${facet}_heading`)),
      all[facet].map((value) => entry(facet, value, counts.get(value) ?? 0, !off.includes(value))));
  }

  function entry(facet, value, count, on) {
    const name = facet === "publisher" ? value || t("no_publisher") : t(value);
    return el("div", { class: "entry" },
      el("button", { type: "button", "aria-pressed": String(on), "data-key": `${facet}=${value}`, title: data.relations[value],
        onclick: () => actions.toggle(facet, value) },
      facet === "polarity" ? look.stroke(value) : facet === "kind" ? look.mark(value, "var(--bloc-none)", 20) : null,
      el("span", { class: `name ${facet === "factuality" ? `said ${value}` : ""}` }, name), el("span", { class: "count" }, format(count))),
      all[facet].length > 1 ? button(t("only"), () => actions.only(facet, value, all[facet]), { class: "only", key: `only ${facet}=${value}`, "aria-label": t("only_this", { name }) }) : null);
  }

  return { start, show };
})();
