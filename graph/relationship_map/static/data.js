// data.js: what does the file hold? Actors, ties, links and sentences, as objects that know each other.
"use strict";

const data = (() => {
  const read = (id) => JSON.parse(byId(id).textContent);
  const { fields, first, actors: people, polarities, relations, focus, limit, fingerprint } = read("contents");
  const picture = read("picture");
  const { words, manners, paragraphs } = first;
  const WORDS = new Set(["predicate", "speaker", "time", "since", "until"]);

  /** A class whose fields are read off a row when they are asked for: no cost for what is not looked at. */
  function rowClass(table) {
    class Row {
      constructor(row, id) {
        this.row = row;
        this.id = id;
      }
    }
    fields[table].forEach((field, i) => Object.defineProperty(Row.prototype, field, {
      get: WORDS.has(field) ? function word() { return words[this.row[i]]; } : function value() { return this.row[i]; },
    }));
    return Row;
  }

  const Document = rowClass("documents");
  const Sentence = rowClass("sentences");
  class Link extends rowClass("links") {
    get document() { return documents[sentences[this.sentence].document]; }
    /** The ISO date a link stands at: its own time, else its document's. */
    get when() { return this.since ?? this.document.date; }
  }
  fields.manners.forEach((field, i) => Object.defineProperty(Link.prototype, field, { get() { return manners[this.manner][i]; } }));

  const documents = [];
  const sentences = [];
  const links = [];
  const ties = [];
  const actors = people.map((person, id) => ({ id, aliases: {}, ...person, ties: [] }));
  const byName = new Map(actors.map((actor) => [actor.name, actor]));

  function add(rows) {
    const extend = (list, Row, more) => more.forEach((row) => list.push(new Row(row, list.length)));
    for (const [list, more] of [[words, rows.words], [manners, rows.manners], [paragraphs, rows.paragraphs]])
      if (list !== more) for (const each of more) list.push(each);
    extend(documents, Document, rows.documents);
    extend(sentences, Sentence, rows.sentences);
    let next = links.length;
    extend(links, Link, rows.links);
    for (const [source, target, polarity, symmetric, count] of rows.ties) {
      const tie = { id: ties.length, source, target, polarity: polarities[polarity], symmetric: Boolean(symmetric), links: links.slice(next, next + count) };
      next += count;
      ties.push(tie);
      actors[source].ties.push(tie);
      if (target !== source) actors[target].ties.push(tie);
      for (const link of tie.links) link.tie = tie;
    }
  }

  /** The sentence of a link. */
  function sentence(link) {
    const { text, from, to } = paragraph(link);
    return text.slice(from, to);
  }

  /** The paragraph of a link, and where its sentence stands in it. */
  function paragraph(link) {
    const { paragraph: text, from, to } = sentences[link.sentence];
    return { text: paragraphs[text], from, to };
  }

  /** Where a link's sentence begins in its document, in characters. */
  function offset(link) {
    return sentences[link.sentence].start;
  }

  /** The other end of a tie. */
  function other(tie, actor) {
    return tie.source === actor ? tie.target : tie.source;
  }

  add(first);
  return {
    actors, ties, links, documents, byName, sentence, paragraph, offset, other, picture, limit, relations, fingerprint,
    /** What the first picture did not need, once the browser has read to the end of the file. */
    readRest: () => add(read("rest")),
    first: picture.nodes.map((node) => node.id),
    ranked: (most) => actors.slice(0, most).map((actor) => actor.id),
    focus: focus === null ? null : byName.get(focus).id,
  };
})();
