// timeline.js: when was it? A histogram of the links with a window of time that can be moved and played.
"use strict";

const timeline = (() => {
  const MOST_BINS = 72;
  const STEP = 650; // milliseconds a step while playing
  const PLAY = "M8 5.5V18.5L18.5 12Z";
  const PAUSE = "M8.5 6V18M15.5 6V18";
  const UNITS = [
    { name: "day", days: 1, next: (d, n) => d.setUTCDate(d.getUTCDate() + n), floor: () => {} },
    { name: "month", days: 30.4, next: (d, n) => d.setUTCMonth(d.getUTCMonth() + n), floor: (d) => d.setUTCDate(1) },
    { name: "year", days: 365.25, next: (d, n) => d.setUTCFullYear(d.getUTCFullYear() + n), floor: (d) => d.setUTCMonth(0, 1) },
  ];
  let edges = []; // ISO dates; bin i is [edges[i], edges[i + 1])
  let playing = null;

  function bins() {
    const dates = [...new Set(data.links.map((link) => link.when).filter(Boolean))].sort();
    const [first, last] = [dates[0], dates[dates.length - 1]].map((date) => Date.parse(date));
    if (dates.length < 2 || !(first < last)) return [];
    const days = (last - first) / 86400000;
    const unit = UNITS.find((each) => days / each.days <= MOST_BINS) ?? UNITS[2];
    const size = Math.ceil(days / unit.days / MOST_BINS);
    const day = new Date(first);
    unit.floor(day);
    const found = [];
    for (; day.getTime() <= last; unit.next(day, size)) found.push(day.toISOString().slice(0, 10));
    return [...found, day.toISOString().slice(0, 10)];
  }

  function start() {
    edges = bins();
    byId("timeline").hidden = edges.length < 3;
    if (edges.length < 3) return;
    for (const id of ["since", "until"]) {
      byId(id).max = edges.length - 1;
      byId(id).addEventListener("input", (event) => { stop(); moved(event.target); });
    }
    byId("play").addEventListener("click", () => playing ? stop() : play());
    byId("play").append(icon(PLAY, 20));
  }

  /** A handle was moved: the two never pass each other. */
  function moved(handle) {
    const other = byId(handle.id === "since" ? "until" : "since");
    const limit = Number(other.value) + (handle.id === "since" ? -1 : 1);
    const value = handle.id === "since" ? Math.min(handle.value, limit) : Math.max(handle.value, limit);
    handle.value = value;
    window_(handle.id === "since" ? value : Number(other.value), handle.id === "since" ? Number(other.value) : value, "time");
  }

  function window_(from, to, gesture) {
    state.change({ since: from <= 0 ? null : edges[from], until: to >= edges.length - 1 ? null : edges[to] }, gesture);
  }

  function reach({ since, until }) {
    const at = (date, whole) => date === null ? whole : Math.max(0, edges.findIndex((edge) => edge >= date));
    return [at(since, 0), at(until, edges.length - 1)];
  }

  /** From the whole of time, let it grow from its beginning; a narrower window moves along. */
  function play() {
    const [from, to] = reach(state.now());
    const last = edges.length - 1;
    const width = from === 0 && to === last ? null : to - from;
    let at = width === null ? 0 : to === last ? width - 1 : to;
    const gesture = `play ${Date.now()}`;
    playing = setInterval(() => {
      at += 1;
      window_(width === null ? 0 : at - width, at, gesture);
      if (at >= last) stop();
    }, STEP);
    pressed();
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    pressed();
  }

  function pressed() {
    byId("play").setAttribute("aria-pressed", String(Boolean(playing)));
    byId("play").replaceChildren(icon(playing ? PAUSE : PLAY, 20));
  }

  function show(current, { counts }) {
    if (edges.length < 3) return;
    const [from, to] = reach(current);
    byId("since").value = from;
    byId("until").value = to;
    const heights = tally(counts.time);
    const most = Math.max(1, ...heights);
    const bars = heights.map((n, i) => n && svg("rect", {
      x: i + 0.1, width: 0.8, y: 1 - Math.max(0.08, Math.sqrt(n / most)), height: Math.max(0.08, Math.sqrt(n / most)),
      class: i >= from && i < to ? "in" : "out",
    })).filter(Boolean);
    byId("histogram").setAttribute("viewBox", `0 0 ${edges.length - 1} 1`);
    byId("histogram").replaceChildren(...bars);
    byId("period").textContent = `${edges[from].slice(0, 7)} – ${edges[to].slice(0, 7)}`;
    const undated = counts.time.get("") ?? 0;
    byId("undated").textContent = undated ? t(current.since === null && current.until === null ? "undated" : "undated_left_out", { n: undated }) : "";
    byId("since").setAttribute("aria-valuetext", edges[from]);
    byId("until").setAttribute("aria-valuetext", edges[to]);
  }

  function tally(counts) {
    const heights = new Array(edges.length - 1).fill(0);
    for (const [when, n] of counts) {
      if (!when) continue;
      let bin = heights.length - 1;
      while (bin > 0 && when < edges[bin]) bin -= 1;
      heights[bin] += n;
    }
    return heights;
  }

  return { start, show };
})();
