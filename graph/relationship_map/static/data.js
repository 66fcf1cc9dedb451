// data.js: what does the file hold? Actors, ties, links and sentences, as objects that know each other.
"use strict";

const data = (() => {
  const raw = JSON.parse(byId("contents").textContent);
  const picture = JSON.parse(byId("picture").textContent);

  /** Rows of a table as objects by field name. */
  function objects({ fields, rows }) {
    return rows.map((row, id) => {
      const object = { id };
      fields.forEach((field, i) => { object[field === "id" ? "key" : field] = row[i]; });
      return object;
    });
  }

  const WORDS = ["predicate", "relation", "polarity", "factuality", "speaker", "time", "since", "until", "kind", "rule"];
  const documents = objects(raw.documents);
  const sentences = objects(raw.sentences);
  const links = objects(raw.links);
  for (const link of links) {
    for (const field of WORDS) link[field] = raw.words[link[field]];
    link.document = documents[sentences[link.sentence].document];
    link.when = link.since ?? link.document.date;
  }

  const actors = raw.actors.map((actor, id) => ({
    id, aliases: [], ...actor, bloc: raw.blocs[id], radius: raw.radii[id], ties: [],
  }));
  const ties = objects(raw.ties);
  for (const tie of ties) {
    tie.links = tie.links.map((id) => links[id]);
    actors[tie.source].ties.push(tie);
    if (tie.target !== tie.source) actors[tie.target].ties.push(tie);
    for (const link of tie.links) link.tie = tie;
  }
  const byName = new Map(actors.map((actor) => [actor.name, actor]));

  /** The sentence of a link. */
  function sentence(link) {
    const { paragraph, from, to } = sentences[link.sentence];
    return raw.paragraphs[paragraph].slice(from, to);
  }

  /** The paragraph of a link, and where its sentence stands in it. */
  function paragraph(link) {
    const row = sentences[link.sentence];
    return { text: raw.paragraphs[row.paragraph], from: row.from, to: row.to };
  }

  /** Where a link's sentence begins in its document, in characters. */
  function offset(link) {
    return sentences[link.sentence].start;
  }

  function other(tie, actor) {
    return tie.source === actor ? tie.target : tie.source;
  }

  return {
    actors, ties, links, documents, byName, sentence, paragraph, offset, other, picture,
    first: picture.nodes.map((node) => node.id), ranked: (limit) => actors.slice(0, limit).map((actor) => actor.id),
    limit: raw.limit, relations: raw.relations, fingerprint: raw.fingerprint,
    focus: raw.focus === null ? null : byName.get(raw.focus).id,
  };
})();
