// paths.js: how are two actors tied, step by step? The best-supported paths, ranked as `whowhom paths` ranks them.
"use strict";

const paths = (() => {
  const MOST = 5;
  const LONGEST = 4;
  const PATIENCE = 200000; // partial paths looked at before giving up
  let known = { key: null, found: [] };

  /** The paths a state asks for, best first: [{actors, cost}]. */
  function find(chosen) {
    const { path } = chosen;
    if (!path || path.from === null || path.to === null || path.from === path.to) return [];
    const { chosen: _, tie, pinned, added, hidden, only, limit, ...rest } = chosen;
    const key = JSON.stringify({ ...rest, path: { ...path, best: 0 } });
    if (known.key !== key) known = { key, found: search(roads(chosen), path.from, path.to) };
    return known.found;
  }

  /** The actors of the path that is lit. */
  function actors(chosen) {
    return find(chosen)[chosen.path?.best]?.actors ?? [];
  }

  /** Actor -> neighbour -> cost of the step. The weight of a step is that of all ties on it; weight 4 costs half of 1. */
  function roads(chosen) {
    const weights = new Map();
    const add = (here, there, weight) => {
      if (!weights.has(here)) weights.set(here, new Map());
      weights.get(here).set(there, (weights.get(here).get(there) ?? 0) + weight);
    };
    for (const tie of data.ties) {
      if (tie.source === tie.target || scene.kindOff(tie.source, chosen) || scene.kindOff(tie.target, chosen)) continue;
      const weight = scene.weigh(tie.links.filter((link) => scene.passes(link, chosen)));
      if (weight === 0) continue;
      add(tie.source, tie.target, weight);
      if (tie.symmetric || chosen.path.any) add(tie.target, tie.source, weight);
    }
    for (const steps of weights.values()) for (const [there, weight] of steps) steps.set(there, 1 / Math.sqrt(weight));
    return weights;
  }

  /** Simple paths in order of cost: a partial path is as good as what it cost plus the cheapest rest within its steps. */
  function search(steps, from, to) {
    const rest = remaining(steps, to);
    const heap = heapBy((a, b) => a.bound - b.bound || compare(a.actors, b.actors));
    heap.push({ actors: [from], cost: 0, bound: rest[LONGEST].get(from) ?? Infinity });
    const found = [];
    for (let looked = 0; heap.size() && looked < PATIENCE && found.length < MOST; looked++) {
      const { actors: passed, cost, bound } = heap.pop();
      if (bound === Infinity) break;
      const here = passed[passed.length - 1];
      if (here === to) {
        found.push({ actors: passed, cost });
        continue;
      }
      for (const [there, price] of steps.get(here) ?? []) {
        const left = rest[LONGEST - passed.length]?.get(there);
        if (left !== undefined && !passed.includes(there))
          heap.push({ actors: [...passed, there], cost: cost + price, bound: cost + price + left });
      }
    }
    return found;
  }

  /** For n = 0 … LONGEST, the cheapest walk from each actor to `to` in at most n steps. */
  function remaining(steps, to) {
    const rest = [new Map([[to, 0]])];
    for (let n = 1; n <= LONGEST; n++) {
      const next = new Map(rest[n - 1]);
      for (const [here, ways] of steps)
        for (const [there, price] of ways) {
          const cost = price + (rest[n - 1].get(there) ?? Infinity);
          if (cost < (next.get(here) ?? Infinity)) next.set(here, cost);
        }
      rest.push(next);
    }
    return rest;
  }

  function compare(a, b) {
    const [one, other] = [a, b].map((ids) => ids.map((id) => data.actors[id].name).join("\n"));
    return one < other ? -1 : one > other ? 1 : 0;
  }

  function heapBy(order) {
    const items = [];
    const swap = (i, j) => { [items[i], items[j]] = [items[j], items[i]]; };
    return {
      size: () => items.length,
      push(item) {
        let i = items.push(item) - 1;
        for (let up; i > 0 && order(items[i], items[(up = (i - 1) >> 1)]) < 0; i = up) swap(i, up);
      },
      pop() {
        const top = items[0];
        const last = items.pop();
        if (!items.length) return top;
        items[0] = last;
        for (let i = 0, down; (down = 2 * i + 1) < items.length; i = down) {
          if (down + 1 < items.length && order(items[down + 1], items[down]) < 0) down += 1;
          if (order(items[down], items[i]) >= 0) break;
          swap(i, down);
        }
        return top;
      },
    };
  }

  /** The ties that carry a step of a path, heaviest first. */
  function tiesOf(here, there, chosen) {
    return (scene.neighbours(here, chosen).get(there) ?? [])
      .filter(({ tie }) => chosen.path.any || tie.symmetric || tie.source === here)
      .sort((a, b) => b.weight - a.weight);
  }

  return { find, actors, tiesOf };
})();
