// HTTP itself: conditional requests and caches, other origins, limits.

import { parseList } from "structured-headers";
import { Skip } from "../checking.js";
import { UUID } from "../found.js";

/** @typedef {import("../trial.js").Trial} Trial */

const CACHES = { rule: "RFC 9110, section 13", link: "https://www.rfc-editor.org/rfc/rfc9110#section-13" };
const KEPT = {
  rule: "RFC 9111; the contract, README “Caches”",
  link: "https://www.rfc-editor.org/rfc/rfc9111",
};
const FETCH = { rule: "Fetch, section 3.3", link: "https://fetch.spec.whatwg.org/#http-cors-protocol" };
const LIMITS = {
  rule: "RFC 9651; the contract, README “Limits”",
  link: "https://www.rfc-editor.org/rfc/rfc9651",
};
const STRONG = /^"[\x21\x23-\x7e]+"$/;
const QUERY = "{ releases(first: 2) { nodes { id title } } }";
const ORIGIN = "https://press.example";
const MOST_FLOOD = 2000;

/** @type {import("../checking.js").Check[]} */
export const wire = [
  {
    id: "caching.etag",
    asserts:
      "Public answers have a strong `ETag`, the same as long as nothing changes; other questions have others.",
    rule: "RFC 9110, section 8.8.3",
    link: CACHES.link,
    run: etags,
  },
  {
    id: "caching.not-modified",
    asserts:
      "`If-None-Match` with the `ETag`, in a list, weak or `*`, is a 304 without a body and with the same `ETag`; another is a 200.",
    ...CACHES,
    run: notModified,
  },
  {
    id: "caching.last-modified",
    asserts:
      "`If-Modified-Since` is answered by `Last-Modified`, and counts for nothing beside `If-None-Match`.",
    ...CACHES,
    run: lastModified,
  },
  {
    id: "caching.cache-control",
    asserts: "Public answers are `public` with a `max-age`; answers to POST are `no-store`.",
    ...KEPT,
    run: cacheControl,
  },
  {
    id: "caching.vary",
    asserts: "`Vary` names `Accept` where an answer comes in several media types.",
    ...KEPT,
    run: vary,
  },
  {
    id: "caching.surrogate-key",
    asserts: "`Surrogate-Key` names every item that an answer shows as `item-<id>`, and its list.",
    ...KEPT,
    run: surrogateKeys,
  },
  {
    id: "caching.head",
    asserts: "HEAD answers as GET does, without a body.",
    rule: "RFC 9110, section 9.3.2",
    link: CACHES.link,
    run: head,
  },
  {
    id: "cors.simple",
    asserts: "Any origin may read any answer, errors too; credentials are never asked for.",
    ...FETCH,
    run: simpleOrigin,
  },
  {
    id: "cors.preflight",
    asserts: "Any origin may send the methods and headers of the contract.",
    ...FETCH,
    run: preflight,
  },
  {
    id: "cors.expose",
    asserts:
      "Scripts may read `ETag`, `Link`, `Location`, `Retry-After`, `RateLimit`, `RateLimit-Policy` and `Idempotent-Replayed`.",
    ...FETCH,
    run: exposed,
  },
  {
    id: "limits.headers",
    asserts:
      "`RateLimit-Policy` and `RateLimit` are structured fields, and what is left is no more than the quota.",
    ...LIMITS,
    run: limitHeaders,
  },
  {
    id: "limits.reached",
    asserts: "Over the limit: 429 RATE_LIMITED with `Retry-After` in seconds.",
    ...LIMITS,
    needs: "--flood",
    run: flood,
  },
];

/** Addresses whose answers are public. @param {Trial} trial */
async function addresses(trial) {
  const { rest } = trial.server;
  const { id } = await trial.found.first("releases");
  const lists = ["newsrooms", "releases?page_size=2", "changes?page_size=2", `releases/${id}`].map(
    (each) => `${rest}/${each}`,
  );
  return [...lists, `${trial.server.graphql}?${new URLSearchParams({ query: QUERY })}`];
}

/** @param {Trial} trial */
async function etags(trial) {
  const seen = new Map();
  for (const path of await addresses(trial)) {
    const answers = [trial.answered(await trial.server.ask(path), 200), await trial.server.ask(path)];
    const [etag, again] = answers.map((answer) => answer.header("etag"));
    trial.that(STRONG.test(etag), {
      expected: "a strong entity tag",
      seen: etag || "none",
      where: answers[0].asked,
    });
    if (answers[0].text === answers[1].text) trial.same(again, etag, `${answers[0].asked}, asked twice`);
    if (etag)
      trial.that(!seen.has(etag), {
        expected: "an ETag of its own",
        seen: seen.get(etag),
        where: answers[0].asked,
      });
    seen.set(etag, path);
  }
}

/** @param {Trial} trial */
async function notModified(trial) {
  for (const path of await addresses(trial)) {
    const etag = trial.answered(await trial.server.ask(path), 200).header("etag");
    for (const sent of [etag, `"none", ${etag}`, `W/${etag.replace(/^W\//, "")}`, "*"]) {
      const answer = await trial.server.ask(path, { headers: { "if-none-match": sent } });
      const where = `${answer.asked}, If-None-Match: ${sent}`;
      trial.same([answer.status, answer.text], [304, ""], where);
      trial.same(answer.header("etag"), etag, `${where}, ETag`);
    }
    const other = await trial.server.ask(path, { headers: { "if-none-match": '"none"' } });
    trial.same(other.status, 200, `${other.asked}, If-None-Match: "none"`);
  }
}

/** @param {Trial} trial */
async function lastModified(trial) {
  for (const path of await addresses(trial)) {
    const since = trial.answered(await trial.server.ask(path), 200).header("last-modified");
    if (!since) continue; // while a statement is pinned, some have none
    trial.that(!Number.isNaN(Date.parse(since)), {
      expected: "a date",
      seen: since,
      where: `${path}, Last-Modified`,
    });
    const same = await trial.server.ask(path, { headers: { "if-modified-since": since } });
    trial.same([same.status, same.text], [304, ""], `${same.asked}, If-Modified-Since: ${since}`);
    const past = await trial.server.ask(path, {
      headers: { "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" },
    });
    trial.same(past.status, 200, `${past.asked}, If-Modified-Since: 2001`);
    const both = await trial.server.ask(path, {
      headers: { "if-modified-since": since, "if-none-match": '"none"' },
    });
    trial.same(both.status, 200, `${both.asked}, If-None-Match: "none" and If-Modified-Since`);
  }
}

/** @param {Trial} trial */
async function cacheControl(trial) {
  for (const path of await addresses(trial)) {
    const answer = trial.answered(await trial.server.ask(path), 200);
    const seen = answer.header("cache-control");
    const holds =
      /(^|[\s,])public([\s,]|$)/.test(seen) &&
      /(^|[\s,])max-age=\d+/.test(seen) &&
      !/no-store|private/.test(seen);
    trial.that(holds, { expected: "public, max-age=…", seen: seen || "none", where: answer.asked });
  }
  trial.notStored(await trial.server.query(QUERY));
}

/** @param {Trial} trial */
async function vary(trial) {
  const { rest, graphql } = trial.server;
  for (const path of [
    `${rest}/releases`,
    `${rest}/changes`,
    `${graphql}?${new URLSearchParams({ query: QUERY })}`,
  ]) {
    const answer = await trial.server.ask(path);
    const names = answer
      .header("vary")
      .toLowerCase()
      .split(/\s*,\s*/);
    trial.that(names.includes("accept"), {
      expected: "Accept",
      seen: answer.header("vary") || "none",
      where: `${answer.asked}, Vary`,
    });
  }
}

/** @param {Trial} trial */
async function surrogateKeys(trial) {
  for (const path of ["/releases?page_size=3", "/assets?page_size=3", "/people?page_size=3"]) {
    const answer = trial.answered(await trial.server.api(path), 200);
    const keys = answer.header("surrogate-key").split(/\s+/);
    for (const { id } of answer.json.results) {
      trial.that(keys.includes(`item-${id}`), {
        expected: `item-${id}`,
        seen: keys.join(" "),
        where: `${answer.asked}, Surrogate-Key`,
      });
    }
    trial.that(
      keys.some((key) => key.startsWith("list-")),
      { expected: "list-…", seen: keys.join(" "), where: answer.asked },
    );
    trial.that(
      keys.every((key) => !key.startsWith("item-") || UUID.test(key.slice(5))),
      { expected: "item-<id>", seen: keys, where: path },
    );
  }
  const answer = await trial.server.get({ query: QUERY });
  const keys = answer.header("surrogate-key").split(/\s+/);
  for (const { id } of answer.json.data?.releases?.nodes ?? []) {
    trial.that(keys.includes(`item-${id}`), {
      expected: `item-${id}`,
      seen: keys.join(" "),
      where: `GraphQL by GET, Surrogate-Key`,
    });
  }
}

/** @param {Trial} trial */
async function head(trial) {
  for (const path of await addresses(trial)) {
    const got = await trial.server.ask(path);
    const answer = await trial.server.ask(path, { method: "HEAD" });
    trial.same([answer.status, answer.text], [got.status, ""], answer.asked);
    for (const name of ["etag", "content-type", "cache-control"])
      trial.same(answer.header(name), got.header(name), `${answer.asked}, ${name}`);
  }
}

/** @param {Trial} trial */
async function simpleOrigin(trial) {
  const { rest, graphql } = trial.server;
  const paths = [
    ...(await addresses(trial)),
    `${rest}/releases/${trial.nobody()}`,
    `${rest}/releases?nwesroom=x`,
    `${graphql}?query=%7B`,
  ];
  for (const path of paths) {
    const answer = await trial.server.ask(path, { headers: { origin: ORIGIN } });
    const allowed = answer.header("access-control-allow-origin");
    trial.that(["*", ORIGIN].includes(allowed), {
      expected: "*",
      seen: allowed || "none",
      where: `${answer.asked}, Access-Control-Allow-Origin`,
    });
    trial.same(
      answer.header("access-control-allow-credentials"),
      "",
      `${answer.asked}, Access-Control-Allow-Credentials`,
    );
  }
}

/** @param {Trial} trial */
async function preflight(trial) {
  const { rest, graphql } = trial.server;
  const id = trial.nobody();
  /** @type {[string, string, string[]][]} */
  const asked = [
    [`${rest}/threads/${id}/comments`, "POST", ["content-type", "idempotency-key", "visitor-token"]],
    [`${rest}/comments/${id}`, "PATCH", ["content-type", "edit-token"]],
    [`${rest}/comments/${id}`, "DELETE", ["edit-token"]],
    [`${rest}/releases`, "GET", ["if-none-match"]],
    [graphql, "POST", ["content-type", "idempotency-key"]],
  ];
  for (const [path, method, headers] of asked) {
    const sent = {
      origin: ORIGIN,
      "access-control-request-method": method,
      "access-control-request-headers": headers.join(","),
    };
    const answer = await trial.server.ask(path, { method: "OPTIONS", headers: sent });
    const where = `OPTIONS ${path.replace(id, "{id}")} for ${method}`;
    trial.that(answer.status >= 200 && answer.status < 300, { expected: "2xx", seen: answer.status, where });
    const allows = (/** @type {string} */ name) =>
      answer
        .header(`access-control-allow-${name}`)
        .toLowerCase()
        .split(/\s*,\s*/);
    trial.that(["*", ORIGIN].includes(answer.header("access-control-allow-origin")), {
      expected: "*",
      seen: allows("origin").join(),
      where,
    });
    trial.that(
      allows("methods").some((each) => ["*", method.toLowerCase()].includes(each)),
      { expected: method, seen: allows("methods").join(), where },
    );
    for (const header of headers) {
      trial.that(
        allows("headers").some((each) => ["*", header].includes(each)),
        { expected: header, seen: allows("headers").join(), where },
      );
    }
  }
}

/** @param {Trial} trial */
async function exposed(trial) {
  const names = [
    "etag",
    "link",
    "location",
    "retry-after",
    "ratelimit",
    "ratelimit-policy",
    "idempotent-replayed",
  ];
  for (const path of [`${trial.server.rest}/releases`, trial.server.graphql]) {
    const answer = await trial.server.ask(path, { headers: { origin: ORIGIN } });
    const seen = answer
      .header("access-control-expose-headers")
      .toLowerCase()
      .split(/\s*,\s*/);
    for (const name of names)
      trial.that(seen.includes(name), {
        expected: name,
        seen: seen.join(),
        where: `${answer.asked}, Access-Control-Expose-Headers`,
      });
  }
}

/** @param {Trial} trial */
async function limitHeaders(trial) {
  const answer = await trial.server.api("/releases?page_size=1");
  const [policy, limit] = [answer.header("ratelimit-policy"), answer.header("ratelimit")];
  if (!policy && !limit) throw new Skip("the server says nothing of a limit");
  const quotas = new Map(fields(policy).map((each) => [each.name, Number(each.of.get("q"))]));
  for (const { name, of } of fields(limit)) {
    const [quota, left] = [quotas.get(name), of.get("r")];
    const holds = quota !== undefined && Number.isInteger(left) && Number(left) >= 0 && Number(left) <= quota;
    trial.that(holds, {
      expected: "r from 0 to the q of its policy",
      seen: `${policy} / ${limit}`,
      where: `${answer.asked}, RateLimit`,
    });
  }
}

/** The members of a list of strings with parameters. @param {string} field @returns {{ name: unknown, of: Map<string, unknown> }[]} */
function fields(field) {
  return parseList(field).map((member) => ({
    name: member[0],
    of: /** @type {Map<string, unknown>} */ (member[1]),
  }));
}

/** @param {Trial} trial */
async function flood(trial) {
  if (!trial.options.flood) throw new Skip("uses up the limit of requests; allow it by --flood");
  for (let count = 0; count < MOST_FLOOD; count += 1) {
    const answer = await trial.server.askOnce(`${trial.server.rest}/releases?page_size=1`);
    if (answer.status !== 429) continue;
    trial.problem(answer, 429, "RATE_LIMITED");
    const wait = answer.header("retry-after");
    trial.that(/^\d+$/.test(wait), {
      expected: "whole seconds",
      seen: wait || "none",
      where: "429, Retry-After",
    });
    return;
  }
  throw new Skip(`${MOST_FLOOD} requests did not reach the limit`);
}
