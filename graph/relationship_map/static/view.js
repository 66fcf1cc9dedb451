// view.js: the picture. The only place that touches vis-network and its canvas.
"use strict";

const view = (() => {
  const LEADS = 12; // so many actors get the larger label
  const EDGE = 14; // room around the picture, in pixels
  const CLOSEST = 1.25; // the scale beyond which a small picture is not blown up
  const PATIENCE = 150; // milliseconds for which labels are carried along while the scale changes
  const SMALLEST = 4; // pixels: an actor never shrinks out of sight
  const ICON_FROM = 6.5; // the smallest radius on screen, in pixels, at which an icon is drawn
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  // Where each actor stands while nobody has pinned it, and where it stands now.
  const homes = new Map(data.picture.nodes.map(({ id, x, y }) => [id, { x, y }]));
  const places = new Map();
  const outlines = new Map();
  const glyphs = new Map();
  for (const [name, { outline, icon: path }] of Object.entries(look.KINDS)) {
    outlines.set(name, new Path2D(outline));
    glyphs.set(name, new Path2D(path));
  }

  let network = null;
  let drawn = { ties: [], actors: new Set() };
  let lit = { actors: null, ties: null }; // null: everything
  let placed = { scale: null, version: null, at: 0, labels: [] };
  let settling = null;
  let version = 0;
  let touched = false; // whether the reader has moved the view since it was fitted

  function start(handlers) {
    network = new vis.Network(byId("canvas"), { nodes, edges }, data.picture.options);
    network.on("afterDrawing", paint);
    network.on("dragging", ({ nodes: moved }) => { if (moved.length) version += 1; });
    network.canvas.frame.tabIndex = -1; // the map is one stop for the tab key, and that is #canvas
    network.on("animationFinished", handlers.looked);
    // vis-network keeps the middle where it was, which cuts a picture that had its room at the sides.
    network.on("resize", () => queueMicrotask(() => { if (!touched) fit(false); }));
    network.on("zoom", () => { touched = true; handlers.looked(); });
    network.on("dragEnd", ({ nodes: moved }) => {
      touched = true;
      if (!moved.length) return handlers.looked();
      const at = network.getPositions(moved);
      moved.forEach((id) => places.set(id, at[id]));
      handlers.moved(at);
    });
    network.on("click", ({ nodes: [actor], edges: [tie], event }) => {
      const adding = event.srcEvent.shiftKey || event.srcEvent.ctrlKey || event.srcEvent.metaKey;
      handlers.clicked(actor ?? null, actor === undefined ? tie ?? null : null, adding);
    });
    network.on("doubleClick", ({ nodes: [actor] }) => actor !== undefined && handlers.opened(actor));
    for (const event of ["hoverNode", "hoverEdge"]) network.on(event, () => byId("canvas").classList.add("pointing"));
    for (const event of ["blurNode", "blurEdge"]) network.on(event, () => byId("canvas").classList.remove("pointing"));
  }

  /** Draw a scene; `focus` lights some actors and ties and dims the rest. */
  function draw(scene, { actors = null, ties = null }, pinned = {}) {
    drawn = scene;
    lit = { actors, ties };
    for (const id of scene.actors) settle(id, pinned[id]);
    sync(nodes, [...scene.actors].map(node));
    const bows = bowed(scene.ties);
    sync(edges, scene.ties.map((item) => edge(item, bows.get(item.tie.id))));
    version += 1;
  }

  function settle(id, pin) {
    if (!pin && !homes.has(id)) homes.set(id, freeSpot(id));
    places.set(id, pin ? { x: pin[0], y: pin[1] } : homes.get(id));
  }

  /** vis-network knows where an actor is and how large; what it looks like is painted over it. */
  function node(id) {
    return { id, ...places.get(id), shape: "dot", size: data.actors[id].radius, color: "rgba(0,0,0,0)", borderWidth: 0, borderWidthSelected: 0 };
  }

  function edge(item, bow) {
    const { id, source, target } = item.tie;
    const strong = lit.ties?.has(id) ?? false;
    return { id, from: source, to: target, selectionWidth: 1.5, hoverWidth: 0.8,
      ...look.tie(item, bow, { faint: lit.ties !== null && !strong, strong }) };
  }

  /** Bring a DataSet to these items, touching only what changed. */
  function sync(set, items) {
    const wanted = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(items.filter((item) => JSON.stringify(set.get(item.id)) !== JSON.stringify(item)));
  }

  /** How far each tie bends: those of one pair fan out, whichever way they point. */
  function bowed(ties) {
    const pairs = new Map();
    for (const { tie } of ties) {
      const key = `${Math.min(tie.source, tie.target)} ${Math.max(tie.source, tie.target)}`;
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(tie);
    }
    const bows = new Map();
    for (const pair of pairs.values()) {
      pair.sort((a, b) => a.id - b.id);
      pair.forEach((tie, i) => {
        const fan = (i - (pair.length - 1) / 2) * 0.22;
        bows.set(tie.id, tie.source < tie.target ? fan : -fan);
      });
    }
    return bows;
  }

  /** A place near the drawn neighbours of an actor that nobody has taken. */
  function freeSpot(id) {
    const near = data.actors[id].ties.map((tie) => data.other(tie, id)).filter((each) => each !== id)
      .map((each) => places.get(each)).filter(Boolean).slice(0, 3);
    const middle = (axis) => near.reduce((sum, place) => sum + place[axis], 0) / (near.length || 1);
    const centre = { x: middle("x"), y: middle("y") };
    const taken = [...places.values()];
    for (let step = 1; ; step++) {
      const spot = { x: centre.x + 55 * Math.sqrt(step) * Math.cos(step * 2.399963), y: centre.y + 55 * Math.sqrt(step) * Math.sin(step * 2.399963) };
      if (step > 400 || !taken.some(({ x, y }) => Math.abs(x - spot.x) < 80 && Math.abs(y - spot.y) < 60)) return spot;
    }
  }

  // -- painting ---------------------------------------------------------------------------------

  function paint(context) {
    const { a, e, f } = context.getTransform();
    const density = window.devicePixelRatio || 1;
    const scale = a / density;
    context.save();
    context.setTransform(density, 0, 0, density, 0, 0);
    const shift = { x: e / density, y: f / density };
    const order = [...drawn.actors].sort((p, q) => q - p);
    for (const id of order) paintActor(context, id, scale, shift);
    for (const label of laidOut(scale)) paintLabel(context, label, shift);
    context.restore();
    if (placed.labels.length && !performance.getEntriesByName("picture").length) performance.mark("picture");
  }

  function paintActor(context, id, scale, shift) {
    const actor = data.actors[id];
    const body = network.body.nodes[id];
    if (!body) return;
    const r = Math.max(actor.radius * scale, SMALLEST);
    const x = body.x * scale + shift.x;
    const y = body.y * scale + shift.y;
    if (x < -r * 2 || y < -r * 2 || x > innerWidth + r * 2 || y > innerHeight + r * 2) return;
    const colours = look.colours();
    const kind = look.KINDS[actor.kind] ? actor.kind : "generic";
    const faint = lit.actors !== null && !lit.actors.has(id);
    context.save();
    context.globalAlpha = faint ? 0.18 : 1;
    context.translate(x, y);
    context.scale(r, r);
    context.lineWidth = 2.5 / r;
    context.strokeStyle = chosen(id) ? colours.accent : colours.paper;
    context.fillStyle = look.bloc(actor.bloc);
    if (chosen(id)) {
      context.lineWidth = 9 / r;
      context.stroke(outlines.get(kind));
      context.lineWidth = 3 / r;
      context.strokeStyle = colours.paper;
    }
    context.stroke(outlines.get(kind));
    context.fill(outlines.get(kind));
    if (r >= ICON_FROM) {
      context.scale(0.058, 0.058);
      context.translate(-12, -12);
      context.lineWidth = 1.9;
      context.lineCap = context.lineJoin = "round";
      context.strokeStyle = colours.glyph;
      context.stroke(glyphs.get(kind));
    }
    context.restore();
  }

  function chosen(id) {
    return state.now().chosen.includes(id);
  }

  /** The labels at a scale, relative to the origin. While the scale is changing they move along, and are placed anew after. */
  function laidOut(scale) {
    if (placed.scale === scale && placed.version === version) return placed.labels;
    if (placed.version === version && performance.now() - placed.at < PATIENCE) return carried(placed, scale);
    placed = { scale, version, at: performance.now(), labels: labels.place(actorsToName(scale), tiesToName(scale)) };
    return placed.labels;
  }

  function carried({ scale: before, labels: old }, scale) {
    clearTimeout(settling);
    settling = setTimeout(() => network.redraw(), PATIENCE);
    const moved = (at, size) => (at + size / 2) * (scale / before) - size / 2;
    return old.map((label) => ({ ...label, x: moved(label.x, label.w), y: moved(label.y, label.h) }));
  }

  function actorsToName(scale) {
    return [...drawn.actors].filter((id) => network.body.nodes[id])
      .sort((p, q) => chosen(q) - chosen(p) || (lit.actors?.has(q) ?? 0) - (lit.actors?.has(p) ?? 0) || p - q)
      .map((id, rank) => {
        const { x, y } = network.body.nodes[id];
        return { id, name: data.actors[id].name, x: x * scale, y: y * scale, r: data.actors[id].radius * scale, lead: rank < LEADS };
      });
  }

  function tiesToName(scale) {
    const wanted = lit.ties === null ? [...drawn.ties].sort((a, b) => lastingFirst(a) - lastingFirst(b))
      : drawn.ties.filter(({ tie }) => lit.ties.has(tie.id));
    // vis-network paints while a scene is still being handed over: what it does not have yet is not named.
    return wanted.filter(({ tie }) => network.body.edges[tie.id]?.edgeType).map(({ tie, links }) => {
      const { edgeType, from, to } = network.body.edges[tie.id];
      const gap = Math.hypot(from.x - to.x, from.y - to.y) - data.actors[tie.source].radius - data.actors[tie.target].radius;
      return { id: tie.id, text: links[0].predicate, polarity: tie.polarity, length: gap * scale,
        point: (along) => { const p = edgeType.getPoint(along); return { x: p.x * scale, y: p.y * scale }; } };
    });
  }

  /** Alliances are named first, then offices and rivalries, then events; what is neither friendly nor hostile last. */
  function lastingFirst({ tie, links: [best] }) {
    const lasting = ["ALLIANCE", "ROLE", "RIVALRY"].indexOf(best.relation);
    return lasting >= 0 ? lasting : tie.polarity === "neutral" ? 4 : 3;
  }

  function paintLabel(context, label, shift) {
    const colours = look.colours();
    const x = label.x + label.w / 2 + shift.x;
    const y = label.y + label.h / 2 + shift.y;
    if (x + label.w < 0 || y < -20 || x - label.w > innerWidth || y > innerHeight + 20) return;
    context.globalAlpha = label.actor !== undefined && lit.actors !== null && !lit.actors.has(label.actor) ? 0.3 : 1;
    context.font = label.font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = colours.paper;
    context.strokeText(label.text, x, y);
    context.fillStyle = label.tie === undefined ? colours.ink : colours.ties[label.polarity];
    context.fillText(label.text, x, y);
    context.globalAlpha = 1;
  }

  // -- moving -----------------------------------------------------------------------------------

  /** Show all that is drawn, with room for labels at the sides and for what stands at the foot. */
  function fit(animated = true) {
    if (!drawn.actors.size) return;
    network.canvas.setSize(); // what stands beside the picture may have come or gone since vis-network measured it
    const { width, height } = size();
    const foot = Math.min(byId("foot").offsetHeight + 12, height / 3);
    const room = { x: width - 2 * EDGE, y: height - foot - 2 * EDGE };
    const scale = largest(room);
    const { left, right, top, bottom } = labels.frame(actorsToName(scale));
    const position = { x: (left + right) / 2 / scale, y: (top + bottom + foot) / 2 / scale };
    network.moveTo({ position, scale, animation: animated && { duration: 300 } });
    if (!animated) version += 1; // at once, the names stand where they belong, not where they are carried to
    touched = false;
  }

  /** The largest scale at which the picture with its names fits; names do not shrink with it, so it is searched for. */
  function largest(room) {
    const fits = (scale) => {
      const { left, right, top, bottom } = labels.frame(actorsToName(scale));
      return right - left <= room.x && bottom - top <= room.y;
    };
    if (fits(CLOSEST)) return CLOSEST;
    let [low, high] = [CLOSEST / 64, CLOSEST];
    for (let step = 0; step < 14; step++) {
      const middle = Math.sqrt(low * high);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  function zoom(factor) {
    touched = true;
    network.moveTo({ scale: network.getScale() * factor, animation: { duration: 150 } });
  }

  function centre(id) {
    touched = true;
    network.moveTo({ position: places.get(id), scale: Math.max(network.getScale(), 0.8), animation: { duration: 300 } });
  }

  /** Move only if an actor is out of sight. */
  function reveal(id) {
    const { x, y } = onScreen(id);
    const { width, height } = size();
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) centre(id);
  }

  // -- measuring --------------------------------------------------------------------------------

  function size() {
    const { clientWidth: width, clientHeight: height } = network.canvas.frame.canvas;
    return { width, height };
  }

  function onScreen(id) {
    return network.canvasToDOM(places.get(id));
  }

  /** From the units of labels (network units times scale) to pixels of the canvas. */
  function toScreen({ x, y }) {
    const scale = network.getScale();
    return network.canvasToDOM({ x: x / scale, y: y / scale });
  }

  /** Points along a tie, in pixels of the canvas. */
  function curve(id, points) {
    const { edgeType } = network.body.edges[id];
    return Array.from({ length: points + 1 }, (_, i) => network.canvasToDOM(edgeType.getPoint(i / points)));
  }

  return {
    start, draw, fit, zoom, centre, reveal, places, size, onScreen, toScreen, curve,
    touched: () => touched,
    labels: () => placed.labels,
    scale: () => network.getScale(),
    position: () => network.getViewPosition(),
    moveTo: (options) => { touched = true; network.moveTo(options); },
    canvas: () => network.canvas.frame.canvas,
    network: () => network,
  };
})();
