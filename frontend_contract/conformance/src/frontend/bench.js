// A browser, and what it saw of each page: every page is visited once, the checks read what was seen.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { Findings, Skip, Unreadable } from "../checking.js";
import { Server } from "../http.js";

/**
 * A page to test: its address, and the id of the item that it shows.
 * @typedef {{ name: string, url: string, id?: string, [more: string]: any }} Target
 */

/**
 * What a browser saw of a page.
 * @typedef {object} Sight
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string} text What can be read, in lower case and with single spaces.
 * @property {string[]} requests Addresses of all that it loaded.
 * @property {string[]} errors What the console and the scripts complained of.
 * @property {any[]} cookies
 * @property {any} head
 */

const BROWSER = "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-gpu",
];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 720 };
const SETTLE_MILLISECONDS = 300;
const LONGEST = 30_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Which list of REST holds what a page of this name shows; the name may go on after a hyphen. @type {[RegExp, string][]} */
const LISTS = [
  [/^(front|newsroom)\b/, "newsrooms"],
  [/^(release|corrected)\b/, "releases"],
  [/^asset\b/, "assets"],
  [/^press-kit\b/, "press-kits"],
  [/^discussion\b/, "discussions"],
  [/^person\b/, "people"],
  [/^topic\b/, "topics"],
];

/** Text as it is compared: case is a matter of style, and so are spaces. @param {string} text */
export const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

/** A check of a frontend while it runs. */
export class FrontendTrial extends Findings {
  /** @param {FrontendBench} bench */
  constructor(bench) {
    super();
    this.bench = bench;
    this.config = bench.config;
  }

  /** The pages that are public. @returns {Target[]} */
  get pages() {
    return this.bench.pages;
  }

  /** A part of the configuration; skips the check where it is not there. @param {string} name @returns {any} */
  need(name) {
    const given = this.config[name];
    if (!given) throw new Skip(`needs \`${name}\` in the configuration`);
    return typeof given === "string" ? { url: given } : given;
  }
}

/** All that the checks of one run share. */
export class FrontendBench {
  /** @param {any} config @param {any} browser @param {any} options */
  constructor(config, browser, options) {
    this.config = config;
    this.browser = browser;
    this.options = { only: [], checkSeconds: 120, seconds: 900, ...options };
    this.server = new Server(config.server);
    /** @type {(() => Promise<void>)[]} */
    this.undo = [];
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    this.pages = Object.entries(config.pages ?? {}).map(([name, page]) => ({
      name,
      .../** @type {any} */ (typeof page === "string" ? { url: page } : page),
    }));
    if (config.corrected) this.pages.push({ name: "corrected", ...config.corrected });
  }

  /** @param {string} name @param {() => Promise<any>} make @returns {Promise<any>} */
  once(name, make) {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return /** @type {Promise<any>} */ (this.kept.get(name));
  }

  /** The item that a page shows, as REST has it, with its metadata; null where no id is given. @param {Target} target @returns {Promise<any>} */
  item(target) {
    return this.once(`item ${target.name}`, async () => {
      const list = LISTS.find(([name]) => name.test(target.name))?.[1];
      if (!target.id || !list) return null;
      const [whole, head] = [
        await this.server.api(`/${list}/${target.id}`),
        await this.server.api(`/${list}/${target.id}?fields=metadata`),
      ];
      if (whole.status !== 200)
        throw new Unreadable(
          `${whole.asked} answered ${whole.status}: is the id of the page ${target.name} right?`,
        );
      return { ...whole.json, metadata: head.status === 200 ? head.json.metadata : undefined };
    });
  }

  /** What is seen of an address. @param {string} url @returns {Promise<Sight>} */
  see(url) {
    return this.once(`see ${url}`, () => this.visit(url, {}, look));
  }

  /** The same without JavaScript. @param {string} url @returns {Promise<Sight>} */
  seePlain(url) {
    return this.once(`plain ${url}`, () => this.visit(url, { javaScriptEnabled: false }, look));
  }

  /** What axe-core finds at an address. @param {string} url @param {"light" | "dark"} colours @param {boolean} [narrow] @returns {Promise<{ violations: any[], width: number }>} */
  axe(url, colours, narrow = false) {
    const how = { colorScheme: colours, viewport: narrow ? NARROW : WIDE };
    return this.once(`axe ${url} ${colours} ${narrow}`, () => this.visit(url, how, examine));
  }

  /**
   * Open an address in a browser that knows nothing yet.
   * @template T @param {string} url @param {any} how @param {(page: any, seen: any) => Promise<T>} use @returns {Promise<T>}
   */
  async visit(url, how, use) {
    const context = await this.browser.newContext({
      viewport: WIDE,
      colorScheme: "light",
      reducedMotion: "reduce",
      ...how,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    const seen = { requests: /** @type {string[]} */ ([]), errors: /** @type {string[]} */ ([]) };
    page.on("request", (/** @type {any} */ request) => seen.requests.push(request.url()));
    page.on("pageerror", (/** @type {Error} */ error) => seen.errors.push(error.message));
    page.on(
      "console",
      (/** @type {any} */ message) => message.type() === "error" && seen.errors.push(message.text()),
    );
    try {
      const response = await page.goto(url, { waitUntil: "load" });
      await page.waitForTimeout(this.config.settleMilliseconds ?? SETTLE_MILLISECONDS);
      return await use(page, {
        ...seen,
        status: response.status(),
        headers: await response.allHeaders(),
        cookies: await context.cookies(),
      });
    } catch (error) {
      throw new Unreadable(`${url}: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
    } finally {
      await context.close();
    }
  }
}

/** What a page shows and says of itself. @param {any} page @param {any} seen @returns {Promise<Sight>} */
async function look(page, seen) {
  const head = await page.evaluate(() => {
    const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
    return {
      title: document.title,
      lang: document.documentElement.lang,
      headings: all("h1").map((each) => each.textContent?.trim()),
      canonical: all("link[rel=canonical]").map((each) => /** @type {HTMLLinkElement} */ (each).href),
      alternates: all("link[rel=alternate][hreflang]").map((each) => [
        each.getAttribute("hreflang"),
        /** @type {HTMLLinkElement} */ (each).href,
      ]),
      jsonLd: all("script[type='application/ld+json']").map((each) => each.textContent),
      meta: all("meta[property], meta[name]").map((each) => [
        each.getAttribute("property") ?? each.getAttribute("name"),
        each.getAttribute("content"),
      ]),
      noAlt: all("img:not([alt])").map((each) => /** @type {HTMLImageElement} */ (each).src),
    };
  });
  const text = await page.evaluate(() => document.body?.innerText ?? "");
  return { ...seen, head, text: plain(text) };
}

/** What axe-core says of a page, and how wide it is. @param {any} page */
async function examine(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const found = await /** @type {any} */ (window).axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map((/** @type {any} */ each) => ({
      id: each.id,
      help: each.help,
      link: each.helpUrl,
      at: each.nodes.slice(0, 3).map((/** @type {any} */ node) => node.target.join(" ")),
    }));
  });
  return { violations, width: await page.evaluate(() => document.documentElement.scrollWidth) };
}

/** @param {string} executablePath */
export const openBrowser = (executablePath) => chromium.launch({ executablePath, args: ARGUMENTS });

/**
 * Read a configuration and start the browser.
 * @param {any} config
 * @param {{ chromium?: string, limits: any, only?: string[], refuse: (reason: string) => Error }} how
 */
export async function openBench(config, { chromium: path, limits, refuse }) {
  const executablePath = path ?? config.chromium ?? BROWSER;
  if (!/^https?:/.test(config.server ?? ""))
    throw refuse("The configuration needs `server`, the address of the API.");
  if (!config.pages || Object.keys(config.pages).length === 0)
    throw refuse("The configuration needs `pages`.");
  if (!existsSync(executablePath))
    throw refuse(`There is no browser at ${executablePath}; say where by --chromium.`);
  const browser = await openBrowser(executablePath);
  const bench = new FrontendBench(config, browser, limits);
  return { bench, make: () => new FrontendTrial(bench), close: () => browser.close() };
}
