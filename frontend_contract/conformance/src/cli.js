// The command: reads its arguments, runs the checks, writes the reports. 0: all hold; 1: some do not; 2: it could not run.

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Unreadable } from "./checking.js";
import { Contract } from "./contract.js";
import { junit, json } from "./report/files.js";
import { markdown, plain } from "./report/list.js";
import { TextReport } from "./report/text.js";
import { Bench, run } from "./run.js";
import { serverChecks } from "./server/index.js";
import { State } from "./state.js";
import { Trial } from "./trial.js";

const HELP = `newsroom-conformance server <url> [options]
newsroom-conformance frontend <config.json> [options]

Both:
  --only <names>        checks or groups, separated by commas
  --list [--markdown]   the checks, without running them
  --junit <file>        the report as JUnit's XML
  --json <file>         the report as JSON
  --quiet               only what does not hold
  --seconds <n>         the longest that all may take (900)
  --check-seconds <n>   the longest that one check may take (60)

Server:
  --newsroom <slug>     the newsroom to test; all, when not given
  --state <file.json>   what is known of the server's state
  --control <command>   a command, or an http address, that changes the server's state
  --write               comments may be posted; they are withdrawn again
  --thread <id>         the thread to comment in
  --lists <names>       only these lists are walked through, such as releases,topics
  --most-items <n>      how many items of each list are walked through (30)
  --listen <host:port>  where webhooks are received (127.0.0.1:0)
  --listen-url <url>    the address at which the server reaches it
  --patience <n>        seconds to wait for a webhook (20)
  --flood               use up the limit of requests
  --rest <path>         where the REST API is (/api/v1)
  --graphql <path>      where GraphQL is (/graphql/)

Frontend:
  --chromium <path>     the browser (/usr/bin/chromium)
`;

const TEXT = /** @type {const} */ ({ type: "string" });
const FLAG = /** @type {const} */ ({ type: "boolean", default: false });
const OPTIONS = {
  only: TEXT,
  list: FLAG,
  markdown: FLAG,
  junit: TEXT,
  json: TEXT,
  quiet: FLAG,
  seconds: TEXT,
  "check-seconds": TEXT,
  newsroom: TEXT,
  state: TEXT,
  control: TEXT,
  write: FLAG,
  thread: TEXT,
  lists: TEXT,
  "most-items": TEXT,
  listen: TEXT,
  "listen-url": TEXT,
  patience: TEXT,
  flood: FLAG,
  rest: TEXT,
  graphql: TEXT,
  chromium: TEXT,
  help: FLAG,
};

/** The command was not understood, or what it names is not there. */
class Misused extends Error {}

/** Run the command. @param {string[]} given @param {(text: string) => void} [write] @returns {Promise<number>} */
export async function main(given, write = (text) => void process.stdout.write(text)) {
  try {
    const { values, positionals } = read(given);
    const [command, target] = positionals;
    if (values.help) return (write(HELP), 0);
    if (!["server", "frontend"].includes(command)) throw new Misused("Say `server` or `frontend`.");
    const contract = new Contract();
    const checks = chosen(await checksOf(command, contract), names(values));
    if (values.list) return (write((values.markdown ? markdown : plain)(checks)), 0);
    if (!target)
      throw new Misused(
        command === "server" ? "Give the server's address." : "Give the file of the configuration.",
      );
    const { bench, make, close } =
      command === "server" ? await server(target, values, contract) : await frontend(target, values);
    try {
      return await carryOut(checks, { bench, make, values, target, write });
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof Misused || error instanceof Unreadable)) throw error;
    process.stderr.write(`newsroom-conformance: ${error.message}\n`);
    return 2;
  }
}

/** @param {string[]} given */
function read(given) {
  try {
    return parseArgs({ args: given, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Misused(/** @type {Error} */ (error).message);
  }
}

/** @param {string} command @param {Contract} contract */
async function checksOf(command, contract) {
  if (command === "server") return serverChecks(contract);
  return (await import("./frontend/index.js")).frontendChecks;
}

/** @param {any} values @param {string} [option] @returns {string[]} */
const names = (values, option = "only") =>
  (values[option] ?? "")
    .split(",")
    .map((/** @type {string} */ each) => each.trim())
    .filter(Boolean);

/** The checks to run; a name that chooses none is a mistake. @param {import("./checking.js").Check[]} checks @param {string[]} only */
function chosen(checks, only) {
  for (const name of only) {
    if (!checks.some((check) => check.id === name || check.id.startsWith(`${name}.`)))
      throw new Misused(`There is no check ${name}.`);
  }
  return checks.filter(
    (check) => only.length === 0 || only.some((name) => check.id === name || check.id.startsWith(`${name}.`)),
  );
}

/** @param {any} values @param {string} name */
function number(values, name) {
  if (values[name] === undefined) return undefined;
  if (!/^\d+$/.test(values[name])) throw new Misused(`--${name} is a whole number, not ${values[name]}.`);
  return Number(values[name]);
}

/** @param {string} file @returns {any} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Misused(`${file}: ${/** @type {Error} */ (error).message}`);
  }
}

/** Without what is undefined. @template {object} T @param {T} all @returns {any} */
const given = (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

/** @param {any} values */
const limits = (values) =>
  given({ seconds: number(values, "seconds"), checkSeconds: number(values, "check-seconds") });

/** @param {string} target @param {any} values @param {Contract} contract */
async function server(target, values, contract) {
  if (!/^https?:\/\//.test(target)) throw new Misused(`${target} is no http address.`);
  const state = new State({
    facts: values.state ? readJson(values.state) : {},
    control: values.control ?? null,
  });
  const options = given({
    ...limits(values),
    newsroom: values.newsroom,
    thread: values.thread,
    write: values.write,
    flood: values.flood,
    lists: names(values, "lists"),
    mostItems: number(values, "most-items"),
    listen: values.listen,
    listenUrl: values["listen-url"],
    patience: number(values, "patience"),
  });
  const bench = new Bench({
    address: target,
    how: given({ rest: values.rest, graphql: values.graphql }),
    state,
    contract,
    options,
  });
  const answer = await bench.server.api("");
  if (answer.status >= 500) throw new Unreadable(`${target} answers ${answer.status}.`);
  return { bench, make: () => new Trial(bench), close: async () => {} };
}

/** @param {string} target @param {any} values */
async function frontend(target, values) {
  const { openBench } = await import("./frontend/bench.js");
  const config = readJson(target);
  return openBench(config, {
    chromium: values.chromium,
    limits: limits(values),
    refuse: (/** @type {string} */ reason) => new Misused(reason),
  });
}

/** @param {import("./checking.js").Check[]} checks @param {any} how */
async function carryOut(checks, { bench, make, values, target, write }) {
  const begun = performance.now();
  const report = new TextReport(write, { colour: process.stdout.isTTY && !process.env.NO_COLOR });
  const on = (/** @type {import("./checking.js").Result} */ result) => {
    if (!values.quiet || result.outcome === "failed") report.add(result);
  };
  const { results, leftovers } = await run(checks, { make, bench, on });
  report.end(results, leftovers, {
    requests: bench.server.requests,
    seconds: (performance.now() - begun) / 1000,
  });
  if (values.junit) writeFileSync(values.junit, junit(results, target));
  if (values.json) writeFileSync(values.json, json(results, target, leftovers));
  return results.some((each) => each.outcome === "failed") ? 1 : 0;
}
