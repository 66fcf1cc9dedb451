// takeaway.js: what can a reader take along? The view as PNG or SVG, what is shown as CSV or GraphML, a link to it.
"use strict";

const takeaway = (() => {
  // As `whowhom links --format csv` and `whowhom export` name them, then the reader's own note.
  const COLUMNS = [
    "id", "document", "title", "publisher", "url", "date", "sentence", "start", "end", "source", "target", "source_span_start",
    "source_span_end", "target_span_start", "target_span_end", "predicate_span_start", "predicate_span_end", "predicate",
    "relation", "polarity", "intensity", "factuality", "attributed_to", "time_text", "time_start", "time_end", "symmetric", "kind",
    "main", "rule", "confidence", "note",
  ];
  const TYPES = { start: "long", end: "long", intensity: "double", confidence: "double", symmetric: "boolean", main: "boolean" };
  const type = (column) => TYPES[column] ?? (/_span_/.test(column) ? "long" : "string");

  /** A link as one flat row; positions count characters of the document, as in the command's own files. */
  function row(link) {
    const text = data.sentence(link);
    const start = data.offset(link);
    const characters = (units) => start + [...text.slice(0, units)].length;
    const [s0, s1, t0, t1, p0, p1] = link.spans.map(characters);
    const { document } = link;
    return {
      id: link.key, document: document.key, title: document.title, publisher: document.publisher, url: document.url, date: document.date,
      sentence: text, start, end: characters(text.length), source: data.actors[link.source].name, target: data.actors[link.target].name,
      source_span_start: s0, source_span_end: s1, target_span_start: t0, target_span_end: t1, predicate_span_start: p0,
      predicate_span_end: p1, predicate: link.predicate, relation: link.relation, polarity: link.polarity, intensity: link.intensity,
      factuality: link.factuality, attributed_to: link.speaker, time_text: link.time, time_start: link.since, time_end: link.until,
      symmetric: Boolean(link.symmetric), kind: link.kind, main: Boolean(link.main), rule: link.rule, confidence: link.confidence,
      note: notes.of(notes.tieKey(link.tie)) || null,
    };
  }

  function shownLinks() {
    const place = (link) => [link.document.id, data.offset(link), link.id];
    const order = (a, b) => { const [p, q] = [place(a), place(b)]; return p[0] - q[0] || p[1] - q[1] || p[2] - q[2]; };
    return drawn.ties.flatMap((item) => item.links).sort(order);
  }

  function csv() {
    // A cell that a spreadsheet would run as a formula gets an apostrophe.
    const cell = (value) => {
      const text = value === null || value === undefined ? "" : String(value);
      const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const lines = shownLinks().map((link) => { const values = row(link); return COLUMNS.map((column) => cell(values[column])).join(","); });
    return `${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
  }

  function xml(text) {
    return legal(text).replace(/[&<>"\r\n\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  }

  function graphml() {
    const kept = COLUMNS.filter((column) => !["id", "source", "target"].includes(column));
    const nodeColumns = ["label", "name", "kind", "country", "aliases", "note"];
    const key = (scope, column) => `<key id="${scope}_${column}" for="${scope}" attr.name="${column}" attr.type="${scope === "edge" ? type(column) : "string"}"/>`;
    const values = (scope, columns, from) => columns.filter((column) => from[column] !== null && from[column] !== undefined && from[column] !== "")
      .map((column) => `<data key="${scope}_${column}">${xml(from[column])}</data>`).join("");
    const nodes = [...drawn.actors].sort((a, b) => a - b).map((id) => data.actors[id]).map((actor) => `<node id="${xml(actor.name)}">${values("node", nodeColumns,
      { ...actor, label: actor.name, aliases: JSON.stringify(actor.aliases), note: notes.of(actor.name) })}</node>`);
    const edges = shownLinks().map(row).map((each) => `<edge id="${xml(each.id)}" source="${xml(each.source)}" target="${xml(each.target)}">${values("edge", kept, each)}</edge>`);
    return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...nodeColumns.map((column) => key("node", column)), ...kept.map((column) => key("edge", column)),
      '<graph edgedefault="directed">', ...nodes, ...edges, "</graph>", "</graphml>", ""].join("\n");
  }

  function png() {
    const canvas = view.canvas();
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d");
    context.fillStyle = look.colours().paper;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    return copy;
  }

  const FORMATS = {
    png: () => png().toBlob((blob) => download("map.png", "image/png", blob)),
    svg: () => download("map.svg", "image/svg+xml", drawing.svgText()),
    csv: () => download("links.csv", "text/csv", `\ufeff${csv()}`),
    graphml: () => download("links.graphml", "application/xml", graphml()),
    link: () => copy(location.href.split("#")[0] + address.write()),
    print: () => window.print(),
  };

  /** On paper the picture is an image on white, whatever the theme on screen. */
  function start() {
    const theme = document.documentElement.dataset.theme;
    window.addEventListener("beforeprint", () => {
      themes.wear("light");
      view.network().redraw();
      byId("printed").src = png().toDataURL();
    });
    window.addEventListener("afterprint", () => themes.wear(theme));
  }

  return { start, FORMATS, csv, graphml };
})();
