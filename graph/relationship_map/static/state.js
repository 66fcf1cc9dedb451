// state.js: what has the reader chosen? The one place where that changes, with undo and redo.
"use strict";

const state = (() => {
  const START = Object.freeze({
    off: {}, // facet -> values switched off in the legend
    speaker: null, // "the world according to": a name, "" for the writer
    confidence: 0,
    since: null, // ISO dates, the second exclusive
    until: null,
    denied: false, // whether ties that are only denied are drawn
    limit: null, // how many actors by importance; null is the first picture
    added: [], // actors brought in
    hidden: [],
    only: null, // just these actors
    pinned: {}, // actor -> [x, y]
    chosen: data.focus === null ? [] : [data.focus], // actors, the last one leads
    tie: null,
    path: null, // {from, to, any, best}: ends may be null while they are being asked for
  });
  // Looking at something is no step to undo; changing the picture is.
  const LOOKING = new Set(["chosen", "tie", "path"]);
  const MOST = 200;

  let current = START;
  let stroke = null;
  const past = [];
  const future = [];
  const listeners = [];

  /** Change some of the state. Changes of the same `gesture` in a row (a slider that is dragged) are undone as one. */
  function change(patch, gesture = null) {
    const changed = Object.keys(patch).filter((key) => JSON.stringify(current[key]) !== JSON.stringify(patch[key]));
    if (!changed.length) return;
    if (changed.some((key) => !LOOKING.has(key))) {
      if (gesture === null || gesture !== stroke) past.push(current);
      if (past.length > MOST) past.shift();
      future.length = 0;
      stroke = gesture;
    }
    publish(Object.freeze({ ...current, ...patch }));
  }

  function step(from, to) {
    if (!from.length) return;
    to.push(current);
    stroke = null;
    publish(from.pop());
  }

  function publish(next) {
    current = next;
    for (const listener of listeners) listener(current);
  }

  return {
    START,
    now: () => current,
    change,
    undo: () => step(past, future),
    redo: () => step(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** Take over a state that was not chosen here (a link, say): nothing to undo. */
    load: (patch) => publish(Object.freeze({ ...START, ...patch })),
    listen: (listener) => listeners.push(listener),
  };
})();
