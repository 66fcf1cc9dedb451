// main.js: wires the page together, and does nothing else.
"use strict";

let drawn = null;

/** What is lit while something is chosen: it and what it touches. */
function lit(current) {
  const way = paths.actors(current);
  if (way.length) {
    const steps = way.slice(1).flatMap((there, n) => paths.tiesOf(way[n], there, current));
    return { actors: new Set(way), ties: new Set(steps.map(({ tie }) => tie.id)) };
  }
  if (current.tie !== null) {
    const tie = data.ties[current.tie];
    return { actors: new Set([tie.source, tie.target]), ties: new Set([tie.id]) };
  }
  if (!current.chosen.length) return {};
  const touched = drawn.ties.filter(({ tie }) => current.chosen.includes(tie.source) || current.chosen.includes(tie.target));
  return {
    actors: new Set([...current.chosen, ...touched.flatMap(({ tie }) => [tie.source, tie.target])]),
    ties: new Set(touched.map(({ tie }) => tie.id)),
  };
}

function render(current) {
  drawn = scene.derive(current);
  view.draw(drawn, lit(current), current.pinned);
  legend.show(current, drawn);
  timeline.show(current, drawn);
  panel.show(current, drawn);
  table.show(drawn);
  tools.status(current, drawn);
  tools.refresh();
  address.keep();
}

function clicked(actor, tie, adding) {
  if (actor !== null) actions.choose(actor, adding);
  else if (tie !== null) actions.chooseTie(tie);
  else actions.chooseNothing();
}

/** Draw the first picture as soon as its part of the file is there. */
function begin() {
  themes.start();
  view.start({ clicked, opened: actions.expand, moved: actions.pin, looked: address.keep });
  drawn = scene.derive(state.now());
  view.draw(drawn, lit(state.now()));
  view.fit(false);
}

/** Bring in everything else once the whole file is there. */
function complete() {
  data.readRest();
  for (const part of [legend, timeline, search, tools, help, keyboard, takeaway]) part.start();
  byId("summary").textContent = t("summary", { documents: data.documents.length, actors: data.actors.length, links: data.links.length });
  byId("names").append(...data.actors.slice(0, 1000).map((actor) => el("option", { value: actor.name })));
  state.listen(render);
  render(state.now());
  if (!address.read() && !view.touched()) view.fit(false);
  addEventListener("hashchange", () => address.read());
}

begin();
document.addEventListener("DOMContentLoaded", complete);
