// look.js: what does it look like? Shapes and icons by kind, colours by bloc, colour and dash by polarity.
"use strict";

const look = (() => {
  // Outlines in a box from -1 to 1. Kinds that act alike share an outline; the icon tells them apart.
  const CIRCLE = "M0-1A1 1 0 0 1 0 1A1 1 0 0 1 0-1Z";
  const TILE = "M-.62-.92H.62Q.92-.92 .92-.62V.62Q.92 .92 .62 .92H-.62Q-.92 .92-.92 .62V-.62Q-.92-.92-.62-.92Z";
  const HEXAGON = "M-.52-.95H.52L1.06 0L.52 .95H-.52L-1.06 0Z";
  const SHIELD = "M-.9-.82Q-.42-.8 0-1.04Q.42-.8 .9-.82V.08Q.84 .74 0 1.1Q-.84 .74-.9 .08Z";
  const DIAMOND = "M0-1.16L1.16 0L0 1.16L-1.16 0Z";
  const ARCH = "M-.86 .94V-.1A.86 .88 0 0 1 .86-.1V.94Z";

  // Icons in a box of 24, drawn as lines.
  const FLAG = "M7 20V4M7 5C10 3.4 13 6.6 17.5 5V13C13 14.6 10 11.4 7 13";
  const BUST = "M12 12.2A3.8 3.8 0 1 0 12 4.6A3.8 3.8 0 0 0 12 12.2ZM5 20C5.6 15.8 8.4 14.4 12 14.4S18.4 15.8 19 20";
  const COLUMNS = "M4 9.5L12 4.5L20 9.5ZM6.5 12V17.5M12 12V17.5M17.5 12V17.5M4.5 20H19.5";
  const CHEVRONS = "M6 9L12 5L18 9M6 14L12 10L18 14M6 19L12 15L18 19";
  const FLAME = "M12 3.5C13 8 18 9.5 18 14.2A6 6 0 0 1 6 14.2C6 11.6 7.6 10.4 8.6 8.8C9.4 11 10.6 11 11 10.4C11.8 8.6 11.4 6 12 3.5Z";
  const BALLOT = "M5 11V20H19V11ZM9 11V4H15V11M10.8 7.2H13.2";
  const GLOBE = "M12 20A8 8 0 1 0 12 4A8 8 0 0 0 12 20ZM4 12H20M12 4C8.6 7.6 8.6 16.4 12 20C15.4 16.4 15.4 7.6 12 4Z";
  const NODES = "M12 8.6A2.3 2.3 0 1 0 12 4A2.3 2.3 0 0 0 12 8.6ZM6 20A2.3 2.3 0 1 0 6 15.4A2.3 2.3 0 0 0 6 20ZM18 20A2.3 2.3 0 1 0 18 15.4A2.3 2.3 0 0 0 18 20ZM12 8.6V12.4M6 15.4L12 12.4L18 15.4";
  const BRIEFCASE = "M4 8.5H20V19H4ZM9 8.5V5.5H15V8.5M4 13H20";
  const NEWSPAPER = "M5 5H16V19H7A2 2 0 0 1 5 17ZM16 9H19V17A2 2 0 0 1 17 19H15M8 9H13M8 12H13M8 15H13";
  const CROWD = "M9 11.4A3.2 3.2 0 1 0 9 5A3.2 3.2 0 0 0 9 11.4ZM3.5 19C4 15.4 6 13.6 9 13.6S14 15.4 14.5 19M16 11.4A2.6 2.6 0 1 0 15 6.3M16.4 13.8C19 14.2 20.3 16 20.7 19";
  const PIN = "M12 20.5C8 15.6 6.2 12.6 6.2 9.8A5.8 5.8 0 0 1 17.8 9.8C17.8 12.6 16 15.6 12 20.5ZM12 11.8A2.1 2.1 0 1 0 12 7.6A2.1 2.1 0 0 0 12 11.8Z";
  const QUESTION = "M8.6 9A3.4 3.4 0 1 1 12 12.6V14.6M12 18V18.4";

  const KINDS = {
    "country": { outline: CIRCLE, icon: FLAG },
    "region": { outline: CIRCLE, icon: PIN },
    "people": { outline: CIRCLE, icon: CROWD },
    "person": { outline: ARCH, icon: BUST },
    "government body": { outline: TILE, icon: COLUMNS },
    "armed force": { outline: SHIELD, icon: CHEVRONS },
    "armed group": { outline: DIAMOND, icon: FLAME },
    "party": { outline: TILE, icon: BALLOT },
    "international organisation": { outline: HEXAGON, icon: GLOBE },
    "organisation": { outline: HEXAGON, icon: NODES },
    "company": { outline: HEXAGON, icon: BRIEFCASE },
    "media": { outline: HEXAGON, icon: NEWSPAPER },
    "generic": { outline: CIRCLE, icon: QUESTION },
  };
  // Dash patterns in screen units; the colours are in style.css, one set for light and one for dark.
  const DASHES = { cooperative: false, hostile: [11, 6], neutral: [2.5, 5.5] };
  const BLOC_COLOURS = 7;
  const FAINT = 0.1;

  const themes = matchMedia("(prefers-color-scheme: dark)");
  let colours = {};

  /** Read the colours of the theme in force. */
  function refresh() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(`--${name}`).trim();
    colours = {
      paper: value("canvas"), ink: value("ink"), quiet: value("quiet"), glyph: value("glyph"), accent: value("accent"),
      ties: Object.fromEntries(Object.keys(DASHES).map((polarity) => [polarity, value(polarity)])),
      blocs: Array.from({ length: BLOC_COLOURS }, (_, i) => value(`bloc-${i}`)), none: value("bloc-none"),
    };
  }

  function kind(name) {
    return KINDS[name] ?? KINDS.generic;
  }

  function bloc(index) {
    return index < 0 ? colours.none : colours.blocs[index % BLOC_COLOURS];
  }

  /** How vis-network draws a tie; `bow` bends it so that ties of one pair part. */
  function tie({ tie: { polarity, symmetric }, links, weight }, bow, { faint, strong }) {
    const width = Math.min(9, 1 + Math.sqrt(links.length) * 1.1) + (strong ? 1.4 : 0);
    const sure = links.some((link) => link.factuality === "asserted");
    return {
      width,
      color: { color: colours.ties[polarity], opacity: faint ? FAINT : sure ? 0.85 : 0.5, inherit: false },
      dashes: DASHES[polarity],
      arrows: { to: { enabled: !symmetric, scaleFactor: 0.5 + 0.3 / width } },
      smooth: bow ? { enabled: true, type: bow > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bow) } : { enabled: false },
    };
  }

  /** An actor's mark as inline SVG, for panels and the legend. */
  function mark(name, colour, size = 22) {
    const { outline, icon: path } = kind(name);
    return svg("svg", { viewBox: "-1.25 -1.25 2.5 2.5", width: size, height: size, "aria-hidden": "true", class: "mark" },
      svg("path", { d: outline, fill: colour }),
      svg("path", { d: path, transform: "scale(.058) translate(-12 -12)", class: "glyph" }));
  }

  /** A tie's stroke as inline SVG. */
  function stroke(polarity) {
    return svg("svg", { viewBox: "0 0 34 10", width: 34, height: 10, "aria-hidden": "true", class: "stroke" },
      svg("path", { d: "M1 5H33", stroke: `var(--${polarity})`, "stroke-width": 2.6,
        "stroke-dasharray": (DASHES[polarity] || []).join(" ") }));
  }

  return { KINDS, DASHES, FAINT, themes, refresh, kind, bloc, tie, mark, stroke, colours: () => colours };
})();
