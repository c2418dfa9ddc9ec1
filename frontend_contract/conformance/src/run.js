// Runs checks, one after another and always in the same order, and tidies up behind them.

import { Findings, isChosen, Skip, Stop } from "./checking.js";
import { Contract } from "./contract.js";
import { Found } from "./found.js";
import { Server } from "./http.js";
import { State } from "./state.js";

/**
 * What is asked for.
 * @typedef {object} Options
 * @property {string} [newsroom] Slug of the newsroom to test.
 * @property {string} [thread] Id of the thread to comment in.
 * @property {boolean} [write] Whether comments may be posted.
 * @property {boolean} [flood] Whether the limit of requests may be used up.
 * @property {string[]} [lists] The lists to walk through, as REST calls them; all when empty.
 * @property {number} [mostItems] How many items of each list are walked through.
 * @property {string} [listen] host:port where webhooks are received.
 * @property {string} [listenUrl] The address at which the server reaches it.
 * @property {number} [patience] Seconds to wait for a webhook.
 * @property {string[]} [only] Checks and groups to run; all when empty.
 * @property {number} [checkSeconds] The longest that one check may take.
 * @property {number} [seconds] The longest that all may take.
 */

/** All that the checks of one run share. */
export class Bench {
  /**
   * @param {object} given
   * @param {string} given.address
   * @param {{ rest?: string, graphql?: string, timeout?: number }} [given.how]
   * @param {State} [given.state]
   * @param {Contract} [given.contract]
   * @param {Options} [given.options]
   */
  constructor({ address, how = {}, state = new State(), contract = new Contract(), options = {} }) {
    this.server = new Server(address, how);
    this.contract = contract;
    this.state = state;
    this.options = { mostItems: 30, checkSeconds: 60, seconds: 900, patience: 20, only: [], ...options };
    this.found = new Found(this.server, this.options);
    /** @type {(() => Promise<void>)[]} */
    this.undo = [];
  }
}

/**
 * Run checks. `make` gives each its trial, `on` hears of each result.
 * @param {import("./checking.js").Check[]} checks
 * @param {object} how
 * @param {(check: import("./checking.js").Check) => Findings} how.make
 * @param {{ undo: (() => Promise<void>)[], state?: State, server?: Server, options: { only: string[], checkSeconds: number, seconds: number } }} how.bench
 * @param {(result: import("./checking.js").Result) => void} [how.on]
 */
export async function run(checks, { make, bench, on = () => {} }) {
  const begun = performance.now();
  const results = [];
  for (const check of checks.filter((each) => isChosen(each, bench.options.only))) {
    const left = bench.options.seconds - (performance.now() - begun) / 1000;
    const result = await runOne(check, make(check), bench, Math.min(left, bench.options.checkSeconds));
    results.push(result);
    on(result);
  }
  return { results, leftovers: await tidy(bench) };
}

/**
 * @param {import("./checking.js").Check} check @param {Findings} trial @param {any} bench @param {number} seconds
 * @returns {Promise<import("./checking.js").Result>}
 */
async function runOne(check, trial, bench, seconds) {
  const begun = performance.now();
  let reason = "";
  const stopper = new AbortController();
  if (bench.server) bench.server.signal = stopper.signal;
  const timer = setTimeout(() => stopper.abort(), Math.max(0, seconds) * 1000);
  try {
    if (seconds <= 0) throw new Skip("no time was left");
    await Promise.race([
      check.run(trial),
      new Promise((_, refuse) => stopper.signal.addEventListener("abort", () => refuse(new Late(seconds)))),
    ]);
  } catch (error) {
    if (error instanceof Skip) reason = error.message;
    else if (!(error instanceof Stop))
      trial.add("the check itself", "an answer that can be read", told(error, stopper.signal, seconds));
  } finally {
    clearTimeout(timer);
    if (bench.server) bench.server.signal = undefined;
  }
  const outcome = trial.count ? "failed" : reason ? "skipped" : "passed";
  return {
    check,
    outcome,
    findings: trial.list,
    reason: trial.count ? "" : reason,
    seconds: (performance.now() - begun) / 1000,
  };
}

class Late extends Error {
  /** @param {number} seconds */
  constructor(seconds) {
    super(`not done after ${seconds.toFixed(0)} s`);
  }
}

/** @param {unknown} error @param {AbortSignal} signal @param {number} seconds */
function told(error, signal, seconds) {
  if (signal.aborted) return new Late(seconds).message;
  return error instanceof Error ? error.message : String(error);
}

/** Undo what the checks did, the last first. What could not be undone is told. @param {any} bench @returns {Promise<string[]>} */
async function tidy(bench) {
  const left = [];
  for (const undo of [...bench.undo.splice(0).reverse(), () => bench.state?.end()]) {
    try {
      await undo();
    } catch (error) {
      left.push(/** @type {Error} */ (error).message);
    }
  }
  return left;
}
