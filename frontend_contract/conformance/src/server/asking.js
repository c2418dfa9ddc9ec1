// What to ask: values for the variables of the contract's operations and for the parameters of its REST addresses.

import { isEnumType, isInputObjectType, isListType, isNonNullType, Kind, typeFromAST } from "graphql";
import { LISTS } from "../found.js";

/** @typedef {import("../trial.js").Trial} Trial */

/** Which list holds what a root field finds by its id. @type {Record<string, string>} */
const BY_ID = { ...Object.fromEntries(LISTS.map((list) => [list.one, list.rest])), node: "releases" };

/**
 * What a check knows to give to an argument of a root field; undefined: nothing.
 * @type {Record<string, (trial: Trial, root: string) => Promise<unknown> | unknown>}
 */
const ARGUMENTS = {
  id: async (trial, root) => {
    if (root === "thread") return (await trial.found.thread()).id;
    if (root === "comment") return (await trial.found.comment()).id;
    return BY_ID[root] && (await trial.found.first(BY_ID[root])).id;
  },
  newsroom: (trial) => trial.found.newsroom(),
  slug: async (trial, root) => (root === "newsroom" ? trial.found.newsroom() : undefined),
  path: async (trial) => (await trial.found.first("releases")).path,
  item: async (trial) => (await trial.found.first("releases")).id,
  thread: async (trial) => (await trial.found.thread()).id,
  about: async (trial) => (await trial.found.first("releases")).url,
  search: async (trial) => (await trial.found.first("releases")).title.match(/\p{L}{3,}/u)?.[0] ?? "a",
  first: () => 5,
};

/** Arguments that say what is meant, so that they are given although they may be left out. */
const MEANT = ["id", "slug", "path", "about"];

/** A guess was needed: the server may well refuse it. */
export const GUESSED = Symbol("guessed");

/**
 * Variables for an operation of the contract, from what the server has.
 * @param {Trial} trial @param {import("../contract.js").Operation} operation
 * @returns {Promise<Record<string, unknown> & { [GUESSED]?: boolean }>}
 */
export async function variablesFor(trial, operation) {
  const { schema } = trial.contract;
  const places = placesOf(operation.document);
  /** @type {any} */
  const variables = {};
  const [definition] = operationsOf(operation.document);
  for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
    const name = variable.name.value;
    const place = places.get(name);
    const needed = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    const hasId =
      place && [...places.values()].some((each) => each.root === place.root && each.argument === "id");
    const means = place && MEANT.includes(place.argument) && !(place.argument === "slug" && hasId);
    if (!needed && !means && name !== "first" && place?.root !== "commentForm") continue;
    if (place?.root === "commentForm" && place.argument !== "newsroom") continue;
    if (defaultValue && !means) continue;
    const given = place && (await ARGUMENTS[place.argument]?.(trial, place.root));
    if (given !== undefined) variables[name] = given;
    else if (needed) {
      variables[name] = guess(typeFromAST(schema, /** @type {any} */ (type)), trial);
      variables[GUESSED] = true;
    }
  }
  return variables;
}

/** @param {import("graphql").DocumentNode} document @returns {import("graphql").OperationDefinitionNode[]} */
export function operationsOf(document) {
  return /** @type {any[]} */ (
    document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  );
}

/** Where each variable goes: the root field and the name of its argument, or of the filter's field. @param {import("graphql").DocumentNode} document */
function placesOf(document) {
  const places = new Map();
  const [operation] = operationsOf(document);
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const root = field.name.value;
    for (const { name, value } of field.arguments ?? []) {
      const inner = value.kind === Kind.OBJECT ? value.fields : [{ name, value }];
      for (const each of inner) {
        if (each.value.kind !== Kind.VARIABLE || places.has(each.value.name.value)) continue;
        places.set(each.value.name.value, { root, argument: each.name.value });
      }
    }
  }
  return places;
}

/** Any value of an input type, the least that fits: ids that nobody has. @param {any} type @param {Trial} trial @returns {unknown} */
export function guess(type, trial) {
  if (isNonNullType(type)) return guess(type.ofType, trial);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0].name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, guess(field.type, trial)]));
  }
  const { name } = type;
  if (name === "ID") return trial.nobody();
  if (name === "Boolean") return false;
  return name === "String" ? "conformance" : name === "DateTime" ? "2020-01-01T00:00:00Z" : 1;
}

/**
 * Values for the parameters that a REST address cannot be asked for without.
 * @param {Trial} trial @param {string} path @param {any[]} parameters
 * @returns {Promise<{ path: string, query: string }>}
 */
export async function addressFor(trial, path, parameters) {
  const query = new URLSearchParams();
  for (const { name, in: place, required } of parameters) {
    if (!required || place === "header") continue;
    const value = String(await restValue(trial, path, name));
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, value);
  }
  return { path, query: query.size ? `?${query}` : "" };
}

/** @param {Trial} trial @param {string} path @param {string} name @returns {Promise<unknown>} */
async function restValue(trial, path, name) {
  const list = path.split("/")[3];
  if (name === "path") return (await trial.found.first("releases")).path;
  if (name === "newsroom") return trial.found.newsroom();
  if (name === "token") return (await trial.state.need("preview")).token;
  if (name !== "id") return "conformance";
  if (list === "threads") return (await trial.found.thread()).id;
  if (list === "comments") return (await trial.found.comment()).id;
  return (await trial.found.first(list)).id;
}
