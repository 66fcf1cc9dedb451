// scene.js: what is drawn? Derived from the data and what the reader has chosen, and from nothing else.
"use strict";

const scene = (() => {
  const WORTH = { asserted: 1, possible: 0.5, negated: 0 };
  const LINK_FACETS = ["polarity", "relation", "factuality", "publisher"];

  /** The value of a link that a facet of the legend switches. */
  function facet(link, name) {
    return name === "publisher" ? link.document.publisher ?? "" : link[name];
  }

  /** The facets by which the state drops a link. */
  function against(link, chosen) {
    const reasons = LINK_FACETS.filter((name) => chosen.off[name]?.includes(facet(link, name)));
    if (chosen.speaker !== null && (link.speaker ?? "") !== chosen.speaker) reasons.push("speaker");
    if (link.confidence < chosen.confidence) reasons.push("confidence");
    if (!within(link, chosen)) reasons.push("time");
    return reasons;
  }

  function within(link, { since, until }) {
    if (since === null && until === null) return true;
    return Boolean(link.when) && (since === null || link.when >= since) && (until === null || link.when < until);
  }

  /** The actors that may be drawn, before ties decide. */
  function admitted(chosen) {
    const base = chosen.only ?? [...(chosen.limit === null ? data.first : range(chosen.limit)), ...chosen.added];
    const set = new Set(base.filter((id) => !chosen.off.kind?.includes(data.actors[id].kind)));
    chosen.hidden.forEach((id) => set.delete(id));
    return set;
  }

  function range(limit) {
    return data.actors.slice(0, limit).map((actor) => actor.id);
  }

  function weigh(links) {
    return links.reduce((sum, link) => sum + link.confidence * WORTH[link.factuality], 0);
  }

  /**
   * The scene of a state: `ties` [{tie, links, weight}] heaviest first, `actors` a set, `counts` by facet and value
   * (what would be there if that facet alone were switched on), `denied` the ties drawn only on demand.
   */
  function derive(chosen) {
    const actors = admitted(chosen);
    const counts = Object.fromEntries([...LINK_FACETS, "speaker", "time"].map((name) => [name, new Map()]));
    const ties = [];
    let denied = 0;
    for (const tie of data.ties) {
      if (!actors.has(tie.source) || !actors.has(tie.target)) continue;
      const links = tie.links.filter((link) => counted(link, chosen, counts));
      if (!links.length) continue;
      const weight = weigh(links);
      if (weight === 0) denied += 1;
      if (weight > 0 || chosen.denied) ties.push({ tie, links, weight });
    }
    ties.sort((a, b) => b.weight - a.weight || a.tie.id - b.tie.id);
    return { ties, actors: tied(actors, ties, chosen), counts, denied };
  }

  function counted(link, chosen, counts) {
    const reasons = against(link, chosen);
    if (reasons.length > 1) return false;
    for (const name of Object.keys(counts)) {
      if (reasons.length && reasons[0] !== name) continue;
      const value = name === "speaker" ? link.speaker ?? "" : name === "time" ? link.when ?? "" : facet(link, name);
      counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
    return !reasons.length;
  }

  /** Actors without a drawn tie are clutter, unless the reader has singled them out. */
  function tied(actors, ties, chosen) {
    const wanted = new Set([...chosen.chosen, ...(chosen.only ?? []), ...Object.keys(chosen.pinned).map(Number)]);
    const seen = new Set(ties.flatMap(({ tie }) => [tie.source, tie.target]));
    return new Set([...actors].filter((id) => seen.has(id) || wanted.has(id)));
  }

  /** All links that pass the state's filters, whoever is drawn. */
  function passes(link, chosen) {
    return against(link, chosen).length === 0;
  }

  return { derive, passes, weigh };
})();
