// keyboard.js: how is the map used without a mouse?
"use strict";

const keyboard = (() => {
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const leader = () => state.now().chosen.at(-1);

  // What each key does; on the canvas, and everywhere.
  const ON_CANVAS = {
    "+": () => view.zoom(1.3), "=": () => view.zoom(1.3), "-": () => view.zoom(1 / 1.3), "0": () => view.fit(),
    e: () => leader() !== undefined && actions.expand(leader()),
    h: () => actions.hide(state.now().chosen), Delete: () => actions.hide(state.now().chosen),
    p: () => leader() !== undefined && actions.togglePin(leader()),
    Enter: () => byId("panel").focus(),
    " ": () => leader() === undefined && actions.choose(nearest([0, 0])),
  };
  const ANYWHERE = {
    "/": () => byId("query").focus(), "?": () => help.toggle(), t: () => table.toggle(), f: () => actions.findPath(),
  };

  function pressed(event) {
    const { key, target } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z" && !writing(target)) {
      event.preventDefault();
      return event.shiftKey ? state.redo() : state.undo();
    }
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "y" && !writing(target)) {
      event.preventDefault();
      return state.redo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (key === "Escape" && !document.querySelector("dialog[open]")) return escape(target);
    if (writing(target)) return undefined;
    const onCanvas = byId("canvas").contains(target);
    const act = onCanvas && ARROWS[key] ? () => walk(ARROWS[key], event.shiftKey) : (onCanvas && ON_CANVAS[key]) || ANYWHERE[key];
    if (!act) return undefined;
    event.preventDefault();
    return act();
  }

  function writing(target) {
    return target.matches("textarea, select, input:not([type=checkbox], [type=range])");
  }

  function escape(target) {
    if (target !== byId("query")) actions.chooseNothing();
    byId("canvas").focus();
  }

  /** Choose the next actor in a direction; with shift, add it to those chosen. */
  function walk(direction, adding) {
    const next = nearest(direction);
    if (next === null) return;
    actions.choose(next, adding);
    announce(described(next));
    view.reveal(next);
  }

  /** The drawn actor that lies nearest in a direction from the leading one, or nearest to the middle. */
  function nearest([dx, dy]) {
    const from = leader() === undefined ? view.position() : view.places.get(leader());
    let best = null;
    for (const id of drawn.actors) {
      if (id === leader()) continue;
      const x = view.places.get(id).x - from.x;
      const y = view.places.get(id).y - from.y;
      const along = x * dx + y * dy;
      const off = Math.abs(x * dy - y * dx);
      const aimless = leader() === undefined;
      if (!aimless && (along <= 0 || off > along * 1.6)) continue;
      const far = aimless ? Math.hypot(x, y) : along + off * 1.5;
      if (best === null || far < best.far) best = { id, far };
    }
    return best && best.id;
  }

  function described(id) {
    const ties = drawn.ties.filter(({ tie }) => tie.source === id || tie.target === id).length;
    return t("actor_described", { name: data.actors[id].name, kind: t(data.actors[id].kind), n: ties });
  }

  return { start: () => document.addEventListener("keydown", pressed) };
})();
