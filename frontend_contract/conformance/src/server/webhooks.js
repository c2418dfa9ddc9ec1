// Webhooks: the kit listens, has something published, and verifies what comes; or verifies what was recorded.

import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { Skip } from "../checking.js";

/** @typedef {import("../trial.js").Trial} Trial */

/**
 * A message that came.
 * @typedef {object} Delivery
 * @property {Record<string, string>} headers
 * @property {string} body
 * @property {number} [at] When it came, in seconds; recorded ones may not say.
 */

const STANDARD = {
  rule: "Standard Webhooks",
  link: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
};
const NEEDS = "--control: `webhook`, `publish`, `correct`, `withdraw`; or `deliveries`";
const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 10_000_000;

/** @type {import("../checking.js").Check[]} */
export const webhooks = [
  {
    id: "webhooks.verify",
    asserts:
      "Every message is signed with the endpoint’s secret, and what is changed on the way does not verify.",
    ...STANDARD,
    needs: NEEDS,
    run: verify,
  },
  {
    id: "webhooks.ids",
    asserts: "Every message has an id of its own; only the same message comes again with the same one.",
    ...STANDARD,
    needs: NEEDS,
    run: ids,
  },
  {
    id: "webhooks.fresh",
    asserts: "The timestamp is that of the sending: receivers refuse what is older than five minutes.",
    ...STANDARD,
    needs: "--control: `webhook`, `publish`",
    run: fresh,
  },
  {
    id: "webhooks.content",
    asserts:
      "Messages say `type`, `timestamp` and `data`; issued, corrected and withdrawn come in order, the withdrawal without a document.",
    rule: "The contract, docs/webhooks.md",
    link: STANDARD.link,
    needs: NEEDS,
    run: contents,
  },
  {
    id: "webhooks.retry",
    asserts:
      "What is answered with a 500 comes again, with the same `webhook-id`, a new timestamp and a signature that verifies.",
    ...STANDARD,
    needs: "--control: `webhook`, `publish`",
    run: retry,
  },
];

/** Listens for webhooks. */
class Listener {
  constructor() {
    /** @type {Delivery[]} */
    this.got = [];
    this.refuseNext = 0;
    this.server = createServer((request, response) => this.take(request, response));
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async take(request, response) {
    let body = "";
    for await (const part of request.setEncoding("utf8")) {
      body += part;
      if (body.length > MOST_BYTES) return void response.writeHead(413).end();
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    this.got.push({ headers, body, at: Date.now() / 1000 });
    response.writeHead(this.refuseNext-- > 0 ? 500 : 204).end();
  }

  /** @param {string} place host:port @returns {Promise<string>} The address at which it listens. */
  async open(place) {
    const [, host, port] = /^(.*):(\d+)$/.exec(place) ?? [];
    if (!host) throw new Skip(`--listen is host:port, not ${place}`);
    await new Promise((resolve, reject) =>
      this.server.once("error", reject).listen(Number(port), host, () => resolve(undefined)),
    );
    const address = /** @type {import("node:net").AddressInfo} */ (this.server.address());
    return `http://${host}:${address.port}/conformance`;
  }

  /** Wait until a message comes for which `is` holds. @param {(got: Delivery) => boolean} is @param {number} seconds */
  async wait(is, seconds) {
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(20)) {
      const found = this.got.find(is);
      if (found) return found;
    }
    return undefined;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** An endpoint at the server that sends to the kit: made once. @param {Trial} trial @returns {Promise<{ listener: Listener, secret: string }>} */
function endpoint(trial) {
  return trial.found.once("webhook", async () => {
    if (!trial.state.canAct) throw new Skip("needs --control, for the action `webhook`");
    const listener = new Listener();
    const here = await listener.open(trial.options.listen ?? "127.0.0.1:0");
    trial.later(async () => listener.close());
    const { secret } = await trial.state.act("webhook", { url: trial.options.listenUrl ?? here });
    return { listener, secret };
  });
}

/** @param {Delivery} delivery */
const contentOf = (delivery) => JSON.parse(delivery.body);

/** The messages about an item that is published, corrected and withdrawn: it happens once. @param {Trial} trial @returns {Promise<{ deliveries: Delivery[], secret: string, id: string, live: boolean }>} */
function messages(trial) {
  return trial.found.once("messages", async () => {
    const recorded = trial.state.facts.deliveries;
    if (recorded) return { deliveries: recorded.messages, secret: recorded.secret, id: "", live: false };
    const { listener, secret } = await endpoint(trial);
    const { id } = await trial.state.act("publish", { title: "Conformance: to be told of" });
    const heard = (/** @type {string} */ action) =>
      listener.wait(
        (got) => contentOf(got).data?.item === id && contentOf(got).data.action === action,
        trial.options.patience ?? 20,
      );
    await heard("ISSUED");
    await trial.state.act("correct", { id, note: "Conformance: the figure was wrong." });
    await heard("CORRECTED");
    await trial.state.act("withdraw", { id, reason: "Conformance: no longer true." });
    await heard("WITHDRAWN");
    return { deliveries: [...listener.got], secret, id, live: true };
  });
}

/** @param {Delivery} delivery @param {string} secret @param {string} [body] */
function verifies({ headers, body: own }, secret, body = own) {
  const id = headers["webhook-id"] ?? "";
  const signed = new Webhook(secret).sign(id, new Date(Number(headers["webhook-timestamp"]) * 1000), body);
  return (headers["webhook-signature"] ?? "").split(" ").includes(signed);
}

/** @param {Trial} trial @param {Delivery[]} deliveries */
function some(trial, deliveries) {
  trial.that(deliveries.length > 0, {
    expected: "messages",
    seen: "none in time",
    where: "the kit’s endpoint",
  });
}

/** @param {Trial} trial */
async function verify(trial) {
  const { deliveries, secret } = await messages(trial);
  some(trial, deliveries);
  for (const delivery of deliveries) {
    const where = `the message ${delivery.headers["webhook-id"]}`;
    trial.that(verifies(delivery, secret), {
      expected: "a signature that verifies",
      seen: delivery.headers["webhook-signature"] ?? "none",
      where,
    });
    trial.that(!verifies(delivery, secret, `${delivery.body} `), {
      expected: "no signature of another body",
      seen: "verifies",
      where,
    });
  }
}

/** @param {Trial} trial */
async function ids(trial) {
  const { deliveries } = await messages(trial);
  some(trial, deliveries);
  const bodies = new Map();
  for (const { headers, body } of deliveries) {
    const id = headers["webhook-id"];
    trial.that(id, {
      expected: "webhook-id",
      seen: Object.keys(headers).join(),
      where: "headers of a message",
    });
    trial.that((bodies.get(id) ?? body) === body, {
      expected: "one message for each id",
      seen: id,
      where: "two messages",
    });
    bodies.set(id, body);
  }
}

/** @param {Trial} trial */
async function fresh(trial) {
  const { deliveries, live } = await messages(trial);
  if (!live) throw new Skip("recorded messages do not tell when they came");
  some(trial, deliveries);
  for (const { headers, at = 0 } of deliveries) {
    const sent = Number(headers["webhook-timestamp"]);
    const where = `the message ${headers["webhook-id"]}, webhook-timestamp`;
    trial.that(Math.abs(at - sent) < TOLERANCE_SECONDS, {
      expected: `about ${Math.round(at)}`,
      seen: headers["webhook-timestamp"] ?? "none",
      where,
    });
  }
}

/** @param {Trial} trial */
async function contents(trial) {
  const { deliveries, id, live } = await messages(trial);
  some(trial, deliveries);
  const told = deliveries.map(contentOf);
  for (const { type, timestamp, data } of told) {
    trial.that(/^[a-z_]+\.[a-z]+$|^test$/.test(type), { expected: "noun.verb", seen: type, where: "type" });
    trial.that(/Z$/.test(timestamp) && !Number.isNaN(Date.parse(timestamp)), {
      expected: "a time in UTC",
      seen: timestamp,
      where: `${type}, timestamp`,
    });
    trial.same(typeof data, "object", `${type}, type of data`);
  }
  if (!live) return;
  const own = told.filter(({ data }) => data.item === id);
  const unique = own.filter(
    ({ data }, index) => own.findIndex((each) => each.data.seq === data.seq) === index,
  );
  trial.same(
    unique.map(({ type }) => type),
    ["release.issued", "release.corrected", "release.withdrawn"],
    "the types of what was told",
  );
  const seqs = unique.map(({ data }) => data.seq);
  trial.same(
    seqs,
    [...seqs].sort((a, b) => a - b),
    "seq of what was told",
  );
  trial.same(own.at(-1)?.data.document ?? null, null, "the document of the withdrawal");
}

/** @param {Trial} trial */
async function retry(trial) {
  await messages(trial); // first of all: what comes again would come between
  const { listener, secret } = await endpoint(trial);
  listener.refuseNext = 1;
  const begun = listener.got.length;
  const { id } = await trial.state.act("publish", { title: "Conformance: to be sent again" });
  const mine = () => listener.got.slice(begun).filter((got) => contentOf(got).data?.item === id);
  await listener.wait(() => mine().length > 1, trial.options.patience ?? 20);
  const [first, second] = mine();
  if (
    !trial.that(second, {
      expected: "a second attempt",
      seen: `${mine().length} in ${trial.options.patience} s`,
      where: "a message answered with a 500",
    })
  )
    return;
  trial.same(second.headers["webhook-id"], first.headers["webhook-id"], "webhook-id of the second attempt");
  const [before, after] = [first, second].map((each) => Number(each.headers["webhook-timestamp"]));
  trial.that(after > before, {
    expected: `later than ${before}`,
    seen: after,
    where: "webhook-timestamp of the second attempt",
  });
  trial.that(verifies(second, secret), {
    expected: "a signature that verifies",
    seen: second.headers["webhook-signature"],
    where: "the second attempt",
  });
}
