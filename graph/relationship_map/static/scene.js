// scene.js: what is drawn? Derived from the data and what the reader has chosen, and from nothing else.
"use strict";

const scene = (() => {
  const WORTH = { asserted: 1, possible: 0.5, negated: 0 };
  const LINK_FACETS = ["polarity", "relation", "factuality", "publisher"];
  const COUNTED = [...LINK_FACETS, "speaker", "time"];

  /** The value of a link under a facet: what the legend lists and switches. */
  function facet(link, name) {
    if (name === "publisher") return link.document.publisher ?? "";
    if (name === "speaker") return link.speaker ?? "";
    return name === "time" ? link.when ?? "" : link[name];
  }

  /** The facets by which the state drops a link. */
  function against(link, chosen) {
    const reasons = LINK_FACETS.filter((name) => chosen.off[name]?.includes(facet(link, name)));
    if (chosen.speaker !== null && facet(link, "speaker") !== chosen.speaker) reasons.push("speaker");
    if (link.confidence < chosen.confidence) reasons.push("confidence");
    if (!within(link, chosen)) reasons.push("time");
    return reasons;
  }

  function within(link, { since, until }) {
    if (since === null && until === null) return true;
    return Boolean(link.when) && (since === null || link.when >= since) && (until === null || link.when < until);
  }

  function passes(link, chosen) {
    return against(link, chosen).length === 0;
  }

  function kindOff(id, chosen) {
    return chosen.off.kind?.includes(data.actors[id].kind) ?? false;
  }

  /** The actors that may be drawn, before kinds and ties decide. */
  function base(chosen) {
    const ids = chosen.only ?? [...(chosen.limit === null ? data.first : data.ranked(chosen.limit)), ...chosen.added];
    const set = new Set([...ids, ...paths.actors(chosen)]);
    chosen.hidden.forEach((id) => set.delete(id));
    return set;
  }

  /** What a tie weighs: asserted links count in full, possible ones by half, denied ones not. */
  function weigh(links) {
    return links.reduce((sum, link) => sum + link.confidence * WORTH[link.factuality], 0);
  }

  /**
   * The scene of a state: `ties` [{tie, links, weight}] heaviest first; `actors` a set; `counts` by facet and value,
   * of what would be there if that facet let everything through; `denied`, the ties drawn only on demand.
   */
  function derive(chosen) {
    const admitted = base(chosen);
    const counts = Object.fromEntries(COUNTED.map((name) => [name, new Map()]));
    counts.kind = tally([...admitted].map((id) => data.actors[id].kind));
    const ties = [];
    let denied = 0;
    for (const tie of data.ties) {
      if (!admitted.has(tie.source) || !admitted.has(tie.target)) continue;
      if (kindOff(tie.source, chosen) || kindOff(tie.target, chosen)) continue;
      const links = tie.links.filter((link) => counted(link, chosen, counts));
      if (!links.length) continue;
      const weight = weigh(links);
      if (weight === 0) denied += 1;
      if (weight > 0 || chosen.denied) ties.push({ tie, links, weight });
    }
    ties.sort((a, b) => b.weight - a.weight || a.tie.id - b.tie.id);
    return { ties, actors: tied(admitted, ties, chosen), counts, denied };
  }

  function tally(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  /** Count a link where the legend lists it; whether it passes. */
  function counted(link, chosen, counts) {
    const reasons = against(link, chosen);
    if (reasons.length > 1) return false;
    for (const name of reasons.length ? reasons : COUNTED) {
      const value = facet(link, name);
      counts[name]?.set(value, (counts[name].get(value) ?? 0) + 1);
    }
    return !reasons.length;
  }

  /** Actors without a drawn tie are clutter, unless the reader has singled them out. */
  function tied(admitted, ties, chosen) {
    const wanted = new Set([...chosen.chosen, ...(chosen.only ?? []), ...Object.keys(chosen.pinned).map(Number)]);
    const seen = new Set(ties.flatMap(({ tie }) => [tie.source, tie.target]));
    return new Set([...admitted].filter((id) => seen.has(id) || (wanted.has(id) && !kindOff(id, chosen))));
  }

  /** Whom an actor is tied to under the state's filters, drawn or not: actor -> ties. */
  function neighbours(id, chosen) {
    const found = new Map();
    for (const tie of data.actors[id].ties) {
      const there = data.other(tie, id);
      if (there === id || kindOff(there, chosen)) continue;
      const links = tie.links.filter((link) => passes(link, chosen));
      if (weigh(links) === 0) continue;
      if (!found.has(there)) found.set(there, []);
      found.get(there).push({ tie, links, weight: weigh(links) });
    }
    return found;
  }

  /** The neighbours that all of these actors share, the important first. */
  function common(ids, chosen) {
    const [first, ...rest] = ids.map((id) => neighbours(id, chosen));
    return [...first.keys()].filter((id) => !ids.includes(id) && rest.every((each) => each.has(id))).sort((a, b) => a - b);
  }

  return { derive, passes, kindOff, weigh, neighbours, common };
})();
