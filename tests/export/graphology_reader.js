// Reads a GraphML or GEXF file with graphology's parsers and prints the graph as JSON.
const fs = require("fs");
const { MultiGraph } = require("graphology");
const { DOMParser, Document } = require("@xmldom/xmldom");

const path = process.argv[2];
const format = path.endsWith(".gexf") ? "gexf" : "graphml";
const parse = require(`graphology-${format}/common/parser.js`)(
  class extends DOMParser {},
  Document ?? new DOMParser().parseFromString("<a/>", "text/xml").constructor,
);
process.stdout.write(JSON.stringify(parse(MultiGraph, fs.readFileSync(path, "utf8")).export()));
