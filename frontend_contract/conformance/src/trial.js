// What a check of a server has in its hands: the server, the contract, what is known; and where it puts what it finds.

import { randomUUID } from "node:crypto";
import { Findings, Stop } from "./checking.js";
import { STATUSES } from "./contract.js";

const SAYS_NOT_STORED = /(^|[,\s])no-store([,\s]|$)/;

/** One check of a server while it runs. */
export class Trial extends Findings {
  /** @param {import("./run.js").Bench} bench */
  constructor(bench) {
    super();
    this.bench = bench;
    this.server = bench.server;
    this.contract = bench.contract;
    this.state = bench.state;
    this.found = bench.found;
    this.options = bench.options;
  }

  /** Do this when all checks are done: nothing is left behind. @param {() => Promise<void>} undo */
  later(undo) {
    this.bench.undo.push(undo);
  }

  /** An id that nobody has. */
  nobody() {
    return randomUUID();
  }

  /** The status that an answer has to have; the check goes no further with another. @param {import("./http.js").Answer} answer @param {number} status */
  answered(answer, status) {
    if (answer.status === status) return answer;
    this.add(answer.asked, status, `${answer.status} ${answer.text.slice(0, 200)}`);
    throw new Stop();
  }

  /**
   * Whether an answer is a problem of RFC 9457 with this status and one of these codes, and is not stored.
   * @param {import("./http.js").Answer} answer @param {number} status @param {...string} codes
   */
  problem(answer, status, ...codes) {
    const where = answer.asked;
    if (!this.same(answer.status, status, where)) return false;
    if (!this.same(answer.type, "application/problem+json", `${where}, Content-Type`)) return false;
    const told = answer.json;
    const kinds = { type: "string", title: "string", status: "number", detail: "string", code: "string" };
    for (const [name, kind] of Object.entries(kinds))
      this.same(typeof told[name], kind, `${where}, type of ${name}`);
    this.same(told.status, status, `${where}, status in the body`);
    this.that(codes.includes(told.code), {
      expected: codes.join(" or "),
      seen: told.code,
      where: `${where}, code`,
    });
    this.that(STATUSES[told.code] === status, { expected: `a code of ${status}`, seen: told.code, where });
    const errors = Array.isArray(told.errors) ? told.errors : [null];
    for (const error of errors) {
      const whole =
        typeof error?.field === "string" && typeof error.message === "string" && error.code in STATUSES;
      this.that(whole, { expected: "errors of {field, code, message}", seen: told.errors, where });
    }
    return true;
  }

  /** Whether nobody may keep an answer. @param {import("./http.js").Answer} answer */
  notStored(answer) {
    const seen = answer.header("cache-control");
    this.that(SAYS_NOT_STORED.test(seen), {
      expected: "no-store",
      seen,
      where: `${answer.asked}, Cache-Control`,
    });
  }

  /**
   * The data of a GraphQL answer; the check goes no further with errors.
   * @param {string} query @param {Record<string, unknown>} [variables] @returns {Promise<any>}
   */
  async data(query, variables = {}) {
    const answer = await this.server.query(query, variables);
    const told = answer.json;
    if (told.errors || !told.data) {
      this.add(`POST ${query.slice(0, 100)}`, "data", told);
      throw new Stop();
    }
    return told.data;
  }

  /**
   * Whether a GraphQL answer is an error with one of these codes.
   * @param {import("./http.js").Answer} answer @param {string} where @param {...string} codes
   */
  refused(answer, where, ...codes) {
    const error = answer.json.errors?.[0];
    const seen = error ? (error.extensions?.code ?? error) : answer.json;
    return this.that(codes.includes(error?.extensions?.code), {
      expected: `errors with ${codes.join(" or ")}`,
      seen,
      where,
    });
  }
}
