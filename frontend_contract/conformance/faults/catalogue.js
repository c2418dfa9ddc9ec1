// The faults that the kit has to find, each with the checks that must fail: those and no others.

import { edit, isGraphql, isItem, isList } from "./editing.js";
import { comments, history, notPublic, webhooks } from "./state.js";

/** @typedef {import("./proxy.js").Fault} Fault */

/** Every connection in the data of GraphQL. @param {any} told @param {(connection: any) => void} change */
function connections(told, change) {
  for (const each of Object.values(told?.data ?? {})) {
    for (const connection of [each, each?.comments])
      if (connection?.pageInfo || connection?.totalCount !== undefined) change(connection);
  }
}

/** @param {any} told @param {string} code */
const hasCode = (told, code) =>
  told.errors?.some((/** @type {any} */ error) => error.extensions?.code === code);

/** @type {Fault[]} */
const operations = [
  {
    name: "a field of the schema is missing",
    among: ["schema"],
    finds: ["schema.graphql"],
    answer: (given) =>
      edit(given, (told) => {
        const release = told.data?.__schema?.types.find((/** @type {any} */ type) => type.name === "Release");
        if (release)
          release.fields = release.fields.filter((/** @type {any} */ field) => field.name !== "subtitle");
      }),
  },
  {
    name: "an address is not described",
    among: ["schema"],
    finds: ["schema.openapi"],
    answer: (given) => edit(given, (told) => void delete told.paths?.["/api/v1/topics"]),
  },
  {
    name: "operations are not known by their ids",
    among: ["operations.persisted", "operations.unknown-id", "operations.Release"],
    finds: ["operations.persisted"],
    answer(given, asked) {
      if (
        !isGraphql(asked) ||
        !asked.url.searchParams.has("extensions") ||
        asked.url.searchParams.has("query")
      )
        return;
      given.status = 400;
      given.body =
        '{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}';
    },
  },
  {
    name: "null where a value is promised",
    among: ["operations.Release", "operations.Releases", "operations.Asset"],
    finds: ["operations.Release"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) => void (told.data?.release?.id && (told.data.release.title = null))),
  },
  {
    name: "a field of REST is missing",
    among: ["rest.read_thread", "rest.list_threads", "rest.read_release"],
    finds: ["rest.read_thread"],
    answer: (given, asked) => isItem(asked, "threads") && edit(given, (told) => void delete told.mode),
  },
];

/** @type {Fault[]} */
const pages = [
  {
    name: "the last item of a page is dropped",
    among: ["pagination.forward", "pagination.page-info", "pagination.total-count"],
    finds: ["pagination.forward"],
    answer: (given, asked) =>
      /releases\(first: 2, after/.test(asked.text) &&
      edit(given, (told) => void told.data?.releases?.edges.pop()),
  },
  {
    name: "an item comes again on the next page",
    among: ["pagination.rest-forward", "pagination.rest-backward", "pagination.rest-links"],
    finds: ["pagination.rest-forward"],
    answer: (given, asked) =>
      isList(asked, "releases") &&
      /page_size=7.*cursor|cursor.*page_size=7/.test(asked.url.search) &&
      edit(given, (told) => void told.results.unshift(told.results[0])),
  },
  {
    name: "hasPreviousPage is always false",
    among: ["pagination.backward", "pagination.comments", "pagination.page-info", "pagination.total-count"],
    finds: ["pagination.backward", "pagination.comments", "pagination.page-info"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) =>
        connections(told, ({ pageInfo }) => void (pageInfo && (pageInfo.hasPreviousPage = false))),
      ),
  },
  {
    name: "endCursor is that of the first edge",
    among: ["pagination.page-info", "pagination.total-count"],
    finds: ["pagination.page-info"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) =>
        connections(
          told,
          ({ edges, pageInfo }) => void (edges?.length > 1 && (pageInfo.endCursor = edges[0].cursor)),
        ),
      ),
  },
  {
    name: "totalCount counts one too many",
    among: ["pagination.total-count", "pagination.page-info"],
    finds: ["pagination.total-count"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) =>
        connections(told, (connection) => void ("totalCount" in connection && (connection.totalCount += 1))),
      ),
  },
  {
    name: "a garbage cursor is taken for the beginning",
    among: ["pagination.garbage-cursor", "pagination.first-and-last", "pagination.rest-refusals"],
    finds: ["pagination.garbage-cursor"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) => (hasCode(told, "INVALID_CURSOR") ? { data: { releases: { edges: [] } } } : told)),
  },
  {
    name: "first and last are both taken",
    among: ["pagination.garbage-cursor", "pagination.first-and-last", "pagination.rest-refusals"],
    finds: ["pagination.first-and-last"],
    answer: (given, asked) =>
      /first: 1, last: 1/.test(asked.text) && edit(given, () => ({ data: { releases: { edges: [] } } })),
  },
  {
    name: "a page does not lead back",
    among: ["pagination.rest-forward", "pagination.rest-backward", "pagination.rest-links"],
    finds: ["pagination.rest-backward", "pagination.rest-links"],
    answer: (given, asked) =>
      isList(asked, "releases") && edit(given, (told) => void (told.previous &&= null)),
  },
];

/** @type {Fault[]} */
const items = [
  {
    name: "ids count upwards",
    among: ["ids.uuid", "ids.path"],
    finds: ["ids.uuid"],
    request(asked, known) {
      for (const [id, number] of Object.entries((known.ids ??= {}))) {
        asked.body = asked.body.replaceAll(number, id);
        asked.url.href = asked.url.href.replaceAll(number, id);
      }
    },
    answer(given, _asked, known) {
      given.body = given.body.replace(
        /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
        (id) => {
          const count = Object.keys(known.ids).length + 1;
          return (known.ids[id] ??= `00000000-0000-1000-8000-${String(count).padStart(12, "0")}`);
        },
      );
    },
  },
  {
    name: "the title differs between the two APIs",
    among: ["parity.fields", "parity.orders"],
    finds: ["parity.fields"],
    answer: (given, asked) =>
      /^\/api\/v1\/releases/.test(asked.url.pathname) &&
      edit(given, (told) => {
        for (const item of told.results ?? [told]) if (item.title) item.title += "!";
      }),
  },
  {
    name: "one list shows an item that the other does not",
    among: ["ids.same", "ids.path"],
    finds: ["ids.same"],
    answer: (given, asked) =>
      isGraphql(asked) && edit(given, (told) => void told.data?.releases?.nodes?.shift()),
  },
];

/** @type {Fault[]} */
const errors = [
  {
    name: "errors are HTML pages",
    among: [
      "errors.not-found",
      "errors.unknown-parameter",
      "errors.method",
      "errors.not-stored",
      "errors.never-a-page",
    ],
    finds: ["errors.not-found", "errors.never-a-page"],
    answer(given, asked) {
      if (given.status !== 404 || isGraphql(asked)) return;
      given.headers["content-type"] = "text/html";
      given.body = "<!doctype html><title>Not found</title>";
    },
  },
  {
    name: "a problem has no code",
    among: ["errors.unknown-parameter", "errors.not-stored"],
    finds: ["errors.unknown-parameter"],
    answer: (given, asked) =>
      /nwesroom/.test(asked.url.search) && edit(given, (told) => void delete told.code),
  },
  {
    name: "an unknown parameter is taken",
    among: ["errors.unknown-parameter", "errors.not-stored"],
    finds: ["errors.unknown-parameter"],
    request: (asked) => asked.url.searchParams.delete("nwesroom"),
  },
  {
    name: "a hostile request makes a 500",
    among: ["errors.never-a-page", "errors.bad-value"],
    finds: ["errors.never-a-page"],
    answer: (given, asked) => void (/\u0000/.test(asked.text) && (given.status = 500)),
  },
  {
    name: "a 405 does not say what is allowed",
    among: ["errors.method", "errors.not-stored"],
    finds: ["errors.method"],
    answer: (given) => void delete given.headers.allow,
  },
  {
    name: "errors are kept by caches",
    among: ["errors.method", "errors.not-stored"],
    finds: ["errors.not-stored"],
    answer: (given, asked) =>
      void (
        given.status >= 400 &&
        asked.method === "GET" &&
        (given.headers["cache-control"] = "public, max-age=60")
      ),
  },
  {
    name: "GraphQL answers 200 to what it cannot parse",
    among: ["errors.graphql-request", "errors.graphql-codes", "errors.graphql-method"],
    finds: ["errors.graphql-request"],
    answer: (given, asked) =>
      void (isGraphql(asked) && /GRAPHQL_(PARSE|VALIDATION)/.test(given.body) && (given.status = 200)),
  },
  {
    name: "an error of GraphQL has no code",
    among: ["errors.graphql-request", "errors.graphql-codes", "errors.graphql-method"],
    finds: ["errors.graphql-codes"],
    answer: (given, asked) =>
      isGraphql(asked) &&
      edit(given, (told) => {
        for (const error of told.errors ?? [])
          if (error.extensions?.code === "NOT_FOUND") delete error.extensions.code;
      }),
  },
];

/** @type {Fault[]} */
const wire = [
  {
    name: "entity tags are weak",
    among: ["caching.etag", "caching.cache-control", "caching.vary", "caching.head"],
    finds: ["caching.etag"],
    answer: (given) => void (given.headers.etag &&= `W/${given.headers.etag}`),
  },
  {
    name: "nothing is ever a 304",
    among: ["caching"],
    finds: ["caching.not-modified", "caching.last-modified"],
    request(asked) {
      delete asked.headers["if-none-match"];
      delete asked.headers["if-modified-since"];
    },
  },
  {
    name: "public answers are private",
    among: ["caching.etag", "caching.cache-control", "caching.vary", "caching.surrogate-key"],
    finds: ["caching.cache-control"],
    answer: (given) =>
      void (given.headers["cache-control"] = given.headers["cache-control"]?.replace("public", "private")),
  },
  {
    name: "Vary does not name Accept",
    among: ["caching.etag", "caching.cache-control", "caching.vary", "caching.surrogate-key"],
    finds: ["caching.vary"],
    answer: (given) => void delete given.headers.vary,
  },
  {
    name: "Surrogate-Key leaves out an item",
    among: ["caching.etag", "caching.cache-control", "caching.vary", "caching.surrogate-key"],
    finds: ["caching.surrogate-key"],
    answer: (given) =>
      void (given.headers["surrogate-key"] &&= given.headers["surrogate-key"].replace(/item-\S+/, "")),
  },
  {
    name: "scripts of other origins may not read errors",
    among: ["cors"],
    finds: ["cors.simple"],
    answer: (given) => void (given.status >= 400 && delete given.headers["access-control-allow-origin"]),
  },
  {
    name: "a token may not be sent from other origins",
    among: ["cors"],
    finds: ["cors.preflight"],
    answer: (given) =>
      void (given.headers["access-control-allow-headers"] &&= given.headers[
        "access-control-allow-headers"
      ].replace(/edit-token,?/, "")),
  },
  {
    name: "RateLimit is no structured field",
    among: ["limits"],
    finds: ["limits.headers"],
    answer: (given) => void (given.headers.ratelimit &&= "limit=100, remaining=many"),
  },
];

/** @type {Fault[]} */
export const faults = [
  ...operations,
  ...pages,
  ...items,
  ...errors,
  ...wire,
  ...notPublic,
  ...history,
  ...comments,
  ...webhooks,
];
