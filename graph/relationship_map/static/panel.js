// panel.js: what are the words behind it? The evidence of the chosen actors, tie or path.
"use strict";

const panel = (() => {
  const MORE = 30; // sentences at a time
  const EXPAND = "M12 5V19M5 12H19";
  const HIDE = "M4 12C6.6 7.8 9 6.2 12 6.2S17.4 7.8 20 12C17.4 16.2 15 17.8 12 17.8S6.6 16.2 4 12ZM5 5L19 19";
  const PIN = "M9 4H15L14 10L17 13V15H7V13L10 10ZM12 15V20";
  const PATH = "M5 19A2 2 0 1 0 5 15A2 2 0 0 0 5 19ZM19 9A2 2 0 1 0 19 5A2 2 0 0 0 19 9ZM7 17H13A4 4 0 0 0 13 9.5H11A3 3 0 0 1 11 7H17";
  const CLOSE = "M6 6L18 18M18 6L6 18";

  function show(current, drawn) {
    const box = byId("panel");
    const content = current.path ? route.card(current)
      : current.tie !== null ? tieCard(data.ties[current.tie], current)
        : current.chosen.length > 1 ? severalCard(current)
          : current.chosen.length ? actorCard(data.actors[current.chosen[0]], current) : overview(current, drawn);
    const subject = JSON.stringify([current.path, current.tie, current.chosen]);
    if (box.dataset.subject !== subject) box.scrollTop = 0;
    box.dataset.subject = subject;
    document.body.classList.toggle("reading", Boolean(current.path || current.tie !== null || current.chosen.length));
    refill(box, content);
  }

  function heading(...content) {
    return el("header", { class: "subject" }, el("h2", {}, content),
      button(t("close"), actions.chooseNothing, { path: CLOSE, class: "tool", key: "close" }));
  }

  function overview(current, drawn) {
    return [
      el("header", { class: "subject" }, el("h2", {}, t("overview"))),
      el("p", { class: "lead" }, t(drawn.ties.length ? "overview_hint" : data.ties.length ? "nothing_drawn" : "nothing_held")),
      current.speaker === null ? null : el("p", { class: "notice" }, t("according_to", { name: speakerName(current.speaker) })),
      drawn.ties.length ? el("h3", {}, t("strongest")) : null, ...drawn.ties.slice(0, 14).map((item) => tieRow(item)),
    ];
  }

  // -- one actor --------------------------------------------------------------------------------

  function actorCard(actor, current) {
    const near = scene.neighbours(actor.id, current);
    const items = [...near.values()].flat().sort((a, b) => b.weight - a.weight);
    const spoken = data.links.filter((link) => link.speaker === actor.name).length;
    return [
      heading(look.mark(actor.kind, look.bloc(actor.bloc), 28), el("span", {}, actor.name)),
      el("p", { class: "sub" }, [t(actor.kind), actor.country].filter(Boolean).join(" · ")),
      Object.keys(actor.aliases).length
        ? el("p", { class: "sub" }, t("aliases", { names: Object.keys(actor.aliases).join(", ") })) : null,
      el("div", { class: "acts" },
        act(EXPAND, "expand", () => actions.expand(actor.id)),
        act(PATH, "path_from", () => actions.findPath({ from: actor.id, to: null })),
        act(PIN, current.pinned[actor.id] ? "unpin" : "pin", () => actions.togglePin(actor.id), Boolean(current.pinned[actor.id])),
        act(HIDE, "hide", () => actions.hide([actor.id]))),
      spoken ? button("", () => actions.listenTo(current.speaker === actor.name ? null : actor.name), { class: "wide", key: "voice" },
        current.speaker === actor.name ? t("hear_everyone") : t("world_according_to", { name: actor.name, n: spoken })) : null,
      notes.field(actor.name),
      ...Object.keys(look.DASHES).flatMap((polarity) => {
        const some = items.filter(({ tie }) => tie.polarity === polarity);
        return some.length ? [el("h3", {}, t(`${polarity}_ties`, { n: some.length })), ...some.slice(0, MORE).map((item) => tieRow(item, actor.id))] : [];
      }),
      el("h3", {}, t("sentences")), ...bySpeaker(items.flatMap((item) => item.links)),
    ];
  }

  function act(path, label, onclick, pressed = null) {
    return el("button", { type: "button", class: "act", onclick, "data-key": label === "unpin" ? "pin" : label, "aria-pressed": pressed === null ? null : String(pressed) },
      icon(path, 17), el("span", {}, t(label)));
  }

  // -- several actors ---------------------------------------------------------------------------

  function severalCard(current) {
    const ids = current.chosen;
    const common = scene.common(ids, current);
    const among = data.ties.filter((tie) => tie.source !== tie.target && ids.includes(tie.source) && ids.includes(tie.target))
      .map((tie) => ({ tie, links: tie.links.filter((link) => scene.passes(link, current)) })).filter(({ links }) => links.length);
    return [
      heading(t("chosen", { n: ids.length })),
      ...ids.map((id) => actorRow(id)),
      el("div", { class: "acts" },
        ids.length === 2 ? act(PATH, "path_between", () => actions.findPath({ from: ids[0], to: ids[1] })) : null,
        act(EXPAND, "just_these", () => actions.isolate([...ids, ...common])),
        act(HIDE, "hide", () => actions.hide(ids))),
      el("h3", {}, t("between_them")), ...(among.length ? among.map((item) => tieRow(item)) : [el("p", { class: "sub" }, t("no_tie_between"))]),
      el("h3", {}, t("common", { n: common.length })),
      ...(common.length ? common.slice(0, MORE).flatMap((id) => commonRows(id, ids, current)) : [el("p", { class: "sub" }, t("no_common"))]),
    ];
  }

  function commonRows(id, ids, current) {
    const near = scene.neighbours(id, current);
    return [actorRow(id), ...ids.flatMap((each) => near.get(each) ?? []).map((item) => el("div", { class: "under" }, tieRow(item, id)))];
  }

  function actorRow(id) {
    const actor = data.actors[id];
    return el("button", { type: "button", class: "row", "data-key": `actor ${id}`, onclick: () => actions.goTo(id) },
      look.mark(actor.kind, look.bloc(actor.bloc)), el("strong", {}, actor.name), el("span", { class: "what" }, t(actor.kind)));
  }

  // -- one tie ----------------------------------------------------------------------------------

  function tieCard(tie, current) {
    const links = tie.links.filter((link) => scene.passes(link, current));
    const pair = data.actors[tie.source].ties.filter((each) => each !== tie && data.other(each, tie.source) === data.other(tie, tie.source));
    const others = pair.map((each) => ({ tie: each, links: each.links.filter((link) => scene.passes(link, current)) })).filter((item) => item.links.length);
    const [from, to] = [tie.source, tie.target].map((id) => data.actors[id]);
    const name = (actor) => button(actor.name, () => actions.goTo(actor.id), { class: "plain", key: `end ${actor.id}` });
    return [
      heading(name(from), el("span", { class: "arrow" }, arrow(tie)), name(to)),
      el("p", { class: "sub signed" }, look.stroke(tie.polarity), el("span", {}, [t(tie.polarity), ...counted(links)].join(" · "))),
      notes.field(notes.tieKey(tie)),
      ...bySpeaker(links),
      ...(others.length ? [el("h3", {}, t("also_between")), ...others.map((item) => tieRow(item))] : []),
    ];
  }

  function arrow(tie) {
    return tie.symmetric ? "↔" : "→";
  }

  function names(tie) {
    return `${data.actors[tie.source].name} ${arrow(tie)} ${data.actors[tie.target].name}`;
  }

  function counted(links) {
    return ["asserted", "possible", "negated"].map((how) => [how, links.filter((link) => link.factuality === how).length])
      .filter(([, n]) => n).map(([how, n]) => `${format(n)} ${t(how)}`);
  }

  /** A tie on one line; seen from an actor, only the other end is named. */
  function tieRow({ tie, links }, from = null) {
    const label = from === null ? names(tie)
      : `${tie.symmetric ? "↔" : tie.source === from ? "→" : "←"} ${data.actors[data.other(tie, from)].name}`;
    return el("button", { type: "button", class: "row", "data-key": `tie ${tie.id}`, onclick: () => actions.chooseTie(tie.id) },
      look.stroke(tie.polarity), el("span", { class: "label" }, el("span", {}, label), el("span", { class: "what" }, links[0].predicate)),
      el("span", { class: "count" }, format(links.length)));
  }

  // -- sentences --------------------------------------------------------------------------------

  function bySpeaker(links) {
    const groups = new Map();
    for (const link of links) {
      if (!groups.has(link.speaker)) groups.set(link.speaker, []);
      groups.get(link.speaker).push(link);
    }
    return [...groups].sort(([a], [b]) => (a !== null) - (b !== null)).map(([speaker, some]) => {
      const box = el("section", { class: "voice" }, voiceHeading(speaker, some.length));
      more(box, some, 0);
      return box;
    });
  }

  function voiceHeading(speaker, n) {
    const name = button(t("says", { name: speakerName(speaker) }), () => actions.listenTo(speaker ?? ""),
      { class: "plain", key: `voice ${speaker}`, title: t("world_hint", { name: speakerName(speaker) }) });
    return el("h3", {}, name, el("span", { class: "count" }, format(n)));
  }

  function more(box, links, from) {
    box.append(...links.slice(from, from + MORE).map(evidence));
    const left = links.length - from - MORE;
    if (left <= 0) return;
    const next = button(t("more_sentences", { n: left }), () => { next.remove(); more(box, links, from + MORE); }, { class: "wide" });
    box.append(next);
  }

  function speakerName(speaker) {
    return speaker === null || speaker === "" ? t("writer") : speaker === "unnamed" ? t("someone") : speaker;
  }

  function evidence(link) {
    const facts = [link.time, t("confidence_is", { percent: Math.round(link.confidence * 100) }), t("rule_is", { rule: link.rule })];
    return el("article", { class: "card", style: { "--polarity": `var(--${link.polarity})` } },
      el("p", { class: "claim" }, el("span", { class: `badge ${link.factuality}` }, t(link.factuality)),
        el("span", { title: data.relations[link.relation] }, `${data.actors[link.source].name} · ${link.predicate} · ${data.actors[link.target].name}`)),
      el("blockquote", {}, highlighted(data.sentence(link), link.spans)),
      el("p", { class: "meta" }, reference(link.document), ...facts.filter(Boolean).map((fact) => el("span", {}, fact))),
      inParagraph(link),
      button(t("copy_quotation"), () => copy(quotation(link)), { class: "plain small", "data-act": "copy" }));
  }

  /** The sentence with the words for source, target and predicate marked; where they overlap, the first wins. */
  function highlighted(text, [s0, s1, t0, t1, p0, p1]) {
    const spans = [[s0, s1, "source"], [t0, t1, "target"], [p0, p1, "predicate"]].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const pieces = [];
    let at = 0;
    for (const [from, to, role] of spans) {
      if (to <= at) continue;
      const begin = Math.max(from, at);
      pieces.push(text.slice(at, begin), el("mark", { class: role, title: t(role) }, text.slice(begin, to)));
      at = to;
    }
    return [...pieces, text.slice(at)];
  }

  function inParagraph(link) {
    const { text, from, to } = data.paragraph(link);
    if (text.trim().length <= to - from) return null;
    return el("details", {}, el("summary", {}, t("paragraph")),
      el("p", {}, text.slice(0, from), el("mark", { class: "sentence" }, text.slice(from, to)), text.slice(to)));
  }

  function cited({ publisher, title, key, date }) {
    return [publisher, title ?? key, date].filter(Boolean).join(", ");
  }

  /** Where the sentence stands, as a link if its document has a web address. */
  function reference(document) {
    return web(document.url) ? el("a", { href: document.url, target: "_blank", rel: "noopener noreferrer" }, cited(document))
      : el("span", {}, cited(document));
  }

  /** Whether a document's address is one of the web; any other (javascript:, data:, file:) is not followed. */
  function web(url) {
    return /^https?:\/\//i.test(url ?? "");
  }

  /** The sentence and where it stands, for somebody's article. */
  function quotation(link) {
    const { document } = link;
    const said = link.speaker ? ` (${t("says", { name: speakerName(link.speaker) })})` : "";
    return `“${data.sentence(link)}”${said} — ${[cited(document), web(document.url) ? document.url : null].filter(Boolean).join(". ")}`;
  }

  return { show, heading, names, speakerName, tieRow, actorRow, evidence };
})();
