// Requests to a server, as any client makes them: no redirects followed, no cookies, nothing kept.

import { setTimeout as pause } from "node:timers/promises";
import { Unreadable } from "./checking.js";

const AGENT = "newsroom-conformance/1";
const MOST_PAUSE_SECONDS = 65;

/**
 * @typedef {object} Asked
 * @property {string} [method]
 * @property {Record<string, string>} [headers]
 * @property {unknown} [json] The body, sent as JSON.
 * @property {string} [body] The body as it is.
 */

/** An answer, read to its end. */
export class Answer {
  /** @param {string} asked @param {Response} response @param {string} text */
  constructor(asked, response, text) {
    this.asked = asked;
    this.status = response.status;
    this.headers = response.headers;
    this.text = text;
  }

  /** A header; empty when there is none. @param {string} name */
  header(name) {
    return this.headers.get(name) ?? "";
  }

  /** The media type without its parameters. */
  get type() {
    return this.header("content-type").split(";")[0].trim().toLowerCase();
  }

  /** The body as JSON. @returns {any} */
  get json() {
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Unreadable(
        `${this.asked} answered ${this.status} with ${this.type || "no media type"}, which is not JSON: ` +
          this.text.slice(0, 120),
      );
    }
  }
}

/** A server: what it is asked, and how. */
export class Server {
  /**
   * @param {string} address
   * @param {{ rest?: string, graphql?: string, timeout?: number }} [how] `timeout`: milliseconds of one request.
   */
  constructor(address, { rest = "/api/v1", graphql = "/graphql/", timeout = 15_000 } = {}) {
    this.address = address.replace(/\/+$/, "");
    this.rest = rest;
    this.graphql = graphql;
    this.timeout = timeout;
    this.requests = 0;
    /** @type {AbortSignal | undefined} */
    this.signal = undefined;
  }

  /**
   * Ask for a path below the server's address, or for a whole address. A 429 is waited for, once.
   * @param {string} path @param {Asked} [asked]
   */
  async ask(path, asked = {}) {
    const answer = await this.askOnce(path, asked);
    const seconds = Number(answer.header("retry-after"));
    if (answer.status !== 429 || !(seconds <= MOST_PAUSE_SECONDS)) return answer;
    await pause((seconds + 0.5) * 1000, undefined, { signal: this.signal });
    return this.askOnce(path, asked);
  }

  /** @param {string} path @param {Asked} [asked] */
  async askOnce(path, { method = "GET", headers = {}, json, body } = {}) {
    const address = /^https?:/.test(path) ? path : this.address + path;
    const asked = `${method} ${path.replace(this.address, "").slice(0, 160)}`;
    const sent = json === undefined ? body : JSON.stringify(json);
    /** @type {Record<string, string>} */
    const typed = json === undefined ? {} : { "content-type": "application/json" };
    const limit = AbortSignal.timeout(this.timeout);
    this.requests += 1;
    try {
      const response = await fetch(address, {
        method,
        headers: { "user-agent": AGENT, ...typed, ...headers },
        body: sent,
        redirect: "manual",
        signal: this.signal ? AbortSignal.any([this.signal, limit]) : limit,
      });
      return new Answer(asked, response, await response.text());
    } catch (error) {
      const cause = /** @type {any} */ (error).cause;
      throw new Unreadable(
        `${asked}: ${cause?.code ?? cause?.message ?? /** @type {Error} */ (error).message}`,
      );
    }
  }

  /** Ask the REST API: a path below its root, or a whole address. @param {string} path @param {Asked} [asked] */
  api(path, asked = {}) {
    return this.ask(/^https?:/.test(path) ? path : this.rest + path, asked);
  }

  /**
   * A GraphQL request by POST.
   * @param {string} query @param {Record<string, unknown>} [variables] @param {Record<string, string>} [headers]
   */
  query(query, variables = {}, headers = {}) {
    const accept = "application/graphql-response+json";
    return this.ask(this.graphql, {
      method: "POST",
      json: { query, variables },
      headers: { accept, ...headers },
    });
  }

  /**
   * A GraphQL request by GET.
   * @param {Record<string, unknown>} parameters Those of GraphQL over HTTP; what is no string is sent as JSON.
   * @param {Record<string, string>} [headers]
   */
  get(parameters, headers = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      query.set(name, typeof value === "string" ? value : JSON.stringify(value));
    }
    const accept = "application/graphql-response+json";
    return this.ask(`${this.graphql}?${query}`, { headers: { accept, ...headers } });
  }
}
