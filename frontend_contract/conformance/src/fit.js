// Whether the data of a GraphQL answer is what the operation asked for, by the schema: every field, its type, its nulls.

import {
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
} from "graphql";

const MOST = 20;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** @type {Record<string, (value: any) => boolean>} */
const SCALARS = {
  ID: (value) => typeof value === "string" && value !== "",
  String: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  Float: (value) => typeof value === "number",
  Int: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  BigInt: (value) => Number.isSafeInteger(value),
  DateTime: (value) => typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value)),
  Date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
};

/**
 * What does not fit, as `path: what`. Nothing when everything fits.
 * @param {import("graphql").GraphQLSchema} schema
 * @param {import("graphql").DocumentNode} document
 * @param {any} data
 * @returns {string[]}
 */
export function misfits(schema, document, data) {
  /** @type {Map<string, import("graphql").FragmentDefinitionNode>} */
  const fragments = new Map();
  /** @type {import("graphql").OperationDefinitionNode | undefined} */
  let operation;
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    if (node.kind === Kind.OPERATION_DEFINITION) operation ??= node;
  }
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return ["the schema knows no such operation"];
  const reader = new Reader(schema, fragments);
  reader.object(root, [operation.selectionSet], data, "data");
  return reader.found;
}

class Reader {
  /** @param {import("graphql").GraphQLSchema} schema @param {Map<string, import("graphql").FragmentDefinitionNode>} fragments */
  constructor(schema, fragments) {
    this.schema = schema;
    this.fragments = fragments;
    /** @type {string[]} */
    this.found = [];
  }

  /** @param {string} path @param {string} what */
  add(path, what) {
    if (this.found.length < MOST) this.found.push(`${path}: ${what}`);
  }

  /**
   * @param {any} type @param {import("graphql").SelectionSetNode[]} sets @param {any} value @param {string} path
   * @returns {void}
   */
  value(type, sets, value, path) {
    if (isNonNullType(type)) {
      if (value === null || value === undefined) return this.add(path, `null where ${type} is promised`);
      return this.value(type.ofType, sets, value, path);
    }
    if (value === null) return;
    if (value === undefined) return this.add(path, "not there");
    if (isListType(type)) {
      if (!Array.isArray(value)) return this.add(path, `${typeof value} where ${type} is promised`);
      return value.forEach((each, index) => this.value(type.ofType, sets, each, `${path}.${index}`));
    }
    if (isEnumType(type)) {
      if (!type.getValue(value)) this.add(path, `${JSON.stringify(value)} is no ${type.name}`);
    } else if (isObjectType(type)) this.object(type, sets, value, path);
    else if (isAbstractType(type)) this.abstract(type, sets, value, path);
    else if (SCALARS[type.name] && !SCALARS[type.name](value)) {
      this.add(path, `${JSON.stringify(value)} is no ${type.name}`);
    }
  }

  /** One of several types: that of `__typename`, else the one that fits. @param {any} type @param {any[]} sets @param {any} value @param {string} path */
  abstract(type, sets, value, path) {
    const possible = this.schema.getPossibleTypes(type);
    if (typeof value.__typename === "string") {
      const named = possible.find((each) => each.name === value.__typename);
      if (!named) return this.add(`${path}.__typename`, `${value.__typename} is no ${type.name}`);
      return this.object(named, sets, value, path);
    }
    const tried = possible.map((each) => {
      const reader = new Reader(this.schema, this.fragments);
      reader.object(each, sets, value, path);
      return reader.found;
    });
    const best = tried.sort((a, b) => a.length - b.length)[0] ?? [];
    for (const each of best) this.found.push(each);
  }

  /** @param {import("graphql").GraphQLObjectType} type @param {any[]} sets @param {any} value @param {string} path */
  object(type, sets, value, path) {
    if (typeof value !== "object" || Array.isArray(value))
      return this.add(path, `${typeof value} where ${type} is promised`);
    const asked = new Map();
    for (const set of sets) this.collect(type, set, asked, false);
    for (const [name, { nodes, optional }] of asked) {
      if (optional && !(name in value)) continue;
      const field = nodes[0].name.value;
      if (field === "__typename") {
        if (value[name] !== type.name)
          this.add(`${path}.${name}`, `${value[name]} where ${type.name} is asked`);
        continue;
      }
      const inner = nodes.map((/** @type {any} */ node) => node.selectionSet).filter(Boolean);
      this.value(type.getFields()[field]?.type, inner, value[name], `${path}.${name}`);
    }
    for (const name of Object.keys(value))
      if (!asked.has(name)) this.add(`${path}.${name}`, "nobody asked for it");
  }

  /** The fields that a type is asked for. @param {any} type @param {any} set @param {Map<string, any>} asked @param {boolean} optional */
  collect(type, set, asked, optional) {
    for (const node of set.selections) {
      const may =
        optional ||
        node.directives.some((/** @type {any} */ each) => /^(skip|include)$/.test(each.name.value));
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = asked.get(name) ?? { nodes: [], optional: true };
        asked.set(name, { nodes: [...known.nodes, node], optional: known.optional && may });
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const on = fragment.typeCondition && typeFromAST(this.schema, fragment.typeCondition);
      if (!on || on === type || (isAbstractType(on) && this.schema.isSubType(on, type))) {
        this.collect(type, fragment.selectionSet, asked, may);
      }
    }
  }
}
