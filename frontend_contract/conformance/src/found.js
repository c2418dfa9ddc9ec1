// What a server has: its lists, as they are read once and kept while the checks run.

import { Skip, Unreadable } from "./checking.js";

/** The lists of items, as REST and GraphQL call them. */
export const LISTS = [
  { rest: "newsrooms", graphql: "newsrooms", one: "newsroom", type: "NEWSROOM", ordered: false },
  { rest: "releases", graphql: "releases", one: "release", type: "RELEASE", ordered: true },
  { rest: "assets", graphql: "assets", one: "asset", type: "ASSET", ordered: true },
  { rest: "press-kits", graphql: "pressKits", one: "pressKit", type: "PRESS_KIT", ordered: true },
  { rest: "discussions", graphql: "discussions", one: "discussion", type: "DISCUSSION", ordered: true },
  {
    rest: "contributions",
    graphql: "contributions",
    one: "contribution",
    type: "CONTRIBUTION",
    ordered: true,
  },
  { rest: "topics", graphql: "topics", one: "topic", type: "TOPIC", ordered: false },
  { rest: "people", graphql: "people", one: "person", type: "PERSON", ordered: false },
];

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The public content of a server. */
export class Found {
  /** @param {import("./http.js").Server} server @param {{ newsroom?: string, thread?: string }} options */
  constructor(server, options) {
    this.server = server;
    this.options = options;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
  }

  /** @param {string} name @param {() => Promise<any>} read @returns {Promise<any>} */
  once(name, read) {
    if (!this.kept.has(name)) this.kept.set(name, read());
    return /** @type {Promise<any>} */ (this.kept.get(name));
  }

  /** The first hundred items of a list of REST, as cards. @param {string} list @returns {Promise<any[]>} */
  list(list) {
    const { newsroom } = this.options;
    const filter =
      newsroom && !["newsrooms", "official-statements"].includes(list) ? `&newsroom=${newsroom}` : "";
    return this.once(`list ${list}`, async () => {
      const answer = await this.server.api(`/${list}?page_size=100${filter}`);
      if (answer.status !== 200) throw new Unreadable(`${answer.asked} answered ${answer.status}, not 200.`);
      return answer.json.results;
    });
  }

  /** The first item of a list. Skips the check where there is none. @param {string} list @returns {Promise<any>} */
  async first(list) {
    const [item] = await this.list(list);
    if (!item) throw new Skip(`the server has no ${list}`);
    return item;
  }

  /** The slug of the newsroom that is tested. */
  async newsroom() {
    return this.options.newsroom ?? (await this.first("newsrooms")).slug;
  }

  /** A thread that takes comments, or else any. @returns {Promise<any>} */
  thread() {
    return this.once("thread", async () => {
      if (this.options.thread) return (await this.server.api(`/threads/${this.options.thread}`)).json;
      const threads = await this.list("threads");
      const busiest = [...threads].sort((a, b) => b.comment_count - a.comment_count);
      const found = busiest.find((each) => each.mode === "OPEN") ?? busiest[0];
      if (!found) throw new Skip("the server has no threads");
      return found;
    });
  }

  /** A published comment. @returns {Promise<any>} */
  comment() {
    return this.once("comment", async () => {
      for (const thread of await this.list("threads")) {
        if (!thread.comment_count) continue;
        const answer = await this.server.api(`/threads/${thread.id}/comments?page_size=1`);
        if (answer.json.results?.[0]) return answer.json.results[0];
      }
      throw new Skip("the server has no comments");
    });
  }
}
