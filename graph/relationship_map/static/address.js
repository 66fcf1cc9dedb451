// address.js: how does a link open the same view? The state in the page's address, by the actors' names.
"use strict";

const address = (() => {
  const name = (id) => data.actors[id].name;
  const known = (each) => data.byName.get(each)?.id;
  const names = { write: (ids) => ids.map(name), read: (list) => list.map(known).filter((id) => id !== undefined) };
  const plain = { write: (value) => value, read: (value) => value };
  // How each part of the state is written: actors and ties by what they are, since positions change with the data.
  const CODES = {
    off: plain, speaker: plain, confidence: plain, since: plain, until: plain, denied: plain, limit: plain,
    added: names, hidden: names, chosen: names,
    only: { write: (ids) => ids && names.write(ids), read: (list) => list && names.read(list) },
    pinned: {
      write: (pinned) => Object.entries(pinned).map(([id, place]) => [name(id), ...place]),
      read: (rows) => Object.fromEntries(rows.filter(([who]) => data.byName.has(who)).map(([who, x, y]) => [known(who), [Number(x), Number(y)]])),
    },
    tie: {
      write: (id) => id === null ? null : describe(data.ties[id]),
      read: (wanted) => wanted && (data.ties.find((tie) => String(describe(tie)) === String(wanted))?.id ?? null),
    },
    path: {
      write: (path) => path && { ...path, from: path.from === null ? null : name(path.from), to: path.to === null ? null : name(path.to) },
      read: (path) => path && { any: Boolean(path.any), best: Number(path.best) || 0, from: known(path.from) ?? null, to: known(path.to) ?? null },
    },
  };
  const PAUSE = 250;
  let timer = null;

  function describe(tie) {
    return [name(tie.source), name(tie.target), tie.polarity, tie.symmetric];
  }

  /** The address of the view that is seen now. */
  function write() {
    const current = state.now();
    const parts = Object.entries(CODES)
      .filter(([key]) => JSON.stringify(current[key]) !== JSON.stringify(state.START[key]))
      .map(([key, code]) => [key, JSON.stringify(code.write(current[key]))]);
    const { x, y } = view.position();
    parts.push(["at", [x, y].map(Math.round).join(",") + "," + view.scale().toFixed(3)]);
    return `#${new URLSearchParams(parts)}`;
  }

  /** Open the view of the page's address; what cannot be read there is left as it was. Whether it says where to look. */
  function read() {
    const parameters = new URLSearchParams(location.hash.slice(1));
    const patch = {};
    for (const [key, code] of Object.entries(CODES)) {
      try {
        if (parameters.has(key)) patch[key] = code.read(JSON.parse(parameters.get(key)));
      } catch { /* an address that somebody cut or mistyped */ }
    }
    if (Object.keys(patch).length) state.load(patch);
    const [x, y, scale] = (parameters.get("at") ?? "").split(",").map(Number);
    if (!(scale > 0 && Number.isFinite(x + y))) return false;
    view.moveTo({ position: { x, y }, scale });
    return true;
  }

  /** Keep the address in step, without a step in the browser's own history for each look around. */
  function keep() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        history.replaceState(null, "", write());
      } catch { /* a page inside a notebook has no address of its own */ }
    }, PAUSE);
  }

  return { write, read, keep };
})();
