// Runs the kit against a server behind a proxy with one fault after another; prints {fault: [checks that failed]} as JSON.
// Arguments: the server's address, the http address of its control, and the names of faults (all when there are none).

import { run, Bench } from "../src/run.js";
import { serverChecks } from "../src/server/index.js";
import { Contract } from "../src/contract.js";
import { State } from "../src/state.js";
import { Trial } from "../src/trial.js";
import { faults } from "./catalogue.js";
import { startProxy } from "./proxy.js";
import { startRelay } from "./relay.js";

/** The control, overheard: the proxy knows what the kit is told, and webhooks go through the relay. @param {State} control @param {any} known @param {import("./proxy.js").Fault} fault @param {any[]} opened */
function overheard(control, known, fault, opened) {
  return async (/** @type {any} */ { action, ...given }) => {
    if (action === "end") return control.end();
    const relayed = action === "webhook" && fault.webhook;
    const relay = relayed && (await startRelay(given.url, (message) => fault.webhook?.(message, known)));
    if (relay) opened.push(relay);
    const answer = await control.act(action, relay ? { ...given, url: relay.address } : given);
    if (relay) relay.keep(answer.secret);
    known[action] = { ...given, ...answer };
    return answer;
  };
}

/** @param {import("./proxy.js").Fault} fault @param {string} address @param {string} control @param {Contract} contract */
async function prove(fault, address, control, contract) {
  /** @type {any} */
  const known = {};
  const opened = [await startProxy(address, fault, known)];
  const state = new State({ control: overheard(new State({ control }), known, fault, opened) });
  const options = {
    only: fault.among,
    write: true,
    lists: ["releases"],
    mostItems: 12,
    patience: 5,
  };
  const bench = new Bench({ address: opened[0].address, state, contract, options });
  try {
    const { results, leftovers } = await run(serverChecks(contract), { make: () => new Trial(bench), bench });
    if (leftovers.length) throw new Error(leftovers.join());
    return { failed: results.filter((each) => each.outcome === "failed"), requests: bench.server.requests };
  } finally {
    for (const each of opened) each.close();
  }
}

const [address, control, ...named] = process.argv.slice(2);
const contract = new Contract();
/** @type {Record<string, any>} */
const told = {};
for (const fault of faults.filter((each) => named.length === 0 || named.includes(each.name))) {
  const begun = performance.now();
  const { failed, requests } = await prove(fault, address, control, contract);
  told[fault.name] = {
    expected: fault.finds,
    failed: failed.map((each) => each.check.id),
    findings: failed.map((each) => each.findings[0]),
    requests,
    seconds: Number(((performance.now() - begun) / 1000).toFixed(2)),
  };
}
process.stdout.write(JSON.stringify(told));
