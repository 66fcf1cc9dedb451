// drawing.js: the picture as a drawing, in SVG, as it is seen now.
"use strict";

const drawing = (() => {
  const POINTS = 24;

  function svgText() {
    const { width, height } = view.size();
    const { paper } = look.colours();
    const root = svg("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, "font-family": "system-ui, sans-serif" },
      svg("title", {}, document.title),
      svg("rect", { width, height, fill: paper }),
      ...drawn.ties.map(tie).filter(Boolean), ...[...drawn.actors].sort((a, b) => b - a).map(actor), ...view.labels().map(label));
    return legal(new XMLSerializer().serializeToString(root));
  }

  function tie(item) {
    const { id, source, target, symmetric, polarity } = item.tie;
    const line = view.curve(id, POINTS);
    const [from, to] = [source, target].map((end) => ({ ...view.onScreen(end), r: data.actors[end].radius * view.scale() }));
    const outside = (end) => (p) => Math.hypot(p.x - end.x, p.y - end.y) > end.r + 3;
    const points = line.filter(outside(from)).filter(outside(to));
    if (points.length < 2) return null;
    const { width, color, dashes } = look.tie(item, 0, {});
    const path = svg("path", {
      d: `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`, fill: "none", stroke: color.color, "stroke-opacity": color.opacity,
      "stroke-width": (width * view.scale()).toFixed(2), ...(dashes && { "stroke-dasharray": dashes.map((d) => (d * view.scale()).toFixed(1)).join(" ") }),
    });
    return symmetric ? path : svg("g", {}, path, head(points, look.colours().ties[polarity]));
  }

  function head(points, fill) {
    const [before, tip] = points.slice(-2);
    const turn = Math.atan2(tip.y - before.y, tip.x - before.x) * 180 / Math.PI;
    return svg("path", { d: "M2 0L-7 -3.6L-5.5 0L-7 3.6Z", fill, transform: `translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${turn.toFixed(1)})` });
  }

  function actor(id) {
    const { radius, kind, bloc, name } = data.actors[id];
    const { x, y } = view.onScreen(id);
    const { outline, icon: path } = look.kind(kind);
    const { paper, glyph } = look.colours();
    return svg("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(radius * view.scale()).toFixed(2)})` },
      svg("title", {}, name), svg("path", { d: outline, fill: look.bloc(bloc), stroke: paper, "stroke-width": 0.1 }),
      svg("path", { d: path, transform: "scale(.058) translate(-12 -12)", fill: "none", stroke: glyph, "stroke-width": 1.9 }));
  }

  function label({ x, y, w, h, text, font, tie: id, polarity }) {
    const at = view.toScreen({ x: x + w / 2, y: y + h / 2 });
    const { paper, ink, ties } = look.colours();
    return svg("text", {
      x: at.x.toFixed(1), y: at.y.toFixed(1), "text-anchor": "middle", "dominant-baseline": "central", "font-size": font.match(/(\d+)px/)[1],
      "font-weight": font.match(/^\d+/)[0], fill: id === undefined ? ink : ties[polarity], stroke: paper, "stroke-width": 3, "paint-order": "stroke",
    }, text);
  }

  return { svgText };
})();
