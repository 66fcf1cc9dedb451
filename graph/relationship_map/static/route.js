// route.js: what is asked of the path finder, and what does it answer? The panel's page for paths.
"use strict";

const route = (() => {
  function card(current) {
    const found = paths.find(current);
    const asked = current.path.from !== null && current.path.to !== null;
    return [
      panel.heading(t("paths")),
      el("div", { class: "ends" },
        end("from", current), end("to", current),
        el("label", { class: "tick" }, el("input", { type: "checkbox", checked: current.path.any, "data-key": "any",
          onchange: (event) => actions.findPath({ any: event.target.checked }) }), t("any_direction"))),
      asked && !found.length ? el("p", { class: "notice" }, t(current.path.any ? "no_path" : "no_path_this_way")) : null,
      asked ? null : el("p", { class: "sub" }, t("path_hint")),
      ...found.map((path, i) => answer(path, i, current)),
    ];
  }

  function end(which, current) {
    const id = current.path[which];
    const input = el("input", { type: "search", list: "names", "data-key": `path ${which}`, "aria-label": t(`path_${which}_label`), placeholder: t(`path_${which}_label`),
      value: id === null ? "" : data.actors[id].name, autocomplete: "off", spellcheck: "false" });
    input.addEventListener("change", () => {
      const [best] = search.find(input.value, 1);
      actions.findPath({ [which]: best ? best.id : null });
    });
    return input;
  }

  function answer({ actors }, i, current) {
    const lit = i === current.path.best;
    const steps = actors.slice(1).map((there, n) => ({ here: actors[n], there, items: paths.tiesOf(actors[n], there, current) }));
    return el("section", { class: lit ? "answer lit" : "answer" },
      button("", () => state.change({ path: { ...current.path, best: i } }), { class: "plain", key: `answer ${i}`, "aria-pressed": String(lit) },
        el("strong", {}, `${i + 1}. `), data.actors[actors[0]].name,
        ...steps.map(({ here, there, items }) => [el("span", { class: "sign", style: { "--polarity": `var(--${items[0].tie.polarity})` } },
          sign(items[0].tie, here)), data.actors[there].name]).flat()),
      lit ? steps.map(({ items }) => panel.evidence(items[0].links[0])) : null);
  }

  function sign(tie, here) {
    return tie.symmetric ? " ↔ " : tie.source === here ? " → " : " ← ";
  }

  return { card };
})();
