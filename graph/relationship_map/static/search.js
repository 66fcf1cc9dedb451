// search.js: where is an actor? Suggestions over names and aliases, blind to case and accents.
"use strict";

const search = (() => {
  const MOST = 8;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  let index = null;
  let found = [];
  let at = 0;

  /** Actors whose name or alias has the words, best first: whole names, then beginnings, then anywhere. */
  function find(words, most = MOST) {
    index ??= data.actors.map(({ name, aliases }) => [name, ...Object.keys(aliases)].map((each) => [each, fold(each)]));
    const wanted = fold(words.trim());
    if (!wanted) return [];
    const scored = [];
    index.forEach((names, id) => {
      let best = null;
      for (const [name, folded] of names) {
        const place = folded.indexOf(wanted);
        if (place < 0) continue;
        const score = folded === wanted ? 0 : place === 0 ? 1 : /\W/.test(folded[place - 1]) ? 2 : 3;
        if (best === null || score < best.score) best = { id, score, by: name };
      }
      if (best) scored.push(best);
    });
    return scored.sort((a, b) => a.score - b.score || a.id - b.id).slice(0, most);
  }

  function show() {
    const box = byId("suggestions");
    const query = byId("query");
    found = find(query.value);
    at = 0;
    box.replaceChildren(...found.map(suggestion));
    if (query.value.trim() && !found.length) box.append(el("li", { "aria-disabled": true }, t("nothing_found")));
    box.hidden = !query.value.trim();
    mark();
  }

  function suggestion({ id, by }, i) {
    const actor = data.actors[id];
    return el("li", { role: "option", id: `suggestion-${i}`, onpointerdown: (event) => { event.preventDefault(); choose(i); } },
      look.mark(actor.kind, look.bloc(actor.bloc), 20), el("span", {}, actor.name),
      el("small", {}, by === actor.name ? t(actor.kind) : by));
  }

  function mark() {
    const query = byId("query");
    [...byId("suggestions").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    query.setAttribute("aria-expanded", String(!byId("suggestions").hidden));
    if (found.length) query.setAttribute("aria-activedescendant", `suggestion-${at}`);
    else query.removeAttribute("aria-activedescendant");
  }

  function choose(i) {
    if (!found[i]) return;
    const { id } = found[i];
    close();
    actions.goTo(id);
  }

  function close() {
    byId("query").value = "";
    byId("suggestions").hidden = true;
    mark();
    byId("query").blur();
  }

  function pressed(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % (found.length || 1);
      mark();
      event.preventDefault();
    } else if (event.key === "Enter") choose(at);
    else if (event.key === "Escape") close();
  }

  function start() {
    byId("query").addEventListener("input", show);
    byId("query").addEventListener("keydown", pressed);
    byId("query").addEventListener("blur", () => { byId("suggestions").hidden = true; mark(); });
  }

  return { start, find, fold };
})();
