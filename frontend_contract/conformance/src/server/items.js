// Items in both APIs: their ids, and that GraphQL and REST tell the same of them.

import { getNamedType, isObjectType, isRequiredArgument } from "graphql";
import { LISTS, UUID } from "../found.js";

/** @typedef {import("../trial.js").Trial} Trial */

const CONTRACT = {
  rule: "The contract, README: “Both APIs show the same items, fields and ids”",
  link: "https://www.rfc-editor.org/rfc/rfc9562",
};
const EACH = 3;
const DEPTH = 3;

/** @type {import("../checking.js").Check[]} */
export const items = [
  {
    id: "ids.uuid",
    asserts: "Ids are UUIDs in lower case, no two alike, and random: they tell neither order nor number.",
    rule: "RFC 9562, section 5.4",
    link: CONTRACT.link,
    run: uuids,
  },
  {
    id: "ids.same",
    asserts:
      "The lists of GraphQL and REST hold the same ids; those with an order to choose, in the same order.",
    ...CONTRACT,
    run: sameIds,
  },
  {
    id: "ids.node",
    asserts: "`node(id)` finds each kind of item by its id, and says its type.",
    rule: "GraphQL, Global Object Identification",
    link: "https://graphql.org/learn/global-object-identification/",
    run: nodes,
  },
  {
    id: "ids.path",
    asserts: "`/items?path=` and `item(path)` find an item at its own path.",
    ...CONTRACT,
    run: paths,
  },
  {
    id: "parity.fields",
    asserts: "An item has the same values in GraphQL and in REST.",
    ...CONTRACT,
    run: sameFields,
  },
  {
    id: "parity.cards",
    asserts: "A card of a list says what the whole item says.",
    ...CONTRACT,
    run: cards,
  },
  {
    id: "parity.orders",
    asserts: "Releases in the orders NEWEST, OLDEST and UPDATED come in that order, the same in both APIs.",
    ...CONTRACT,
    run: orders,
  },
  {
    id: "parity.search",
    asserts: "A word of a title finds the release, in both APIs the same ones.",
    ...CONTRACT,
    run: search,
  },
];

/** @param {Trial} trial */
async function uuids(trial) {
  const seen = new Set();
  for (const { rest } of LISTS) {
    for (const { id } of await trial.found.list(rest)) {
      const isRandom = UUID.test(id) && id[14] === "4" && /[89ab]/.test(id[19]);
      trial.that(isRandom, { expected: "a random UUID (version 4)", seen: id, where: `/${rest}` });
      trial.that(!seen.has(id), { expected: "an id of its own", seen: id, where: `/${rest}` });
      seen.add(id);
    }
  }
}

/** @param {Trial} trial */
async function sameIds(trial) {
  const parts = LISTS.map(({ graphql }) => `${graphql}(first: 100) { nodes { id } }`);
  for (const [index, { graphql, rest, ordered }] of LISTS.entries()) {
    const data = await trial.data(`{ ${parts[index]} }`);
    const answer = trial.answered(await trial.server.api(`/${rest}?page_size=100`), 200);
    const ids = (/** @type {any[]} */ found) =>
      (ordered ? found : found.toSorted(byId)).map((each) => each.id);
    trial.same(ids(data[graphql].nodes), ids(answer.json.results), `${graphql} and /${rest}`);
  }
}

/** @param {any} a @param {any} b */
const byId = (a, b) => (a.id < b.id ? -1 : 1);

/** @param {Trial} trial */
async function nodes(trial) {
  const { schema } = trial.contract;
  for (const { rest, one } of LISTS) {
    const [item] = await trial.found.list(rest);
    if (!item) continue;
    const { node } = await trial.data(`query ($id: ID!) { node(id: $id) { id __typename } }`, {
      id: item.id,
    });
    trial.same(node.id, item.id, `node of /${rest}`);
    const promised = /** @type {any} */ (
      getNamedType(schema.getQueryType()?.getFields()[one].type ?? schema.getType("Node"))
    );
    const types = isObjectType(promised) ? [promised] : schema.getPossibleTypes(promised);
    const names = types.map((each) => each.name);
    trial.that(names.includes(node.__typename), {
      expected: names.join(),
      seen: node.__typename,
      where: `node of /${rest}`,
    });
  }
}

/** @param {Trial} trial */
async function paths(trial) {
  for (const { rest } of LISTS) {
    const [item] = await trial.found.list(rest);
    if (!item?.path) continue;
    const answer = trial.answered(
      await trial.server.api(`/items?path=${encodeURIComponent(item.path)}`),
      200,
    );
    trial.same([answer.json.item.id, answer.json.moved_to], [item.id, null], answer.asked);
    const { item: found } = await trial.data(
      `query ($path: String!) { item(path: $path) { item { id } movedTo } }`,
      { path: item.path },
    );
    trial.same([found.item.id, found.movedTo], [item.id, null], `item(path: "${item.path}")`);
  }
}

/** @param {string} name */
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * The fields of a type that a JSON object of REST has too, as a selection.
 * @param {any} type @param {any} shown @param {number} depth @returns {string}
 */
function selection(type, shown, depth) {
  const fields = type.getFields?.();
  if (!fields || !shown || typeof shown !== "object") return "";
  return Object.entries(shown)
    .map(([name, value]) => {
      const field = fields[camel(name)];
      if (!field || field.args.some(isRequiredArgument)) return "";
      const named = /** @type {any} */ (getNamedType(field.type));
      if (!isObjectType(named)) return "getFields" in named || "getTypes" in named ? "" : camel(name);
      const example = Array.isArray(value) ? value[0] : value;
      const inner =
        depth > 0 && example && typeof example === "object" ? selection(named, example, depth - 1) : "";
      return inner && `${camel(name)} { ${inner} }`;
    })
    .filter(Boolean)
    .join(" ");
}

/** What two answers both say, with the names of GraphQL. @param {any} rest @param {any} graphql @returns {any} */
function common(rest, graphql) {
  if (Array.isArray(rest) && Array.isArray(graphql))
    return rest.map((each, index) => common(each, graphql[index]));
  if (!rest || !graphql || typeof rest !== "object" || typeof graphql !== "object") return rest;
  const both = Object.entries(rest).filter(([name]) => camel(name) in graphql);
  return Object.fromEntries(both.map(([name, value]) => [camel(name), common(value, graphql[camel(name)])]));
}

/** @param {Trial} trial */
async function sameFields(trial) {
  for (const { rest, one } of LISTS) {
    for (const { id } of (await trial.found.list(rest)).slice(0, EACH)) {
      const item = trial.answered(await trial.server.api(`/${rest}/${id}`), 200).json;
      delete item.thread; // it may change between two requests
      const type = getNamedType(
        /** @type {any} */ (trial.contract.schema.getQueryType()?.getFields()[one].type),
      );
      const found = (
        await trial.data(`query ($id: ID!) { ${one}(id: $id) { ${selection(type, item, DEPTH)} } }`, { id })
      )[one];
      const told = common(item, found);
      for (const name of Object.keys(found))
        trial.same(found[name], told[name], `${one} ${id}, ${name} in GraphQL and in REST`);
    }
  }
}

/** @param {Trial} trial */
async function cards(trial) {
  for (const { rest } of LISTS) {
    for (const card of (await trial.found.list(rest)).slice(0, EACH)) {
      const whole = trial.answered(await trial.server.api(`/${rest}/${card.id}`), 200).json;
      for (const name of [
        "id",
        "type",
        "version",
        "locale",
        "slug",
        "path",
        "url",
        "title",
        "name",
        "published_at",
        "updated_at",
      ]) {
        if (name in card) trial.same(card[name], whole[name], `/${rest}/${card.id}, ${name}`);
      }
    }
  }
}

/** @param {Trial} trial */
async function orders(trial) {
  /** @type {[string, string, boolean][]} */
  const known = [
    ["NEWEST", "publishedAt", true],
    ["OLDEST", "publishedAt", false],
    ["UPDATED", "updatedAt", false],
  ];
  for (const [order, field, falls] of known) {
    const { releases } = await trial.data(
      `{ releases(orderBy: ${order}, first: 100) { nodes { id ${field} } } }`,
    );
    const answer = trial.answered(await trial.server.api(`/releases?order_by=${order}&page_size=100`), 200);
    const ids = (/** @type {any[]} */ found) => found.map((each) => each.id);
    trial.same(ids(releases.nodes), ids(answer.json.results), `releases, ${order}`);
    const times = releases.nodes.map((/** @type {any} */ node) => Date.parse(node[field]));
    const sorted = [...times].sort((a, b) => (falls ? b - a : a - b));
    trial.same(times, sorted, `releases, ${field} in the order ${order}`);
  }
}

/** @param {Trial} trial */
async function search(trial) {
  const release = await trial.found.first("releases");
  const word = release.title.match(/\p{L}{4,}/u)?.[0] ?? release.title;
  const asked = new URLSearchParams({ search: word, page_size: "100" });
  const answer = trial.answered(await trial.server.api(`/releases?${asked}`), 200);
  const ids = answer.json.results.map((/** @type {any} */ each) => each.id);
  trial.that(ids.includes(release.id), {
    expected: `the release ${release.id}`,
    seen: ids,
    where: answer.asked,
  });
  const { releases } = await trial.data(
    `query ($word: String!) { releases(search: $word, first: 100) { nodes { id } } }`,
    { word },
  );
  trial.same(
    releases.nodes.map((/** @type {any} */ each) => each.id).sort(),
    [...ids].sort(),
    `search for ${word}`,
  );
}
