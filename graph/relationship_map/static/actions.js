// actions.js: what can a reader do? Each act by its name, whether it comes from a mouse, a key or a button.
"use strict";

const actions = (() => {
  const now = state.now;
  const without = (list, gone) => list.filter((each) => !gone.includes(each));
  const united = (list, more) => [...new Set([...list, ...more])];

  function choose(id, adding = false) {
    if (!adding) state.change({ chosen: [id], tie: null });
    else state.change({ chosen: now().chosen.includes(id) ? without(now().chosen, [id]) : [...now().chosen, id], tie: null });
  }

  function chooseTie(id) {
    state.change({ tie: id, chosen: [] });
  }

  function chooseNothing() {
    state.change({ chosen: [], tie: null, path: null });
  }

  /** Put actors on the picture, whatever kept them off it. */
  function bringIn(ids) {
    const { added, hidden, only, off } = now();
    const kinds = new Set(ids.map((id) => data.actors[id].kind));
    state.change({
      added: united(added, ids), hidden: without(hidden, ids), only: only && united(only, ids),
      off: { ...off, kind: (off.kind ?? []).filter((kind) => !kinds.has(kind)) },
    });
  }

  function goTo(id) {
    bringIn([id]);
    choose(id);
    view.centre(id);
    byId("canvas").focus();
  }

  function expand(id) {
    bringIn([id, ...data.actors[id].ties.map((tie) => data.other(tie, id))]);
  }

  function hide(ids) {
    if (!ids.length) return;
    state.change({ hidden: united(now().hidden, ids), chosen: without(now().chosen, ids), tie: null });
  }

  function pin(places) {
    const pinned = { ...now().pinned };
    for (const [id, { x, y }] of Object.entries(places)) pinned[id] = [Math.round(x), Math.round(y)];
    state.change({ pinned });
  }

  function unpin(id) {
    const pinned = { ...now().pinned };
    delete pinned[id];
    state.change({ pinned });
  }

  return { choose, chooseTie, chooseNothing, bringIn, goTo, expand, hide, pin, unpin };
})();
