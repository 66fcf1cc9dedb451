// dom.js: how is a piece of the page made? Elements with text that can never become markup.
"use strict";

const texts = JSON.parse(document.getElementById("texts").textContent);

/** The text `key`, with {names} filled in; a missing text shows its key, so that it is seen. */
function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => format(values[name] ?? whole));
}

function format(value) {
  return typeof value === "number" ? value.toLocaleString(texts.lang) : String(value);
}

function byId(id) {
  return document.getElementById(id);
}

/** An element: `on…` properties are listeners, `style` an object, the rest attributes; children are nodes or text. */
function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A line icon out of path data, 24 units wide; hidden from screen readers, which read the button's label. */
function icon(path, size = 18) {
  return svg("svg", { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true", class: "icon" },
    svg("path", { d: path }));
}

/** Tell a screen reader what has changed. */
function announce(text) {
  byId("live").textContent = text;
}

function download(name, type, content) {
  const link = el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
