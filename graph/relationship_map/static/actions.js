// actions.js: what can a reader do? Each act by its name, whether it comes from a mouse, a key or a button.
"use strict";

const actions = (() => {
  const now = state.now;
  const without = (list, gone) => list.filter((each) => !gone.includes(each));
  const united = (list, more) => [...new Set([...list, ...more])];

  function choose(id, adding = false) {
    const { chosen } = now();
    const next = !adding ? [id] : chosen.includes(id) ? without(chosen, [id]) : [...chosen, id];
    state.change({ chosen: next, tie: null, path: null });
  }

  function chooseTie(id) {
    state.change({ tie: id, chosen: [], path: null });
  }

  function chooseNothing() {
    state.change({ chosen: [], tie: null, path: null });
  }

  /** The changes that put actors on the picture, whatever kept them off it. */
  function broughtIn(ids) {
    const { added, hidden, only, off } = now();
    const kinds = ids.map((id) => data.actors[id].kind);
    return {
      added: united(added, ids), hidden: without(hidden, ids), only: only && united(only, ids),
      off: off.kind?.some((kind) => kinds.includes(kind)) ? { ...off, kind: without(off.kind, kinds) } : off,
    };
  }

  function bringIn(ids) {
    state.change(broughtIn(ids));
  }

  /** Show an actor: bring it in if it is not drawn, choose it, and move there. */
  function goTo(id) {
    state.change({ ...(drawn.actors.has(id) ? {} : broughtIn([id])), chosen: [id], tie: null, path: null });
    view.centre(id);
    byId("canvas").focus();
  }

  /** Bring in everyone an actor is tied to. */
  function expand(id) {
    const near = [...scene.neighbours(id, now()).keys()];
    const fresh = near.filter((each) => !drawn.actors.has(each)).length;
    bringIn([id, ...near]);
    announce(t("brought_in", { n: fresh }));
  }

  function hide(ids) {
    if (ids.length) state.change({ hidden: united(now().hidden, ids), chosen: without(now().chosen, ids), tie: null });
  }

  /** Draw just these actors. */
  function isolate(ids) {
    state.change({ only: ids, hidden: without(now().hidden, ids) });
    view.fit();
  }

  function pin(places) {
    const pinned = { ...now().pinned };
    for (const [id, { x, y }] of Object.entries(places)) pinned[id] = [Math.round(x), Math.round(y)];
    state.change({ pinned });
  }

  function togglePin(id) {
    const { [id]: there, ...others } = now().pinned;
    if (there) state.change({ pinned: others });
    else pin({ [id]: view.places.get(id) });
  }

  function toggle(facet, value) {
    const { off } = now();
    const { [facet]: before = [], ...others } = off;
    const after = before.includes(value) ? without(before, [value]) : [...before, value];
    state.change({ off: after.length ? { ...others, [facet]: after } : others });
  }

  /** Show one value of a facet only, or all of them if it is the only one already. */
  function only(facet, value, all) {
    const { off } = now();
    const others = all.filter((each) => each !== value);
    const already = !off[facet]?.includes(value) && others.every((each) => off[facet]?.includes(each));
    const { [facet]: _, ...rest } = off;
    state.change({ off: already || !others.length ? rest : { ...rest, [facet]: others } });
  }

  function listenTo(speaker) {
    state.change({ speaker });
  }

  function findPath(patch = {}) {
    const [from = null, to = null] = now().chosen;
    const before = now().path ?? { from, to, any: false, best: 0 };
    state.change({ path: { ...before, best: 0, ...patch }, tie: null, chosen: [] });
  }

  /** Show more actors, by importance; those brought in by hand stay. */
  function showMore(limit) {
    state.change({ limit: Math.min(limit, data.actors.length), only: null });
    view.fit();
  }

  /** Back to the first picture; notes and pins stay. */
  function showFirst() {
    state.change({ ...state.START, pinned: now().pinned, chosen: [] });
    view.fit();
  }

  function bringBack() {
    state.change({ hidden: [] });
  }

  function showEveryone() {
    state.change({ only: null });
    view.fit();
  }

  return {
    choose, chooseTie, chooseNothing, bringIn, goTo, expand, hide, isolate, togglePin, pin, toggle, only, listenTo, findPath,
    showMore, showFirst, bringBack, showEveryone,
  };
})();
