// What a check has to know of a server's state or to change in it: from a file, or from a command of whoever runs it.

import { spawn } from "node:child_process";
import { Skip } from "./checking.js";

/**
 * What is known or can be asked for. Each is as in the README, section "State".
 * @typedef {"preview" | "expired-preview" | "embargo" | "withdrawn" | "corrected"} Fact
 */

const LONGEST = 30_000;

/** The state of a server. */
export class State {
  /**
   * @param {object} given
   * @param {Record<string, any>} [given.facts] What is known: the content of `--state`.
   * @param {string | ((asked: any) => Promise<any>) | null} [given.control] A command, an http address, or a function.
   */
  constructor({ facts = {}, control = null } = {}) {
    this.facts = facts;
    this.control = control;
    /** @type {Map<string, Promise<any>>} */
    this.known = new Map();
    this.acted = false;
  }

  /** Whether the server's state can be changed. */
  get canAct() {
    return this.control !== null;
  }

  /**
   * Something that is known of the server's state, made where it can be. Skips the check where it is neither.
   * @param {Fact} fact @returns {Promise<any>}
   */
  need(fact) {
    if (!this.known.has(fact)) this.known.set(fact, this.#find(fact));
    return /** @type {Promise<any>} */ (this.known.get(fact));
  }

  /** @param {Fact} fact */
  async #find(fact) {
    if (this.facts[fact]) return this.facts[fact];
    if (!this.canAct) throw new Skip(`needs \`${fact}\` in --state, or --control`);
    switch (fact) {
      case "withdrawn": {
        const item = await this.act("publish", { title: "Conformance: to be withdrawn" });
        const reason = "Conformance: published by mistake.";
        return { ...item, reason, ...(await this.act("withdraw", { id: item.id, reason })) };
      }
      case "corrected": {
        const item = await this.act("publish", { title: "Conformance: to be corrected" });
        const note = "Conformance: the figure was wrong.";
        return { ...item, note, ...(await this.act("correct", { id: item.id, note })) };
      }
      default:
        return this.act(fact);
    }
  }

  /**
   * Have something done to the server. Skips the check where the control cannot do it (it answers null).
   * @param {string} action @param {Record<string, unknown>} [given] @returns {Promise<any>}
   */
  async act(action, given = {}) {
    if (!this.canAct) throw new Skip(`needs --control, for the action \`${action}\``);
    this.acted = true;
    const answer = await this.#tell({ action, ...given });
    if (answer === null || answer === undefined) throw new Skip(`the control does not do \`${action}\``);
    return answer;
  }

  /** Everything that was made may go. */
  async end() {
    if (this.acted) await this.#tell({ action: "end" });
  }

  /** @param {Record<string, unknown>} asked @returns {Promise<any>} */
  async #tell(asked) {
    if (typeof this.control === "function") return this.control(asked);
    const control = /** @type {string} */ (this.control);
    if (!/^https?:/.test(control)) return run(control, JSON.stringify(asked));
    const response = await fetch(control, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(LONGEST),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The control answered ${asked.action} with ${response.status}: ${text}`);
    return JSON.parse(text);
  }
}

/** Run a command of a shell: JSON goes in and comes out. @param {string} command @param {string} input @returns {Promise<any>} */
function run(command, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"], timeout: LONGEST });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (part) => (said += part));
    child.on("error", reject);
    child.stdin.on("error", () => {}); // a command that reads nothing
    child.on("close", (status) => {
      if (status !== 0) return reject(new Error(`The control ended with ${status} on ${input}`));
      try {
        resolve(JSON.parse(said));
      } catch {
        reject(new Error(`The control did not answer JSON to ${input}: ${said.slice(0, 200)}`));
      }
    });
    child.stdin.end(input);
  });
}
