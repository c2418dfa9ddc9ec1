// Errors: their status, their code, their form; and that nothing hostile gets a page or a 5xx.

import { GRAPHQL_CODES } from "../contract.js";

/** @typedef {import("../trial.js").Trial} Trial */

const PROBLEMS = {
  rule: "RFC 9457; the contract, README “Errors”",
  link: "https://www.rfc-editor.org/rfc/rfc9457",
};
const OVER_HTTP = {
  rule: "GraphQL over HTTP, section 6; the contract, README “Errors”",
  link: "https://graphql.github.io/graphql-over-http/draft/",
};
const HTTP = { link: "https://www.rfc-editor.org/rfc/rfc9110" };
const ITEMS = [
  "releases",
  "assets",
  "press-kits",
  "discussions",
  "newsrooms",
  "topics",
  "people",
  "contributions",
];

/** @type {import("../checking.js").Check[]} */
export const errors = [
  {
    id: "errors.not-found",
    asserts:
      "What nobody has is a 404 NOT_FOUND problem: an unknown id, one that is no UUID, an unknown address.",
    ...PROBLEMS,
    run: notFound,
  },
  {
    id: "errors.unknown-parameter",
    asserts: "A parameter that the address does not know is a 400 INVALID_INPUT that names it.",
    ...PROBLEMS,
    run: unknownParameter,
  },
  {
    id: "errors.bad-value",
    asserts: "A value of the wrong type or out of range is a 400 INVALID_INPUT that names the parameter.",
    ...PROBLEMS,
    run: badValue,
  },
  {
    id: "errors.method",
    asserts: "A method that the address does not know is a 405 with `Allow`.",
    rule: "RFC 9110, section 15.5.6",
    ...HTTP,
    run: method,
  },
  {
    id: "errors.not-acceptable",
    asserts: "`Accept: text/html` is a 406 NOT_ACCEPTABLE problem.",
    rule: "RFC 9110, section 15.5.7",
    ...HTTP,
    run: notAcceptable,
  },
  {
    id: "errors.media-type",
    asserts: "A body that is not JSON is a 415, JSON that is broken a 400.",
    rule: "RFC 9110, section 15.5.16",
    ...HTTP,
    run: mediaType,
  },
  {
    id: "errors.not-stored",
    asserts: "Errors are `no-store`: what is missing may be public in a second.",
    rule: "The contract, README “Caches”",
    link: "https://www.rfc-editor.org/rfc/rfc9111",
    run: notStored,
  },
  {
    id: "errors.never-a-page",
    asserts: "No address of the wire answers a hostile request with HTML or with a 5xx.",
    ...PROBLEMS,
    run: neverAPage,
  },
  {
    id: "errors.graphql-request",
    asserts:
      "A request that is no GraphQL, does not fit the schema, or has wrong variables is a 400 with a code, and no data.",
    ...OVER_HTTP,
    run: graphqlRequest,
  },
  {
    id: "errors.graphql-codes",
    asserts:
      "Errors of fields have `message`, `path`, and `extensions` with a code of the contract and a classification.",
    ...OVER_HTTP,
    run: graphqlCodes,
  },
  {
    id: "errors.graphql-method",
    asserts:
      "A mutation by GET is a 405, a media type that GraphQL does not have a 406, a body that is not JSON a 415.",
    ...OVER_HTTP,
    run: graphqlMethod,
  },
];

/** @param {Trial} trial */
async function notFound(trial) {
  for (const list of ITEMS) {
    trial.problem(await trial.server.api(`/${list}/${trial.nobody()}`), 404, "NOT_FOUND");
  }
  for (const path of [
    "/releases/1",
    "/topics/none",
    `/threads/${trial.nobody()}`,
    `/comments/${trial.nobody()}`,
    "/none",
    "/items?path=/none/none",
  ]) {
    trial.problem(await trial.server.api(path), 404, "NOT_FOUND");
  }
}

/** Whether a problem names a field. @param {Trial} trial @param {import("../http.js").Answer} answer @param {string} field */
function names(trial, answer, field) {
  if (!trial.problem(answer, 400, "INVALID_INPUT")) return;
  const fields = answer.json.errors.map((/** @type {any} */ error) => error.field);
  trial.that(fields.includes(field), { expected: `an error of ${field}`, seen: fields, where: answer.asked });
}

/** @param {Trial} trial */
async function unknownParameter(trial) {
  for (const list of [...ITEMS, "threads", "changes"])
    names(trial, await trial.server.api(`/${list}?nwesroom=x`), "nwesroom");
  const { id } = await trial.found.first("newsrooms");
  names(trial, await trial.server.api(`/newsrooms/${id}?nwesroom=x`), "nwesroom");
}

/** @param {Trial} trial */
async function badValue(trial) {
  const asked = {
    order_by: "BEST",
    published_from: "yesterday",
    topic: "1",
    kind: "NOVEL",
    pinned: "perhaps",
    fields: "secret",
    page_size: "1e2",
  };
  for (const [name, value] of Object.entries(asked)) {
    names(trial, await trial.server.api(`/releases?${name}=${value}`), name);
  }
}

/** @param {Trial} trial */
async function method(trial) {
  for (const path of ["/releases", `/releases/${trial.nobody()}`, "/newsrooms", "/changes"]) {
    const answer = await trial.server.api(path, { method: "DELETE" });
    if (!trial.problem(answer, 405, "METHOD_NOT_ALLOWED")) continue;
    const allowed = answer.header("allow").split(/\s*,\s*/);
    trial.that(allowed.includes("GET"), {
      expected: "GET in Allow",
      seen: answer.header("allow"),
      where: answer.asked,
    });
  }
}

/** @param {Trial} trial */
async function notAcceptable(trial) {
  for (const list of ITEMS) {
    trial.problem(
      await trial.server.api(`/${list}`, { headers: { accept: "text/html" } }),
      406,
      "NOT_ACCEPTABLE",
    );
  }
}

/** @param {Trial} trial */
async function mediaType(trial) {
  const { id } = await trial.found.thread();
  const asked = { method: "POST", body: "body=Hello" };
  for (const type of ["application/x-www-form-urlencoded", "text/plain"]) {
    const answer = await trial.server.api(`/threads/${id}/comments`, {
      ...asked,
      headers: { "content-type": type },
    });
    trial.problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
  }
  const broken = { ...asked, body: '{"body": ', headers: { "content-type": "application/json" } };
  trial.problem(await trial.server.api(`/threads/${id}/comments`, broken), 400, "INVALID_INPUT");
}

/** @param {Trial} trial */
async function notStored(trial) {
  for (const path of ["/releases?page_size=0", `/releases/${trial.nobody()}`, "/none", "/preview?token=x"]) {
    trial.notStored(await trial.server.api(path));
  }
  trial.notStored(await trial.server.get({ query: "{ none }" }));
  trial.notStored(await trial.server.get({ query: `{ release(id: "${trial.nobody()}") { id } }` }));
}

/** @param {Trial} trial */
async function neverAPage(trial) {
  const hostile = [
    "%00",
    "%FF",
    "%27%22--",
    "..%2F..%2Fetc%2Fpasswd",
    "x".repeat(3000),
    "%F0%9F%92%A9",
    "-1",
    "%7B%7B7*7%7D%7D",
  ];
  const paths = [
    "/releases?search=",
    "/items?path=",
    "/releases/",
    "/preview?token=",
    "/releases?cursor=",
    "/changes?after=",
    "/threads/",
    "/releases?slug=",
  ];
  for (const [index, path] of paths.entries()) {
    const some = index < 3 ? hostile : hostile.slice(0, 3);
    for (const each of some) noPage(trial, await trial.server.api(path + each));
  }
  for (const body of ["", "[]", "null", '{"query":1}', '{"query":"{"}', "\u0000"]) {
    noPage(
      trial,
      await trial.server.ask(trial.server.graphql, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      }),
    );
  }
}

/** @param {Trial} trial @param {import("../http.js").Answer} answer */
function noPage(trial, answer) {
  const isPage = answer.type === "text/html" || /^\s*<(!doctype|html)/i.test(answer.text);
  trial.that(!isPage, {
    expected: "no HTML",
    seen: `${answer.type}: ${answer.text.slice(0, 80)}`,
    where: answer.asked,
  });
  trial.that(answer.status < 500, { expected: "no 5xx", seen: answer.status, where: answer.asked });
}

/** @param {Trial} trial */
async function graphqlRequest(trial) {
  /** @type {[string, Record<string, unknown>, string][]} */
  const wrong = [
    ["{", {}, "GRAPHQL_PARSE_FAILED"],
    ["{ none }", {}, "GRAPHQL_VALIDATION_FAILED"],
    [
      "query ($first: Int!) { releases(first: $first) { nodes { id } } }",
      { first: "many" },
      "BAD_USER_INPUT",
    ],
    ["query ($first: Int!) { releases(first: $first) { nodes { id } } }", {}, "BAD_USER_INPUT"],
  ];
  for (const [query, variables, code] of wrong) {
    const answer = await trial.server.query(query, variables);
    trial.same(answer.status, 400, `${query}, status`);
    trial.refused(answer, query, code);
    trial.that(!("data" in answer.json), { expected: "no data", seen: answer.json, where: query });
  }
}

/** @param {Trial} trial */
async function graphqlCodes(trial) {
  const id = trial.nobody();
  const fields = [
    "release",
    "asset",
    "pressKit",
    "discussion",
    "newsroom",
    "person",
    "topic",
    "contribution",
    "thread",
    "comment",
    "node",
  ];
  for (const field of fields) {
    const answer = await trial.server.query(`{ ${field}(id: "${id}") { id } }`);
    const where = `${field} of an id that nobody has`;
    trial.same(answer.status, 200, `${where}, status`);
    if (!trial.refused(answer, where, "NOT_FOUND")) continue;
    const [error] = answer.json.errors;
    trial.same(error.path, [field], `${where}, path`);
    trial.same(answer.json.data, { [field]: null }, `${where}, data`);
    trial.same(typeof error.message, "string", `${where}, message`);
    trial.same(error.extensions.classification, "BAD_REQUEST", `${where}, classification`);
  }
  const known = [...trial.contract.codes, ...GRAPHQL_CODES];
  for (const query of [
    "{ releases(first: 0) { nodes { id } } }",
    '{ releases(after: "x") { nodes { id } } }',
    '{ item(path: "") { path } }',
  ]) {
    for (const error of (await trial.server.query(query)).json.errors ?? []) {
      trial.that(known.includes(error.extensions?.code), {
        expected: "a code of the contract",
        seen: error,
        where: query,
      });
    }
  }
}

/** @param {Trial} trial */
async function graphqlMethod(trial) {
  const query = `mutation { withdrawComment(input: {id: "${trial.nobody()}", editToken: "x"}) { status } }`;
  const got = await trial.server.get({ query });
  trial.same(got.status, 405, "a mutation by GET");
  const refused = await trial.server.query("{ __typename }", {}, { accept: "text/csv" });
  trial.same(refused.status, 406, "Accept: text/csv");
  const body = { method: "POST", body: "{ __typename }", headers: { "content-type": "text/plain" } };
  trial.same((await trial.server.ask(trial.server.graphql, body)).status, 415, "Content-Type: text/plain");
}
