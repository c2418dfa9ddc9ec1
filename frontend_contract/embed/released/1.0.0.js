/* The newsroom on any page: <newsroom-releases>, <newsroom-release>, <newsroom-quote> and <newsroom-thread>.
 * One module, so that one integrity value covers it, as it is written. README.md says how it is used. */

export const version = "1.0.0";

const HOME = import.meta.url.replace(/\/embed\/[^?#]*([?#].*)?$/, "");
const API = "/api/v1";
const KINDS = ["PRESS_RELEASE", "NEWS", "BLOG_POST", "STATEMENT", "EVENT"];

/* Words: key, English, Swedish. */
const WORDS = Object.fromEntries(
  `PRESS_RELEASE|Press release|Pressmeddelande
NEWS|News|Nyhet
BLOG_POST|Blog post|Blogginlägg
STATEMENT|Statement|Uttalande
EVENT|Event|Evenemang
pinned|Highlighted|Utvalt
corrected|Corrected|Rättad
more|Show more|Visa fler
none|Nothing here yet.|Här finns inget än.
whole|In the newsroom|I pressrummet
facts|Facts|Fakta
table|Table|Tabell
transcript|Transcript|Utskrift
contact|Contact|Kontakt
signUp|Sign up|Anmäl dig
withdrawn|Withdrawn|Tillbakadraget
quoteGone|The release has this quote no more.|Meddelandet har inte kvar citatet.
missing|Nothing public is here, or not any more.|Här finns inget offentligt, eller inte längre.
wrong|The page asks for the newsroom wrongly.|Sidan frågar efter pressrummet på fel sätt.
down|The newsroom does not answer. We try again.|Pressrummet svarar inte. Vi försöker igen.
offline|You are offline: this may be out of date.|Du är frånkopplad: det här kan vara inaktuellt.
comments|Comments: {}|Kommentarer: {}
order|Order|Ordning
newest|Newest first|Nyast först
oldest|Oldest first|Äldst först
reactions|Most reactions first|Flest reaktioner först
official|Official answer|Officiellt svar
answered|Answered by {}|Besvarad av {}
edited|edited|ändrad
WITHDRAWN|Withdrawn by its author|Återtagen av författaren
REMOVED|Removed by an editor|Borttagen av en redaktör
reply|Reply|Svara
replyTo|Reply to {}|Svara {}
report|Report|Anmäl
replies|All replies: {}|Alla svar: {}
edit|Edit|Ändra
withdraw|Withdraw|Återta
sure|Withdraw for good?|Återta för gott?
cancel|Cancel|Avbryt
write|Write a comment|Skriv en kommentar
send|Send|Skicka
about|More about you|Mer om dig
optional|optional|frivilligt
rules|Before you write|Innan du skriver
fill|Fill this in.|Fyll i det här.
email|Write an address such as name@example.com.|Skriv en adress som namn@example.com.
url|Write an address such as https://example.com.|Skriv en adress som https://example.com.
most|At most {} characters.|Högst {} tecken.
sending|Sending …|Skickar …
PUBLISHED|Thank you. Your comment is published.|Tack. Kommentaren är publicerad.
HELD|Thank you. An editor reads it before it shows.|Tack. En redaktör läser den innan den visas.
reported|Thank you. An editor reads it.|Tack. En redaktör läser den.
wait|Too fast: try again in {} seconds.|För fort: försök igen om {} sekunder.
unsent|Not sent. Your text is kept: try again.|Inte skickat. Din text är kvar: försök igen.
check|Look at the marked fields.|Se över de markerade fälten.
CLOSED|Closed for new comments.|Stängt för nya kommentarer.
opens|Opens {}.|Öppnar {}.
fresh|New comment: {}|Ny kommentar: {}
like|Like|Gilla
heart|Love|Hjärta
insightful|Insightful|Tänkvärt`
    .split("\n")
    .map((line) => line.split("|"))
    .map(([key, ...words]) => [key, words]),
);

/* Looks, or variables of the page */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host {
  display: block; container-type: inline-size; line-height: 1.55; overflow-wrap: anywhere;
  --ink: var(--newsroom-ink, currentColor); --link: var(--newsroom-link, LinkText);
  --soft: var(--newsroom-soft, color-mix(in srgb, var(--ink) 78%, transparent));
  --line: var(--newsroom-line, color-mix(in srgb, var(--ink) 22%, transparent));
  --edge: var(--newsroom-edge, color-mix(in srgb, var(--ink) 60%, transparent));
  --tint: var(--newsroom-tint, color-mix(in srgb, var(--ink) 6%, transparent));
  --notice: var(--newsroom-notice, color-mix(in srgb, #d9a521 20%, transparent));
  --brand: var(--newsroom-brand, CanvasText); --on-brand: var(--newsroom-on-brand, Canvas);
  --round: var(--newsroom-radius, 6px); --gap: var(--newsroom-gap, 1.5rem);
}
[hidden], :host([hidden]), .trap { display: none; }
.root {
  color: var(--ink); background: var(--newsroom-paper, transparent);
  font-family: var(--newsroom-font, inherit);
}
* { box-sizing: border-box; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 {
  margin: 1.2em 0 .4em; font-family: var(--newsroom-heading-font, inherit); font-size: 1.15em;
  line-height: 1.2;
}
p, figure, ul { margin: 0 0 1em; }
.plain { list-style: none; padding: 0; margin: 0; }
img, video, audio { display: block; width: 100%; height: auto; border-radius: var(--round); }
.meta, figcaption { color: var(--soft); font-size: .875em; margin: .3em 0; }
.meta > * + *::before { content: "·"; display: inline-block; margin-inline: .4em; }
.kind { font-weight: 700; color: var(--link); }
.badge {
  display: inline-block; padding: 0 .6em; border-radius: 1em; background: var(--brand);
  color: var(--on-brand); font-size: .8em;
}
.notice, .corrections, .withdrawn, .error {
  background: var(--notice); border-inline-start: 4px solid #b98a00; border-radius: var(--round);
  padding: .6em 1em; margin: 0 0 1em;
}
:is(.corrections, .withdrawn, .facts, form, .head) > :first-child { margin-top: 0; }
.list { display: grid; gap: var(--gap); }
.card img { aspect-ratio: 3 / 2; object-fit: cover; }
.card .title, .card .summary { margin: 0 0 .3em; }
.card picture, .list + p { margin-block: .75em; display: block; }
.list:not(.grid) li + li { border-top: 1px solid var(--line); padding-top: var(--gap); }
@container (min-width: 34rem) {
  .list:not(.grid) .pictured { display: grid; grid-template-columns: minmax(9rem, 30%) 1fr; gap: 0 1.5rem; }
  .list.grid { grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
}
.item .title { font-size: clamp(1.4em, 1rem + 3cqi, 2.2em); margin: 0 0 .4em; }
.lead { font-size: 1.1em; }
.hero img { max-height: 36rem; object-fit: cover; }
@container (min-width: 48rem) {
  .short.pictured { display: grid; grid-template-columns: 1.15fr 1fr; gap: 0 2.5rem; align-items: center; }
}
.quote { padding-inline-start: 1.1em; border-inline-start: 4px solid var(--brand); }
blockquote { margin: 0; }
.quote q { font-size: 1.2em; line-height: 1.4; }
.facts, .official {
  background: var(--tint); border-radius: var(--round); padding: 1em 1.25em; margin: 0 0 1em;
}
.scroll { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; width: 100%; }
caption, th, td { text-align: start; padding: .4em .7em; border-bottom: 1px solid var(--line); }
button, .button, input, select, textarea {
  font: inherit; min-height: 2.75rem; padding: .45rem .9rem; border: 1px solid var(--edge);
  border-radius: var(--round);
}
button { background: none; color: inherit; cursor: pointer; }
.button { display: inline-block; }
.strong { background: var(--brand); color: var(--on-brand); font-weight: 700; }
.head, .deeds {
  display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; justify-content: space-between;
}
.deeds { justify-content: start; }
.head { margin-bottom: 1rem; }
.comments .comments { padding-inline-start: 3cqi; border-inline-start: 2px solid var(--line); }
.comment { border-top: 1px solid var(--line); padding-block: 1em; }
.official { border-inline-start: 4px solid var(--brand); padding-inline: 1em; }
.comment button { min-height: 2.25rem; padding: .1rem .7rem; font-size: .875em; }
[aria-pressed="true"] { background: var(--tint); border: 2px solid var(--brand); font-weight: 700; }
form { padding: 1.1rem; margin-block: 1rem; border: 1px solid var(--line); border-radius: var(--round); }
.field { margin-bottom: 1rem; }
.field label { font-weight: 700; }
.field > :is(input, select, textarea) { width: 100%; color: FieldText; background: Field; }
summary { cursor: pointer; padding: .5rem 0; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
`);

/* DOM, and copies of the contract's HTML */

/** An element: "p.meta" has the class and the part `meta`. Functions listen. */
function h(name, attributes, ...children) {
  const [tag, ...classes] = name.split(".");
  const made = document.createElement(tag);
  if (classes.length) attributes = { class: classes.join(" "), part: classes.join(" "), ...attributes };
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (/^(href|src|poster)$/.test(key) && !/^(https?:|mailto:|tel:)/i.test(value)) continue;
    else if (value || value === "") made.setAttribute(key, value);
  }
  made.append(...children.flat(3).filter((child) => child || child === 0));
  return made;
}

const ELEMENTS =
  /^(a|abbr|acronym|b|blockquote|br|cite|code|del|em|h[234]|hr|i|li|ol|p|pre|q|s|strike|strong|sub|sup|u|ul)$/;
let policy;

/** HTML as nodes; its words alone where Trusted Types forbid the policy. */
function rich(text) {
  try {
    const rules = { createHTML: (html) => html };
    policy ??= self.trustedTypes?.createPolicy("newsroom-embed", rules) ?? rules;
    return copies(new DOMParser().parseFromString(policy.createHTML(text), "text/html").body);
  } catch {
    console.warn("No markup without `trusted-types newsroom-embed`.");
    return [text.replace(/<[^>]*>/g, " ")];
  }
}

const copies = (parent) =>
  [...parent.childNodes].flatMap((node) => {
    const tag = node.localName;
    if (!tag) return node.nodeType === 3 ? node.data : [];
    if (!ELEMENTS.test(tag)) return copies(node);
    const kept = Object.fromEntries(
      ["href", "title", "datetime", "rel"].map((name) => [name, node.getAttribute(name)]),
    );
    return h(tag, kept, copies(node));
  });

function picture(image, sizes, attributes) {
  const plain = image.renditions.find(({ name }) => name === "medium") ?? image.renditions[0];
  const { href: src, width, height } = plain;
  const img = h("img", { src, srcset: image.srcset, sizes, width, height, alt: image.alt, loading: "lazy",
      ...attributes });
  const { x, y } = image.focal_point ?? { x: 0.5, y: 0.5 };
  img.style.objectPosition = `${x * 100}% ${y * 100}%`;
  const sources = image.sources.filter(
      (each) => !image.animated && each.content_type !== plain.content_type);
  return h("picture", {},
      sources.map(({ content_type: type, srcset }) => h("source", { type, srcset, sizes })), img);
}

/* Requests */

class Problem extends Error {
  constructor(status, problem, wait) {
    super(problem?.detail);
    Object.assign(this, { errors: [], ...problem, status, wait });
  }
}

/** An answer's text; the browser sends the ETag that it has. */
async function ask(address, { body, headers, signal, method }) {
  let response, text;
  try {
    const timeout = AbortSignal.timeout(20000);
    response = await fetch(address, {
      method: method ?? (body ? "POST" : "GET"),
      body: body && JSON.stringify(body),
      headers: { ...(body && { "Content-Type": "application/json" }), ...headers },
      cache: "no-cache",
      credentials: "omit",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    throw signal?.aborted ? error : new Problem(0);
  }
  if (response.ok) return text;
  let problem;
  try {
    problem = JSON.parse(text);
  } catch {} // of a proxy
  throw new Problem(response.status, problem, Number(response.headers.get("Retry-After")));
}

/* Elements */

const known = (...words) => [words.join(", "), (value) => words.includes(value)];
const number = (most) => [`a number from 1 to ${most}`,
    (value) => /^\d+$/.test(value) && value > 0 && value <= most];
const id = ["an id, a UUID", (value) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)];
const kindsOf = (value) => value.split(/[\s,]+/).filter(Boolean);

const RIGHT = {
  src: ["an address such as https://press.example.com", (value) => /^https?:\/\/[^\s?#]+$/.test(value)],
  newsroom: ["a slug such as norrvind-en", (value) => /^[^\s/?#]+$/.test(value)],
  path: ["a path such as /norrvind-en/new-turbines", (value) => /^\/[^\s?#]+$/.test(value)],
  kind: [`some of ${KINDS.join(", ")}`, (value) => kindsOf(value).every((kind) => KINDS.includes(kind))],
  count: number(100),
  heading: number(5),
  view: known("summary", "whole"),
  layout: known("list", "grid"),
  order: known("newest", "oldest", "reactions"),
  ...{ topic: id, release: id, block: id, item: id, thread: id },
};

class NewsroomElement extends HTMLElement {
  static takes = [];
  /** Of each set one has to be there. */
  static needs = [];
  static level = 2;
  static seconds = 30;

  static get observedAttributes() {
    return ["src", "heading", "lang", ...this.takes];
  }

  #frame = h("div.root", {}, h("slot"));
  #notice = h("p.notice", { hidden: true, role: "status" });
  #said = h("p.unseen", { role: "status" });
  #life;
  #timer;
  #isDue = false;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).append(this.#frame, this.#notice, this.#said);
      this.shadowRoot.adoptedStyleSheets = [sheet];
    }
    document.addEventListener("visibilitychange", this);
    addEventListener("online", this);
    this.restart();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this);
    removeEventListener("online", this);
    this.stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.shadowRoot) this.restart();
  }

  handleEvent() {
    if (document.hidden) this.stop();
    else this.refresh();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#life?.abort();
  }

  /** Once for all changes together. */
  restart() {
    if (!this.#isDue) queueMicrotask(() => this.#begin());
    this.#isDue = true;
  }

  #begin() {
    this.#isDue = false;
    this.stop();
    if (!this.isConnected) return;
    this.reset();
    const { takes, needs } = this.constructor;
    const given = ["src", "heading", ...takes].filter((name) => this.hasAttribute(name));
    const wrong = given.filter((name) => !RIGHT[name][1](this.attr(name)));
    const missing = needs.filter((names) => !names.some((name) => given.includes(name)));
    const problems = [
      ...wrong.map((name) => `${name}="${this.attr(name)}" is wrong: write ${RIGHT[name][0]}.`),
      ...missing.map((names) => `${names.join(" or ")} is missing: write ${RIGHT[names[0]][0]}.`),
    ];
    if (problems.length) this.fail(problems);
    else this.refresh();
  }

  /** Show what the page has inside the element, until there is other. */
  reset() {
    this.text = this.data = null;
    this.#notice.hidden = true;
    this.#frame.replaceChildren(h("slot"));
  }

  attr(name, otherwise) {
    return this.getAttribute(name) ?? otherwise;
  }

  get base() {
    return this.attr("src", HOME).replace(/\/+$/, "");
  }

  /** The language of the page, else of what is shown, else English. */
  get language() {
    const wanted = [this.closest("[lang]")?.lang, this.data?.locale].map((tag) => tag?.slice(0, 2));
    return wanted.find((tag) => /^(sv|en)$/.test(tag)) ?? "en";
  }

  say(key, value) {
    return (WORDS[key]?.[this.language === "sv" ? 1 : 0] ?? key).replace("{}", () => value);
  }

  heading(deeper, name, ...children) {
    const level = Number(this.attr("heading", this.constructor.level)) + deeper;
    return h(`h${Math.min(6, level)}.${name}`, {}, ...children);
  }

  time(datetime, timeStyle) {
    const tag = this.language === "sv" ? "sv" : "en-GB";
    const format = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle });
    return h("time", { datetime }, format.format(new Date(datetime)));
  }

  /** Read an address, of whatever name of the newsroom. */
  async ask(path, options) {
    return ask(`${this.base}${API}${path.split(API).pop()}`, { signal: this.#life?.signal, ...options });
  }

  /** Ask, show what is new, and ask again after a while. */
  async refresh() {
    this.stop();
    const { signal } = (this.#life = new AbortController());
    let wait = this.constructor.seconds;
    try {
      const text = await this.load();
      if (signal.aborted) return;
      this.#notice.hidden = true;
      if (text !== this.text) {
        const before = this.data;
        this.text = text;
        this.data = JSON.parse(text);
        this.show(this.data, before);
        this.tell("load", this.data);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      wait = this.explain(error, wait);
    }
    if (!document.hidden) this.#timer = setTimeout(() => this.refresh(), wait * (900 + Math.random() * 200));
  }

  /** Say what went wrong. Returns after how many seconds to ask again. */
  explain(problem, wait) {
    const { status, errors, reason, withdrawn_at: at } = problem;
    const words = errors.map(({ field, message }) => `${field}: ${message}`);
    const key = `${status}${reason}${words}`;
    this.tell("error", problem);
    if (/^4(00|04|10)/.test(key)) {
      if (key === this.text) return 60;
      this.text = key;
      if (status !== 410) this.fail(words, status === 404 ? "missing" : "wrong");
      else {
        const title = this.heading(0, "title", this.say("withdrawn"));
        this.put(h("div.withdrawn", {}, title, h("p.reason", {}, reason), at && this.time(at)));
        this.announce(`${this.say("withdrawn")}. ${reason}`);
        this.tell("withdrawn", { reason, at });
      }
    } else {
      this.#notice.hidden = false;
      this.#notice.textContent = this.say(navigator.onLine ? "down" : "offline");
      return Math.max(problem.wait || 0, 15);
    }
    return Math.max(wait, 60);
  }

  /** Show other content. The focus stays on what has the same key. */
  put(...nodes) {
    const key = this.shadowRoot.activeElement?.dataset.key;
    this.#frame.lang = this.language;
    this.#frame.replaceChildren(...nodes.filter(Boolean));
    if (key) this.#frame.querySelector(`[data-key="${key}"]`)?.focus();
  }

  /** Show what is wrong: reasons are for the page's maker. */
  fail(reasons, word = "wrong") {
    for (const reason of reasons) console.error(`<${this.localName}> ${reason}`);
    const words = [this.say(word), ...reasons.map((reason) => h("code", { lang: "en" }, ` ${reason}`))];
    this.put(h("p.error", { role: "status" }, words), h("slot"));
  }

  announce(words) {
    this.#said.textContent = words;
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`newsroom-${name}`, { detail, bubbles: true, composed: true }));
  }
}

/* Releases */

const CARD = "id,kind,title,summary,url,published_at,locale,pinned,corrections,hero";
const WHOLE = "subtitle,dateline,byline,body,boilerplate,contacts,event,rights";

class Releases extends NewsroomElement {
  static takes = ["newsroom", "kind", "topic", "count", "layout"];
  static level = 3;
  static seconds = 60;

  reset() {
    super.reset();
    this.size = this.step = Number(this.attr("count", 10));
  }

  load() {
    const query = new URLSearchParams({ page_size: this.size, fields: CARD });
    for (const name of ["newsroom", "topic"]) if (this.hasAttribute(name)) query.set(name, this.attr(name));
    for (const kind of kindsOf(this.attr("kind", ""))) query.append("kind", kind);
    return this.ask(`/releases?${query}`);
  }

  show({ results, next }) {
    const click = () => {
      this.size = Math.min(100, this.size + this.step);
      this.refresh();
    };
    const cards = results.map((item) => h("li", {}, this.card(item)));
    this.data.locale = results[0]?.locale;
    this.put(
      h(`ul.plain.list.${this.attr("layout", "rows")}`, { role: "list" }, cards),
      !cards.length && h("p", {}, this.say("none")),
      next && this.size < 100
          && h("p", {}, h("button.more", { type: "button", click, "data-key": "more" }, this.say("more"))),
    );
  }

  card(item) {
    const { hero } = item;
    return h(`article.card${hero ? ".pictured" : ""}`, { lang: item.locale },
      hero && picture(hero, "(min-width: 40rem) 20rem, 92vw", { alt: "" }),
      h("div", {}, about(this, item), this.heading(0, "title", link(item)), h("p.summary", {}, item.summary)),
    );
  }
}

const link = ({ id: key, url: href, title }) => h("a", { href, "data-key": key }, title);

function about(element, { kind, published_at: at, pinned, corrections }) {
  return h("p.meta", { lang: element.language }, h("span.kind", {}, element.say(kind)), element.time(at),
    pinned && h("span.pinned", {}, element.say("pinned")),
        corrections.length > 0 && h("span.corrected", {}, element.say("corrected")));
}

class Release extends NewsroomElement {
  static takes = ["release", "path", "view"];
  static needs = [["release", "path"]];

  get fields() {
    return this.attr("view") === "summary" ? CARD : `${CARD},${WHOLE}`;
  }

  async load() {
    return this.ask(`/releases/${this.attr("release") ?? (await this.#find())}?fields=${this.fields}`);
  }

  /** The id at a path: it stays when the path changes. */
  async #find() {
    if (this.data) return this.data.id;
    const { item } = JSON.parse(await this.ask(`/items?path=${encodeURIComponent(this.attr("path"))}`));
    if (item.type !== "RELEASE") throw new Problem(404);
    return item.id;
  }

  show(item, before) {
    this.draw(item);
    if (!(item.corrections.length > before?.corrections.length)) return;
    const { note } = item.corrections.at(-1);
    this.announce(`${this.say("corrected")}: ${note}`);
    this.tell("corrected", { note });
  }

  draw(item) {
    const isShort = this.attr("view") === "summary";
    const hero = item.hero && figure(this, item.hero, item.hero.caption, "hero");
    const lead = [fixes(this, item), about(this, item),
        this.heading(0, "title", isShort ? link(item) : item.title),
      item.subtitle && h("p.subtitle", {}, item.subtitle), h("p.lead", {}, item.summary)];
    if (isShort) this.put(h(`article.item.short${hero ? ".pictured" : ""}`, { lang: item.locale }, hero,
        h("div", {}, lead)));
    else this.put(h("article.item", { lang: item.locale }, lead, hero, this.body(item)));
  }

  body({ body, boilerplate, byline, contacts, dateline, event, rights, url }) {
    const section = (title, ...content) => h("section", {}, this.heading(1, "subheading", title), content);
    return [
      byline && h("p.byline", {}, byline.name),
      event && h("p.facts", {}, event.start && this.time(event.start, "short"), " ", event.place, " ",
        event.sign_up_url && h("a.button", { href: event.sign_up_url }, this.say("signUp"))),
      dateline?.place && h("strong", {}, dateline.place),
      body.map((block) => BLOCKS[block.type]?.(block, this)),
      boilerplate && section(boilerplate.title, rich(boilerplate.html)),
      contacts.length > 0 && section(this.say("contact"), contacts.map(({ name, title, email, phone }) =>
        h("p.person", {}, h("strong", {}, name), title && `, ${title}`,
            email && h("p", {}, h("a", { href: `mailto:${email}` }, email)),
          phone && h("a", { href: `tel:${phone.replace(/[^+\d]/g, "")}` }, phone)))),
      h("p.meta", {}, h("span", {}, "© ", rights.copyright_holder),
          h("a", { href: url, "data-key": "url" }, this.say("whole"))),
    ];
  }
}

function fixes(element, { corrections }) {
  const notes = corrections.map(({ note, at }) => h("li", {}, note,
      h("p.meta", {}, element.time(at, "short"))));
  return notes.length > 0
      && h("section.corrections", {}, element.heading(1, "subheading", element.say("corrected")),
      h("ul.plain", { role: "list" }, notes.reverse()));
}

function figure(element, image, caption, name = "image") {
  return h(`figure.${name}`, {}, picture(image, "(min-width: 60rem) 50rem, 94vw"),
      h("figcaption", {}, caption, ` ${image.credit}`));
}

const saying = ({ text, speaker_name: name, speaker_title: title }, source) =>
  h("figure.quote", {}, h("blockquote", {}, h("q", {}, text)),
      h("figcaption", {}, h("strong", {}, name), title && `, ${title}`, source));

const recording = (tag) => ({ file, title, caption, transcript }, element) =>
  h("figure.recording", {},
      h(tag, { src: file.renditions[0].href, controls: true, preload: "none", "aria-label": title }),
    h("figcaption", {}, `${title}. ${caption}`),
        transcript && h("details", {}, h("summary", {}, element.say("transcript")), transcript));

const offer = (href, title, ...about) => h("div.facts", {}, h("a", { href }, title),
    about.map((words) => h("p.meta", {}, words)));

/** Unknown blocks are left out. */
const BLOCKS = {
  HEADING: ({ text, level }, element) => element.heading(level - 1, "subheading", text),
  PARAGRAPH: ({ html }) => h("div.paragraph", {}, rich(html)),
  QUOTE: (block) => saying(block),
  FACTS: ({ title, facts }, element) =>
    h("section.facts", {}, element.heading(1, "subheading", title || element.say("facts")),
        h("ul", {}, facts.map((fact) => h("li", {}, fact)))),
  IMAGE: ({ image, caption }, element) => figure(element, image, caption),
  GALLERY: ({ title, images }, element) => [title && element.heading(1, "subheading", title),
    h("div.gallery.list.grid", {}, images.map((image) => figure(element, image, image.caption)))],
  VIDEO: recording("video"),
  AUDIO: recording("audio"),
  DOCUMENT: ({ file, title, caption }) => offer(file.renditions[0].href, title, caption),
  EMBED: ({ url, title, caption }) => offer(url, title || url, caption, new URL(url).host),
  TABLE: ({ caption, rows }, element) =>
    h("div.scroll", { role: "region", tabindex: "0", "aria-label": caption || element.say("table") },
      h("table", {}, caption && h("caption", {}, caption),
        rows.map(({ cells }) => h("tr", {},
            cells.map(({ header, text }) => h(header && text ? "th" : "td", {}, text)))))),
  CTA: ({ url, text }) => h("p", {}, h("a.button.strong", { href: url }, text)),
};

class Quote extends Release {
  static takes = ["release", "path", "block"];
  static needs = [["release", "path"], ["block"]];

  get fields() {
    return "id,title,url,locale,corrections,body";
  }

  draw(item) {
    const wanted = this.attr("block").toLowerCase();
    const block = item.body.find(({ id, type }) => id === wanted && type === "QUOTE");
    const source = h("p.source", {},
        link({ ...item, url: block ? `${item.url}#quote-${block.id}` : item.url }));
    this.put(h("div", { lang: item.locale },
        block ? saying(block, source) : h("div.notice", {}, this.say("quoteGone"), source)));
  }
}

/* Conversations */

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

/** Solve a challenge (ALTCHA, version 2). */
async function prove(challenge) {
  const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
  const means = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  for (let counter = 0; ; counter += 1) {
    new DataView(password.buffer).setUint32(password.length - 4, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const found = new Uint8Array(await crypto.subtle.deriveBits(means, key, keyLength * 8));
    const derivedKey = Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const solution = { counter, derivedKey };
    if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution }));
  }
}

class Thread extends NewsroomElement {
  static takes = ["thread", "item", "count", "order"];
  static needs = [["thread", "item"]];

  #stream;
  #nodes;
  #parts;

  reset() {
    super.reset();
    this.#stream?.close();
    this.order = this.attr("order", "newest");
    this.pages = 1;
    this.#nodes = new Map();
    this.#parts = this.form = this.item = null;
    this.kept = { own: {}, reacted: {} };
    try {
      Object.assign(this.kept, JSON.parse(localStorage.getItem(`newsroom-embed ${this.base}`)));
    } catch {}
  }

  keep() {
    try {
      localStorage.setItem(`newsroom-embed ${this.base}`, JSON.stringify(this.kept));
    } catch {}
  }

  stop() {
    super.stop();
    if (document.hidden || !this.isConnected) this.#stream?.close();
  }

  async load() {
    const item = this.attr("item", this.item);
    const given = this.attr("thread");
    let thread;
    try {
      thread = JSON.parse(await this.ask(given ? `/threads/${given}` : `/threads?item=${item}`));
      if (!given) [thread] = thread.results;
      if (!thread) throw new Problem(404);
    } catch (error) {
      if (error.status === 404 && item) await this.about("id", item);
      throw error;
    }
    this.item = thread.item_id;
    this.form ??= await this.askForm(thread);
    const order = this.order.toUpperCase();
    const query = `view=TREE&depth=6&replies=20&page_size=${this.attr("count", 20)}&order_by=${order}`;
    let next = `/threads/${thread.id}/comments?${query}`;
    const comments = [];
    for (let page = 0; page < this.pages && next; page += 1) {
      const answer = JSON.parse(await this.ask(next));
      comments.push(...answer.results);
      next = answer.next;
    }
    if ((this.#stream?.readyState ?? 2) === 2) this.listen(thread);
    return JSON.stringify({ thread, comments, next, locale: this.form.locale });
  }

  /** A field of the item. Raises the problem of one that was withdrawn. */
  async about(field, item = this.item) {
    for (const kind of ["releases", "discussions", "assets", "press-kits"]) {
      try {
        return JSON.parse(await this.ask(`/${kind}/${item}?fields=${field}`))[field];
      } catch (error) {
        if (error.status !== 404) throw error;
      }
    }
  }

  async askForm({ id: thread }) {
    const tag = this.closest("[lang]")?.lang;
    const path = `/threads/${thread}/form`;
    return JSON.parse(await this.ask(tag ? `${path}?locale=${tag}` : path).catch(() => this.ask(path)));
  }

  show({ thread, comments }) {
    if (!this.#parts?.list.isConnected) this.build();
    this.comments = comments;
    this.head(thread);
    this.list();
  }

  listen({ id: thread }) {
    const stream = (this.#stream = new EventSource(`${this.base}${API}/threads/${thread}/events`));
    const on = (name, act) => stream.addEventListener(name, ({ data }) => act(data && JSON.parse(data)));
    on("open", () => this.refresh());
    on("comment", (comment) => this.merge(comment));
    on("thread", (now) => this.head(now));
    on("reset", () => this.refresh());
    on("end", () => {
      stream.close();
      this.refresh();
    });
  }

  build() {
    const change = ({ target }) => {
      this.order = target.value;
      this.refresh();
    };
    const click = () => {
      this.pages += 1;
      this.refresh();
    };
    const orders = ["newest", "oldest", "reactions"].map((value) =>
      h("option", { value, selected: value === this.order }, this.say(value)));
    const title = this.heading(0, "title");
    const list = h("ol.plain.comments", { role: "list" });
    const more = h("button.more", { type: "button", click }, this.say("more"));
    const form = h("div");
    this.#parts = { title, list, more, form };
    this.put(h("div.head", {}, title,
        h("label", {}, this.say("order"), " ", h("select", { change }, orders))), list, more, form);
  }

  head({ comment_count: count, mode, opens_at: at }) {
    const { title, form } = this.#parts;
    title.textContent = this.say("comments", count);
    if (mode === this.mode && form.firstChild) return;
    this.mode = mode;
    this.isOpen = mode === "OPEN" || mode === "PREMODERATED";
    const when = at && new Date(at) > Date.now() && this.say("opens", this.time(at, "short").textContent);
    form.replaceChildren(this.isOpen ? this.makeForm({}) : h("p.notice", {}, when || this.say("CLOSED")));
  }

  list() {
    this.arrange(this.#parts.list, this.comments);
    this.#parts.more.hidden = !this.data.next;
  }

  /** Change what differs alone: forms and the focus stay. */
  arrange(list, comments) {
    comments.forEach((comment, place) => {
      const node = this.node(comment);
      if (list.children[place] !== node) list.insertBefore(node, list.children[place]);
    });
    while (list.children.length > comments.length) list.lastChild.remove();
  }

  node(comment) {
    const { replies, ...own } = comment;
    const state = JSON.stringify([own, this.kept.own[own.id], this.kept.reacted[own.id], this.mode]);
    let node = this.#nodes.get(own.id);
    if (!node) {
      node = { article: h("article"), slot: h("div"), list: h("ol.plain.comments", { role: "list" }),
          rest: h("p") };
      node.item = h("li", {}, node.article, node.slot, node.list, node.rest);
      this.#nodes.set(own.id, node);
    }
    node.comment = comment;
    if (node.state !== state) {
      const held = this.shadowRoot.activeElement;
      const key = node.article.contains(held) && held.dataset.key;
      const article = this.article(own, node.slot);
      node.article.replaceWith(article);
      if (key) article.querySelector(`[data-key="${key}"]`)?.focus();
      Object.assign(node, { state, article });
    }
    this.arrange(node.list, replies.results);
    const all = h("a", { href: own.url }, this.say("replies", replies.count));
    node.rest.replaceChildren(replies.next ? all : "");
    return node.item;
  }

  article({ id, author, state, ...comment }, slot) {
    if (state !== "PUBLISHED") return h("article.comment", {}, h("p.meta", {}, this.say(state)));
    const lang = this.language;
    const token = this.kept.own[id];
    const kinds = this.form.fields.find(({ name }) => name === "kind")?.choices;
    const kind = comment.kind !== "OTHER" && kinds?.find(({ value }) => value === comment.kind);
    const act = (key, click, label) => h("button",
        { type: "button", click, "data-key": key, "aria-label": label }, this.say(key));
    const open = (options) => {
      const close = () => {
        slot.replaceChildren();
        this.#nodes.get(id).article.querySelector("button")?.focus();
      };
      slot.replaceChildren(this.makeForm({ ...options, close }));
      slot.querySelector("textarea, select").focus();
    };
    const edit = async () => {
      const own = await this.write(`/comments/${id}/export`, { method: "GET", token });
      if (own) open({ edit: id, text: own.text });
    };
    const withdraw = ({ target }) => {
      if (target.dataset.sure) this.write(`/comments/${id}`, { method: "DELETE", token });
      target.dataset.sure = target.textContent = this.say("sure");
    };
    const who = h(author.url ? "a" : "span", { href: author.url, rel: "ugc" }, author.name);
    const { answered_by: by, edited_at: edited, pinned } = comment;
    const said = [author.title, author.organisation, kind?.label, edited && this.say("edited"),
      by && this.say("answered", by.name), pinned && this.say("pinned")];
    return h(`article.comment${author.official ? ".official" : ""}`, { lang: comment.language },
      h("strong.author", {}, who, " "),
      author.official && h("span.badge", { lang }, this.say("official")),
      h("p.meta", { lang },
        said.map((words) => words && h("span", {}, words)),
        h("a", { href: comment.url, "data-key": "link" }, this.time(comment.published_at, "short"))),
      h("div.text", {}, rich(comment.body)),
      h("div.deeds", { lang },
        this.isOpen && [this.form.reactions.map((name) => this.reaction(id, name, comment.reactions)),
          act("reply", () => open({ parent: id, name: author.name }), this.say("replyTo", author.name)),
          token && new Date(token.until) > Date.now() && act("edit", edit)],
        token ? act("withdraw", withdraw) : this.isOpen && !author.official && act("report",
            () => open({ report: id }))));
  }

  reaction(id, name, reactions) {
    const given = this.kept.reacted[id] ?? [];
    const on = given.includes(name);
    const click = async () => {
      this.kept.reacted[id] = on ? given.filter((each) => each !== name) : [...given, name];
      const body = { name, on: !on };
      if (!(await this.write(`/comments/${id}/reactions`, { body }))) this.kept.reacted[id] = given;
    };
    const count = reactions.find((each) => each.name === name)?.count;
    return h("button", { type: "button", click, "aria-pressed": `${on}`, "data-key": name }, this.say(name),
        count && ` ${count}`);
  }

  /** Send, keep the tokens that come back, show the comment as it is now. */
  async send(path, { token, headers, ...options }) {
    const { visitor } = this.kept;
    const tokens = token ? { "Edit-Token": token.token } : visitor && { "Visitor-Token": visitor };
    options.headers = { ...headers, ...tokens };
    const answer = JSON.parse(await ask(this.base + API + path, options));
    if (answer.visitor_token) this.kept.visitor = answer.visitor_token;
    const { id, edit_token: own, editable_until: until } = answer;
    if (own) this.kept.own[id] = { token: own, until };
    this.keep();
    if (answer.comment) this.merge(answer.comment);
    return answer;
  }

  /** The same without a form. */
  async write(path, options) {
    try {
      return await this.send(path, options);
    } catch (problem) {
      this.announce(this.words(problem));
    }
  }

  words({ status, wait, message }) {
    if (status === 429) return this.say("wait", wait);
    return !status || status >= 500 ? this.say("unsent") : message;
  }

  merge(comment) {
    const before = this.#nodes.get(comment.id)?.comment;
    if (before) Object.assign(before, comment);
    else {
      const fresh = { ...comment, replies: { results: [], count: 0 } };
      const above = this.#nodes.get(comment.parent_id)?.comment.replies.results;
      if (above) above.push(fresh);
      else if (!comment.parent_id) this.comments[this.order === "newest" ? "unshift" : "push"](fresh);
      if (comment.author) this.announce(this.say("fresh", comment.author.name));
    }
    this.list();
    this.tell("comment", comment);
  }

  makeForm({ parent, name, edit, report, text, close }) {
    const { form } = this;
    const wanted = report ? form.report_fields
        : form.fields.filter((field) => !edit || field.name === "body");
    const isNew = !edit && !report;
    const fields = wanted.map((field) => this.field(field));
    const by = Object.fromEntries(fields.map((field) => [field.input.name, field]));
    if (text) by.body.input.value = text;
    const said = h("p", { role: "status" });
    const title = parent ? this.say("replyTo", name) : this.say(edit ? "edit" : report ? "report" : "write");
    let key, last, busy;
    const post = async () => {
      const body = Object.fromEntries(fields.map(({ input }) => [input.name, input.value]));
      if (edit) return this.send(`/comments/${edit}`, { method: "PATCH", body, token: this.kept.own[edit] });
      if (report) return this.send(`/comments/${report}/reports`, { body });
      if (parent) body.parent = parent;
      if (last !== (last = JSON.stringify(body))) key = `${Date.now()}-${Math.random()}`;
      if (form.proof_of_work) {
        const { challenge } = await this.askForm(this.data.thread);
        body.proof_of_work = await prove(JSON.parse(challenge));
      }
      return this.send(`/threads/${this.data.thread.id}/comments`,
          { body, headers: { "Idempotency-Key": `"${key}"` } });
    };
    const submit = async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      const wrong = fields.filter((field) => field.check()).length;
      said.textContent = this.say(wrong ? "check" : "sending");
      try {
        if (wrong) return;
        if (form.proof_of_work && !crypto.subtle) {
          said.replaceChildren(h("a", { href: await this.about("url") }, this.say("whole")));
          return;
        }
        const answer = await post();
        if (report) return close(this.announce(this.say("reported")));
        by.body.input.value = last = "";
        said.textContent = answer.status === "REJECTED" ? answer.message : this.say(answer.status);
        this.tell("posted", answer);
        if (close && answer.comment) close();
      } catch (problem) {
        const loose = problem.errors?.filter(({ field, message }) => !by[field]?.mark(message)) ?? [];
        said.textContent = problem.status === 400 && !loose.length ? this.say("check") : this.words(problem);
      } finally {
        busy = false;
        const field = made.querySelector("[aria-invalid=true]");
        field?.closest("details")?.setAttribute("open", "");
        field?.focus();
      }
    };
    const rows = (isRare) => fields.filter((field) => field.isRare === isRare).map(({ row }) => row);
    const fold = (word, content) => h("details", {}, h("summary", {}, this.say(word)), content);
    const made = h("form", { submit, novalidate: true, "aria-label": title, lang: form.locale },
      this.heading(1, "title", title), isNew && form.guidelines && fold("rules", rich(form.guidelines)),
          rows(false),
      isNew ? fold("about", rows(true)) : rows(true), said,
      h("div.deeds", {}, h("button.strong", {}, this.say("send")),
          close && h("button", { type: "button", click: close }, this.say("cancel"))));
    return made;
  }

  /** A field with label, hint and error. */
  field({ name, label, help, type, required, max_length: most, choices }) {
    const key = `f${Math.random()}`;
    const auto = { author_name: "name", email: "email", url: "url", organisation: "organization" }[name];
    const attributes = { id: key, name, "aria-describedby": `${key}h ${key}e`,
        "aria-required": required && "true", autocomplete: auto };
    const tag = { CHOICE: "select", MARKUP: "textarea" }[type] ?? "input";
    const kind = /EMAIL|URL/.test(type) && type.toLowerCase();
    const given = [{ value: "", label: "–" }, ...choices];
    const options = given.map(({ value, label: words }) => h("option", { value }, words));
    const input = h(tag, { ...attributes, type: kind, rows: 5 }, tag === "select" && options);
    const error = h("p.error", { id: `${key}e`, hidden: true });
    const mark = (words) => {
      error.textContent = words;
      error.hidden = !words;
      input.setAttribute("aria-invalid", `${Boolean(words)}`);
      return words;
    };
    const check = () => {
      const text = input.value.trim();
      if (!text) return mark(required ? this.say("fill") : "");
      if (input.validity.typeMismatch) return mark(this.say(kind));
      return mark(most && [...text].length > most ? this.say("most", most) : "");
    };
    const row = h(`div.field${type === "TRAP" ? ".trap" : ""}`, {}, h("label", { for: key }, label),
        !required && ` (${this.say("optional")})`,
      h("p.meta", { id: `${key}h` }, help), error, input);
    return { row, input, mark, check, isRare: !required && name !== "kind" && type !== "TRAP" };
  }
}

const all = { releases: Releases, release: Release, quote: Quote, thread: Thread };
for (const [name, kind] of Object.entries(all)) {
  customElements.get(`newsroom-${name}`) || customElements.define(`newsroom-${name}`, kind);
}
