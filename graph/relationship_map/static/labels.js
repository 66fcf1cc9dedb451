// labels.js: which names can be read? Labels in order of importance; one that would cover another gives way.
"use strict";

const labels = (() => {
  const CELL = 80;
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
  const ACTOR = { small: `500 12px ${FONT}`, large: `650 14px ${FONT}`, height: 16, longest: 30 };
  const TIE = { font: `500 11px ${FONT}`, height: 14, longest: 34 };
  const ALONG = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78];
  // Where a tie's label may lie off its line: in widths of the label across, in pixels down.
  const ASIDE = [[0, 0], [0, -12], [0, 12], [0.6, 0], [-0.6, 0], [0.6, -12], [-0.6, -12], [0, -21], [0, 21]];
  const SHORTEST = 10; // a tie shorter than this on screen gets no label
  const MOST_TIES = 220;

  const widths = new Map();
  const measuring = document.createElement("canvas").getContext("2d");

  function width(text, font) {
    const key = font + text;
    if (!widths.has(key)) {
      measuring.font = font;
      widths.set(key, Math.ceil(measuring.measureText(text).width));
    }
    return widths.get(key);
  }

  function shorten(text, longest) {
    const letters = [...text];
    return letters.length > longest ? `${letters.slice(0, longest - 1).join("").trimEnd()}…` : text;
  }

  /** Boxes on a grid, so that asking what a box touches is cheap. */
  function crowd() {
    const cells = new Map();
    function visit(box, action) {
      for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.w) / CELL); i++)
        for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.h) / CELL); j++)
          if (action(i * 100003 + j)) return true;
      return false;
    }
    return {
      add: (box) => visit(box, (cell) => {
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push(box);
      }),
      touches: (box, except) => visit(box, (cell) => (cells.get(cell) ?? []).some((other) => (except === undefined || other.owner !== except)
        && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h)),
    };
  }

  /** How an actor is written: the words, their font and width. */
  function written({ name, lead }) {
    const text = shorten(name, ACTOR.longest);
    const font = lead ? ACTOR.large : ACTOR.small;
    return { text, font, w: width(text, font) + 4 };
  }

  /** What holds all actors with their names, if each stands under or over its actor. */
  function frame(actors) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const actor of actors) {
      const { x, y, r } = actor;
      const side = Math.max(r, written(actor).w / 2);
      box.left = Math.min(box.left, x - side);
      box.right = Math.max(box.right, x + side);
      box.top = Math.min(box.top, y - r - ACTOR.height - 2);
      box.bottom = Math.max(box.bottom, y + r + ACTOR.height + 2);
    }
    return box;
  }

  function actorLabel(actor, marks, taken, bounds) {
    const { id, x, y, r, lead } = actor;
    const { text, font, w } = written(actor);
    const h = ACTOR.height;
    const places = [[x - w / 2, y + r + 2], [x - w / 2, y - r - h - 2], [x + r + 4, y - h / 2], [x - r - w - 4, y - h / 2]];
    const free = places.map(([left, top]) => ({ x: left, y: top, w, h }))
      .filter((box) => within(box, bounds) && !taken.touches(box));
    // A leading name rather lies over a lesser actor's mark than be left out.
    const box = free.find((each) => !marks.touches(each, id)) ?? (lead ? free[0] : undefined);
    return box && { ...box, text, font, actor: id };
  }

  /** Whether a label stands inside what the picture is fitted to; half a pixel is no matter. */
  function within(box, bounds) {
    return box.x >= bounds.left - 0.5 && box.x + box.w <= bounds.right + 0.5;
  }

  function tieLabel({ id, text: whole, polarity, length, point }, marks, taken, bounds) {
    const text = shorten(whole, TIE.longest);
    const w = width(text, TIE.font) + 6;
    if (length < SHORTEST) return null;
    // On the line if there is room, else just beside it.
    const middles = ALONG.map(point);
    for (const [across, down] of ASIDE)
      for (const middle of middles) {
        const box = { x: middle.x + (across - 0.5) * w, y: middle.y - TIE.height / 2 + down, w, h: TIE.height };
        if (within(box, bounds) && !taken.touches(box) && !marks.touches(box)) return { ...box, text, font: TIE.font, tie: id, polarity };
      }
    return null;
  }

  /**
   * Place labels. Everything is in screen units.
   * `actors` [{id, name, x, y, r, lead}] and `ties` [{id, text, polarity, length, point(t)}], the important first.
   */
  function place(actors, ties) {
    const marks = crowd();
    const taken = crowd();
    for (const { id, x, y, r } of actors) marks.add({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: id });
    const placed = [];
    const keep = (label) => {
      if (!label) return;
      taken.add(label);
      placed.push(label);
    };
    const bounds = frame(actors);
    actors.forEach((actor) => keep(actorLabel(actor, marks, taken, bounds)));
    ties.slice(0, MOST_TIES).forEach((tie) => keep(tieLabel(tie, marks, taken, bounds)));
    return placed;
  }

  return { frame, place };
})();
