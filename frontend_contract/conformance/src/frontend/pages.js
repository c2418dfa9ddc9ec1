// Every public page: what any reader and any machine may expect of it.

import { plain } from "./bench.js";

/** @typedef {import("./bench.js").FrontendTrial} Trial */
/** @typedef {import("./bench.js").Target} Target */

const HTML = { link: "https://html.spec.whatwg.org/multipage/" };
const WCAG = { rule: "WCAG 2.2, level AA, by axe-core", link: "https://www.w3.org/TR/WCAG22/" };
const METADATA = {
  rule: "The contract: `metadata` of the item",
  link: "https://developers.google.com/search/docs/appearance/structured-data/article",
};
const PRIVACY = {
  rule: "The contract, README: no cookies, no third parties",
  link: "https://gdpr.eu/cookies/",
};

/** @type {import("../checking.js").Check[]} */
export const publicPages = [
  {
    id: "page.status",
    asserts: "Every page is a 200 of the type text/html.",
    rule: "RFC 9110, section 15.3.1",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.3.1",
    run: status,
  },
  {
    id: "page.language",
    asserts: "`<html lang>` is the language of the item.",
    rule: "WCAG 2.2, 3.1.1",
    link: "https://www.w3.org/TR/WCAG22/#language-of-page",
    run: language,
  },
  {
    id: "page.heading",
    asserts: "A page has one `h1`, and the title of its item is in it.",
    rule: "HTML, section 4.3.11",
    ...HTML,
    run: heading,
  },
  {
    id: "page.title",
    asserts: "`<title>` names the item.",
    rule: "WCAG 2.2, 2.4.2",
    link: "https://www.w3.org/TR/WCAG22/#page-titled",
    run: title,
  },
  {
    id: "page.text",
    asserts: "All that the item says can be read on its page: headings, paragraphs, quotes, facts.",
    rule: "The contract: the document of the item",
    ...HTML,
    run: wholeText,
  },
  {
    id: "page.no-script",
    asserts: "Title and text are there without JavaScript.",
    rule: "The contract, README: pages are useful without JavaScript",
    ...HTML,
    run: noScript,
  },
  {
    id: "page.images",
    asserts: "Every image has an `alt`.",
    rule: "WCAG 2.2, 1.1.1",
    link: "https://www.w3.org/TR/WCAG22/#non-text-content",
    run: images,
  },
  {
    id: "page.console",
    asserts: "No script fails, and the console shows no error.",
    rule: "The contract, README",
    ...HTML,
    run: quietConsole,
  },
  {
    id: "page.reflow",
    asserts: "At 320 px nothing has to be scrolled sideways.",
    rule: "WCAG 2.2, 1.4.10",
    link: "https://www.w3.org/TR/WCAG22/#reflow",
    run: reflow,
  },
  {
    id: "head.canonical",
    asserts: "`<link rel=canonical>` is there once, and is the item’s `canonical_url`.",
    rule: "RFC 6596",
    link: "https://www.rfc-editor.org/rfc/rfc6596",
    run: canonical,
  },
  {
    id: "head.json-ld",
    asserts: "The JSON-LD is that of the API; it may say more.",
    ...METADATA,
    run: jsonLd,
  },
  {
    id: "head.meta",
    asserts: "Open Graph and card data are those of the API.",
    rule: "The Open Graph protocol; the contract: `metadata`",
    link: "https://ogp.me/",
    run: meta,
  },
  {
    id: "head.hreflang",
    asserts:
      "Every translation is linked by `hreflang`, with the page itself; the pages of this site answer in that language.",
    rule: "Google, localized versions",
    link: "https://developers.google.com/search/docs/specialty/international/localized-versions",
    run: hreflang,
  },
  {
    id: "privacy.cookies",
    asserts: "No page sets a cookie.",
    ...PRIVACY,
    run: cookies,
  },
  {
    id: "privacy.third-party",
    asserts:
      "No page loads anything from elsewhere than the site, the server, and the `origins` of the configuration.",
    ...PRIVACY,
    run: thirdParties,
  },
  {
    id: "a11y.light",
    asserts: "axe-core finds nothing, in light colours.",
    ...WCAG,
    run: (trial) => accessible(trial, "light", false),
  },
  {
    id: "a11y.dark",
    asserts: "axe-core finds nothing, in dark colours.",
    ...WCAG,
    run: (trial) => accessible(trial, "dark", false),
  },
  {
    id: "a11y.narrow",
    asserts: "axe-core finds nothing, at 320 px.",
    ...WCAG,
    run: (trial) => accessible(trial, "light", true),
  },
];

/** @param {Trial} trial @param {(sight: import("./bench.js").Sight, target: Target, item: any) => unknown} look */
async function each(trial, look) {
  for (const target of trial.pages)
    await look(await trial.bench.see(target.url), target, await trial.bench.item(target));
}

/** @param {any} item @returns {string} */
const nameOf = (item) => item.title ?? item.name;

/** @param {Trial} trial */
async function status(trial) {
  await each(trial, ({ status: seen, headers }, { url }) => {
    trial.same(seen, 200, url);
    const type = (headers["content-type"] ?? "").split(";")[0];
    trial.same(type, "text/html", `${url}, Content-Type`);
  });
}

/** @param {Trial} trial */
async function language(trial) {
  await each(trial, ({ head }, { url }, item) => {
    if (item) trial.same(head.lang.toLowerCase(), item.locale.toLowerCase(), `${url}, lang`);
    else trial.that(head.lang, { expected: "a language", seen: "none", where: `${url}, lang` });
  });
}

/** @param {Trial} trial */
async function heading(trial) {
  await each(trial, ({ head }, { url, name }, item) => {
    trial.same(head.headings.length, 1, `${url}, number of h1`);
    if (!item || /^front\b/.test(name)) return;
    const seen = head.headings.join(" / ");
    trial.that(plain(seen).includes(plain(nameOf(item))), {
      expected: nameOf(item),
      seen,
      where: `${url}, h1`,
    });
  });
}

/** @param {Trial} trial */
async function title(trial) {
  await each(trial, ({ head }, { url }, item) => {
    const expected = item ? (item.metadata?.title ?? nameOf(item)) : "";
    const holds = head.title && plain(head.title).includes(plain(expected));
    trial.that(holds, {
      expected: expected || "a title",
      seen: head.title || "none",
      where: `${url}, title`,
    });
  });
}

/** HTML as text. @param {string} html */
function textOf(html) {
  const entities = /** @type {Record<string, string>} */ ({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    nbsp: " ",
    "#x27": "'",
    "#39": "'",
  });
  return html.replace(/<[^>]+>/g, "\n").replace(/&(\w+|#x?\w+);/g, (whole, name) => entities[name] ?? whole);
}

/** What an item says, in pieces as they stand on a page. @param {any} item @returns {string[]} */
export function textsOf(item) {
  const pieces = [nameOf(item)];
  for (const block of item.body ?? []) {
    pieces.push(block.text, block.caption, block.speaker_name, ...(block.facts ?? []));
    if (block.html && block.type === "PARAGRAPH") pieces.push(...textOf(block.html).split("\n"));
  }
  for (const html of [item.opening, item.description]) if (html) pieces.push(...textOf(html).split("\n"));
  return pieces.filter((piece) => typeof piece === "string" && piece.trim().length > 2);
}

/** Whether all pieces can be read. @param {Trial} trial @param {string} text @param {string[]} pieces @param {string} where */
export function reads(trial, text, pieces, where) {
  for (const piece of pieces)
    trial.that(text.includes(plain(piece)), { expected: piece, seen: "not there", where });
}

/** @param {Trial} trial */
async function wholeText(trial) {
  await each(trial, ({ text }, { url, name }, item) => {
    if (item && !/^(front|topic|person)\b/.test(name)) reads(trial, text, textsOf(item), `${url}, the text`);
  });
}

/** @param {Trial} trial */
async function noScript(trial) {
  await each(trial, async (_, { url, name }, item) => {
    const { text } = await trial.bench.seePlain(url);
    if (item && !/^front\b/.test(name))
      reads(trial, text, textsOf(item).slice(0, 3), `${url}, without JavaScript`);
    else trial.that(text.length > 20, { expected: "text", seen: text, where: `${url}, without JavaScript` });
  });
}

/** @param {Trial} trial */
async function images(trial) {
  await each(trial, ({ head }, { url }) => trial.same(head.noAlt, [], `${url}, images without alt`));
}

/** @param {Trial} trial */
async function quietConsole(trial) {
  await each(trial, ({ errors }, { url }) => trial.same(errors, [], `${url}, errors`));
}

/** @param {Trial} trial */
async function reflow(trial) {
  await each(trial, async (_, { url }) => {
    const { width } = await trial.bench.axe(url, "light", true);
    trial.that(width <= 320, { expected: "320 px", seen: `${width} px`, where: `${url}, width` });
  });
}

/** @param {Trial} trial */
async function canonical(trial) {
  await each(trial, ({ head }, { url }, item) => {
    trial.same(head.canonical.length, 1, `${url}, number of canonical links`);
    const expected = item?.metadata?.canonical_url;
    if (expected) trial.same(head.canonical[0], new URL(expected).href, `${url}, canonical`);
  });
}

/** JSON-LD as a list of things. @param {string | null} text @returns {any[]} */
function things(text) {
  const told = JSON.parse(text ?? "");
  return Array.isArray(told) ? told : (told["@graph"] ?? [told]);
}

/** @param {Trial} trial */
async function jsonLd(trial) {
  await each(trial, ({ head }, { url }, item) => {
    const where = `${url}, JSON-LD`;
    if (!item?.metadata) return; // a page of a list, or of the site's own
    if (
      !trial.that(head.jsonLd.length, { expected: "a script with application/ld+json", seen: "none", where })
    )
      return;
    const shown = head.jsonLd.flatMap(things);
    for (const thing of things(item.metadata.json_ld)) {
      const alike = shown.find(
        (/** @type {any} */ each) => each["@type"] === thing["@type"] && each["@id"] === thing["@id"],
      );
      trial.same(alike ?? "not there", thing, `${where}, ${thing["@type"]}`);
    }
  });
}

/** @param {Trial} trial */
async function meta(trial) {
  await each(trial, ({ head }, { url }, item) => {
    const pairs = new Set(head.meta.map((/** @type {string[]} */ pair) => JSON.stringify(pair)));
    for (const { key, content } of item?.metadata?.tags ?? []) {
      const others = head.meta
        .filter((/** @type {string[]} */ pair) => pair[0] === key)
        .map((/** @type {string[]} */ pair) => pair[1]);
      trial.that(pairs.has(JSON.stringify([key, content])), {
        expected: content,
        seen: others.join(" / ") || "none",
        where: `${url}, ${key}`,
      });
    }
  });
}

/** @param {Trial} trial */
async function hreflang(trial) {
  await each(trial, async ({ head }, { url }, item) => {
    if (!item?.translations?.length) return;
    const linked = new Map(
      head.alternates.map((/** @type {string[]} */ [name, href]) => [name.toLowerCase(), href]),
    );
    for (const locale of [item.locale, ...item.translations.map((/** @type {any} */ each) => each.locale)]) {
      const href = linked.get(locale.toLowerCase());
      const where = `${url}, hreflang ${locale}`;
      if (!trial.that(href, { expected: "a link", seen: [...linked.keys()].join() || "none", where }))
        continue;
      if (new URL(href).origin !== new URL(url).origin) continue;
      const { status: seen, head: there } = await trial.bench.see(href);
      trial.same([seen, there.lang.toLowerCase()], [200, locale.toLowerCase()], `${where}: ${href}`);
    }
  });
}

/** @param {Trial} trial */
async function cookies(trial) {
  await each(trial, ({ cookies: seen }, { url }) =>
    trial.same(
      seen.map((each) => each.name),
      [],
      `${url}, cookies`,
    ),
  );
}

/** @param {Trial} trial */
async function thirdParties(trial) {
  const known = [trial.config.server, ...trial.pages.map(({ url }) => url), ...(trial.config.origins ?? [])];
  const allowed = new Set(known.map((address) => new URL(address).origin));
  await each(trial, ({ requests }, { url }) => {
    const foreign = requests.filter(
      (address) => /^(https?|wss?):/.test(address) && !allowed.has(new URL(address).origin),
    );
    trial.same(foreign, [], `${url}, requests to others`);
  });
}

/** @param {Trial} trial @param {"light" | "dark"} colours @param {boolean} narrow */
async function accessible(trial, colours, narrow) {
  for (const { url } of trial.pages) {
    const { violations } = await trial.bench.axe(url, colours, narrow);
    for (const { id, help, link, at } of violations)
      trial.add(url, "no violation", `${id}: ${help} (${link}) at ${at.join(", ")}`);
  }
}
