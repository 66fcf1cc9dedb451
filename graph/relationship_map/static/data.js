// data.js: what does the file hold? Actors, ties, links and sentences, as objects that know each other.
"use strict";

const data = (() => {
  const raw = JSON.parse(byId("contents").textContent);
  const picture = JSON.parse(byId("picture").textContent);
  const WORDS = new Set(["predicate", "speaker", "time", "since", "until"]);

  /** A class whose fields are read off the rows of a table when they are asked for: no cost for what is not looked at. */
  function rowsOf({ fields }) {
    class Row {
      constructor(row, id) {
        this.row = row;
        this.id = id;
      }
    }
    fields.forEach((field, i) => Object.defineProperty(Row.prototype, field, {
      get: WORDS.has(field) ? function word() { return raw.words[this.row[i]]; } : function value() { return this.row[i]; },
      configurable: true,
    }));
    return Row;
  }

  const objects = (Row, table) => table.rows.map((row, id) => new Row(row, id));
  const documents = objects(rowsOf(raw.documents), raw.documents);
  const manners = objects(rowsOf(raw.manners), raw.manners);

  class Link extends rowsOf(raw.links) {
    get document() { return documents[raw.sentences.rows[this.row[SENTENCE]][DOCUMENT]]; }
    /** The ISO date a link stands at: its own time, else its document's. */
    get when() { return this.since ?? this.document.date; }
  }
  const SENTENCE = raw.links.fields.indexOf("sentence");
  const DOCUMENT = raw.sentences.fields.indexOf("document");
  const MANNER = raw.links.fields.indexOf("manner");
  for (const field of raw.manners.fields)
    Object.defineProperty(Link.prototype, field, { get() { return manners[this.row[MANNER]][field]; } });
  const links = objects(Link, raw.links);
  const sentences = objects(rowsOf(raw.sentences), raw.sentences);

  const actors = raw.actors.map((actor, id) => ({ id, aliases: [], ...actor, bloc: raw.blocs[id], radius: raw.radii[id], ties: [] }));
  const ties = raw.ties.rows.map(([source, target, polarity, symmetric, ids], id) => {
    const tie = { id, source, target, polarity: raw.polarities[polarity], symmetric: Boolean(symmetric), links: ids.map((each) => links[each]) };
    actors[source].ties.push(tie);
    if (target !== source) actors[target].ties.push(tie);
    for (const link of tie.links) link.tie = tie;
    return tie;
  });
  const byName = new Map(actors.map((actor) => [actor.name, actor]));

  /** The sentence of a link. */
  function sentence(link) {
    const { text, from, to } = paragraph(link);
    return text.slice(from, to);
  }

  /** The paragraph of a link, and where its sentence stands in it. */
  function paragraph(link) {
    const { paragraph: text, from, to } = sentences[link.sentence];
    return { text: raw.paragraphs[text], from, to };
  }

  /** Where a link's sentence begins in its document, in characters. */
  function offset(link) {
    return sentences[link.sentence].start;
  }

  /** The other end of a tie. */
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
