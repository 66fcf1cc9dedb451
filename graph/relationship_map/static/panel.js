// panel.js: what are the words behind it? The evidence of the chosen actor or tie.
"use strict";

const panel = (() => {
  const MOST = 40;

  function show(current, drawn) {
    const box = byId("panel");
    const [actor] = current.chosen.slice(-1);
    const content = current.tie !== null ? tieCard(data.ties[current.tie], current)
      : actor !== undefined ? actorCard(data.actors[actor], current, drawn) : overview(drawn);
    box.replaceChildren(...content);
    box.scrollTop = 0;
  }

  function overview(drawn) {
    return [
      el("h2", {}, t("overview")), el("p", { class: "sub" }, t("overview_hint")),
      el("h3", {}, t("strongest")), ...drawn.ties.slice(0, 12).map((item) => tieRow(item)),
    ];
  }

  function actorCard(actor, current, drawn) {
    const mine = drawn.ties.filter(({ tie }) => tie.source === actor.id || tie.target === actor.id);
    const links = mine.flatMap((item) => item.links);
    return [
      el("h2", {}, look.mark(actor.kind, look.bloc(actor.bloc), 26), actor.name),
      el("p", { class: "sub" }, [actor.kind, actor.country].filter(Boolean).join(" · ")),
      actor.aliases.length ? el("p", { class: "sub" }, t("aliases", { names: actor.aliases.join(", ") })) : null,
      ...Object.keys(look.DASHES).flatMap((polarity) => {
        const some = mine.filter(({ tie }) => tie.polarity === polarity);
        return some.length ? [el("h3", {}, t(polarity)), ...some.map((item) => tieRow(item))] : [];
      }),
      el("h3", {}, t("sentences")), ...bySpeaker(links),
    ].filter(Boolean);
  }

  function tieCard(tie, current) {
    const links = tie.links.filter((link) => scene.passes(link, current));
    const others = data.actors[tie.source].ties.filter((each) => each !== tie && data.other(each, tie.source) === data.other(tie, tie.source));
    return [
      el("h2", {}, names(tie)),
      el("p", { class: "sub" }, look.stroke(tie.polarity), ` ${t(tie.polarity)} · ${counted(links)}`),
      ...bySpeaker(links),
      ...(others.length ? [el("h3", {}, t("also_between")), ...others.map((each) => tieRow({ tie: each, links: each.links }))] : []),
    ];
  }

  function names(tie) {
    return `${data.actors[tie.source].name} ${tie.symmetric ? "↔" : "→"} ${data.actors[tie.target].name}`;
  }

  function counted(links) {
    return ["asserted", "possible", "negated"].map((how) => [how, links.filter((link) => link.factuality === how).length])
      .filter(([, n]) => n).map(([how, n]) => `${format(n)} ${t(how)}`).join(", ");
  }

  function tieRow({ tie, links }) {
    return el("button", { type: "button", class: "row", "data-tie": tie.id, onclick: () => state.change({ tie: tie.id }) },
      look.stroke(tie.polarity), el("span", {}, names(tie)), el("span", { class: "what" }, links[0].predicate),
      el("span", { class: "count" }, format(links.length)));
  }

  function bySpeaker(links) {
    const groups = new Map();
    for (const link of links) {
      if (!groups.has(link.speaker)) groups.set(link.speaker, []);
      groups.get(link.speaker).push(link);
    }
    return [...groups].flatMap(([speaker, some]) => [
      el("h3", {}, t("says", { name: speakerName(speaker), n: some.length })), ...some.slice(0, MOST).map(evidence)]);
  }

  function speakerName(speaker) {
    return speaker === null || speaker === "" ? t("writer") : speaker === "unnamed" ? t("unnamed") : speaker;
  }

  function evidence(link) {
    const { document: { title, id, publisher, date } } = link;
    return el("article", { class: "card", style: { "--polarity": `var(--${link.polarity})` } },
      el("blockquote", {}, highlighted(link)),
      el("p", { class: "meta" }, el("span", { class: `badge ${link.factuality}` }, t(link.factuality)),
        el("span", {}, [publisher, title ?? id, date].filter(Boolean).join(", ")),
        el("span", {}, t("confidence_is", { percent: Math.round(link.confidence * 100) })),
        el("span", {}, t("rule_is", { rule: link.rule }))));
  }

  /** The sentence with the words for source, target and predicate marked. */
  function highlighted(link) {
    const text = data.sentence(link);
    const [s0, s1, t0, t1, p0, p1] = link.spans;
    const spans = [[s0, s1, "source"], [t0, t1, "target"], [p0, p1, "predicate"]].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const pieces = [];
    let at = 0;
    for (const [from, to, role] of spans) {
      if (from < at || to <= from) continue;
      pieces.push(text.slice(at, from), el("mark", { class: role, title: t(role) }, text.slice(from, to)));
      at = to;
    }
    return [...pieces, text.slice(at)];
  }

  return { show, names, speakerName };
})();
