// dom.js: how is a piece of the page made? Elements with text that can never become markup.
"use strict";

const texts = JSON.parse(document.getElementById("texts").textContent);

const plural = new Intl.PluralRules(texts.lang);

/**
 * The text `key`, with {names} filled in, and [one|more] chosen by the number before it.
 * A missing text shows its key, so that it is seen.
 */
function t(key, values = {}) {
  let number = 1;
  return (texts[key] ?? key).replace(/\{(\w+)\}|\[([^|\]]*)\|([^\]]*)\]/g, (whole, name, one, more) => {
    if (name === undefined) return plural.select(number) === "one" ? one : more;
    if (typeof values[name] === "number") number = values[name];
    return format(values[name] ?? whole);
  });
}

function format(value) {
  return typeof value === "number" ? value.toLocaleString(texts.lang) : String(value);
}

function byId(id) {
  return document.getElementById(id);
}

/** An element: `on…` properties are listeners, `style` an object of custom properties, the rest attributes. */
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

/** A button of the page; `key` keeps the focus on it when its surroundings are drawn anew. */
function button(label, onclick, { key = null, path = null, ...more } = {}, ...children) {
  const content = path ? [icon(path)] : children.length ? children : [label];
  return el("button", { type: "button", onclick, "data-key": key, ...(path && { "aria-label": label, title: label }), ...more }, content);
}

/** Replace the children of a box without losing the reader's place: focus stays on what bears the same key. */
function refill(box, ...children) {
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const top = box.scrollTop;
  box.replaceChildren(...children.flat().filter(Boolean));
  box.scrollTop = top;
  if (key !== undefined) [...box.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key)?.focus();
}

/** Text without the control characters that XML 1.0 has no way to write. */
function legal(text) {
  return String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}

/** Tell a screen reader what has changed. */
function announce(text) {
  byId("live").textContent = text;
}

function download(name, type, content) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = el("a", { download: name, href: URL.createObjectURL(blob) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Put text on the clipboard, also where the page may not ask for it (inside a notebook). */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { class: "unseen" });
    document.body.append(area);
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  announce(t("copied"));
  byId("toast").textContent = t("copied");
  setTimeout(() => { byId("toast").textContent = ""; }, 1800);
}
