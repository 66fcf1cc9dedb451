// main.js: wires the page together, and does nothing else.
"use strict";

let drawn = null;

/** What is lit while something is chosen: it and what it touches. */
function lit(current) {
  if (current.tie !== null) {
    const tie = data.ties[current.tie];
    return { actors: new Set([tie.source, tie.target]), ties: new Set([tie.id]) };
  }
  if (!current.chosen.length) return {};
  const chosen = new Set(current.chosen);
  const ties = drawn.ties.filter(({ tie }) => chosen.has(tie.source) || chosen.has(tie.target)).map(({ tie }) => tie);
  return { actors: new Set([...chosen, ...ties.flatMap((tie) => [tie.source, tie.target])]), ties: new Set(ties.map((tie) => tie.id)) };
}

function render(current) {
  drawn = scene.derive(current);
  view.draw(drawn, lit(current), current.pinned);
  legend.show(current, drawn);
  panel.show(current, drawn);
  byId("status").textContent = t("shown", { shown: drawn.actors.size, all: data.actors.length });
}

look.refresh();
document.documentElement.dataset.theme = look.themes.matches ? "dark" : "light";
look.refresh();
view.start({
  clicked: (actor, tie, adding) => actor !== null ? actions.choose(actor, adding) : tie !== null ? actions.chooseTie(tie) : actions.chooseNothing(),
  opened: actions.expand,
  moved: actions.pin,
});
search.start();
state.listen(render);
render(state.now());
view.fit(undefined, false);
