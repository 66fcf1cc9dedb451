// state.js: what has the reader chosen? The one place where that changes, with undo and redo.
"use strict";

const state = (() => {
  const START = Object.freeze({
    off: {}, // facet -> values switched off in the legend
    speaker: null, // "the world according to": a name, "" for the writer
    confidence: 0,
    since: null,
    until: null,
    denied: false, // whether ties that are only denied are drawn
    limit: null, // how many actors by importance; null is the first picture
    added: [], // actors brought in
    hidden: [],
    only: null, // just these actors
    pinned: {}, // actor -> [x, y]
    chosen: [], // actors, the last one leads
    tie: null,
    path: null, // {from, to, any, best}
  });
  // Looking at something is no step to undo; changing the picture is.
  const LOOKING = new Set(["chosen", "tie"]);

  let current = START;
  const past = [];
  const future = [];
  const listeners = [];

  function change(patch) {
    const next = Object.freeze({ ...current, ...patch });
    const changed = Object.keys(patch).filter((key) => JSON.stringify(current[key]) !== JSON.stringify(next[key]));
    if (!changed.length) return;
    if (changed.some((key) => !LOOKING.has(key))) {
      past.push(current);
      future.length = 0;
    }
    publish(next);
  }

  function step(from, to) {
    if (!from.length) return;
    to.push(current);
    publish(from.pop());
  }

  function publish(next) {
    const before = current;
    current = next;
    for (const listener of listeners) listener(current, before);
  }

  return {
    START,
    now: () => current,
    change,
    reset: () => change({ ...START, pinned: current.pinned }),
    undo: () => step(past, future),
    redo: () => step(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** Take over a state that was not chosen here, from a link say: nothing to undo. */
    load: (patch) => publish(Object.freeze({ ...START, ...patch })),
    listen: (listener) => listeners.push(listener),
  };
})();
