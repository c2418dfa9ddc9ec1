// The contract that is tested against: its schema, its operations, its OpenAPI description.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { buildSchema, parse } from "graphql";
import { parse as parseYaml } from "yaml";

const PACKED = fileURLToPath(new URL("../contract/", import.meta.url));
const BESIDE = fileURLToPath(new URL("../../", import.meta.url));

/**
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} id sha256 of the text.
 * @property {"query" | "mutation" | "subscription"} kind
 * @property {string} text
 * @property {import("graphql").DocumentNode} document
 */

/** The contract in a folder: that of the package, or the one that the package lies in. */
export class Contract {
  constructor(folder = existsSync(PACKED) ? PACKED : BESIDE) {
    this.folder = folder;
    /** @type {Map<string, any>} */
    this.kept = new Map();
  }

  /** @template T @param {string} name @param {() => T} make @returns {T} */
  once(name, make) {
    if (!this.kept.has(name)) this.kept.set(name, make());
    return this.kept.get(name);
  }

  /** @param {string} name */
  read(name) {
    return readFileSync(`${this.folder}${name}`, "utf8");
  }

  /** The GraphQL schema. */
  get schema() {
    return this.once("schema", () => buildSchema(this.read("schema.graphql")));
  }

  /** The OpenAPI description. @returns {any} */
  get openapi() {
    return this.once("openapi", () => parseYaml(this.read("openapi.yaml")));
  }

  /** The operations, by name. @returns {Operation[]} */
  get operations() {
    return this.once("operations", () =>
      Object.entries(JSON.parse(this.read("operations.json")))
        .map(([name, operation]) => ({ name, ...operation, document: parse(operation.text) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }

  /** @param {string} name */
  operation(name) {
    return this.operations.find((operation) => operation.name === name);
  }

  /** The error codes of the contract. @returns {string[]} */
  get codes() {
    return this.openapi.components.schemas.Problem.properties.code.enum;
  }

  /** What a REST operation answers with a status: a function that tells what does not fit. @param {any} shape */
  misfits(shape) {
    const ajv = this.once("ajv", () => {
      const made = new Ajv2020({ strict: false, allErrors: false, discriminator: false });
      formats.default(made);
      made.addSchema({ $id: "openapi", components: this.openapi.components });
      return made;
    });
    const key = `fit ${JSON.stringify(shape)}`;
    const check = this.once(key, () => ajv.compile(absolute(shape)));
    /** @param {unknown} value @returns {string[]} */
    return (value) =>
      check(value)
        ? []
        : (check.errors ?? []).map(
            (/** @type {any} */ error) =>
              `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`,
          );
  }
}

/** A shape whose references name the whole description. @param {any} shape @returns {any} */
function absolute(shape) {
  return JSON.parse(JSON.stringify(shape).replaceAll('"#/components/', '"openapi#/components/'));
}

/** In hexadecimal. @param {string} text */
export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/**
 * Codes and the HTTP status that each goes with. They are those of the contract's README.
 * @type {Record<string, number>}
 */
export const STATUSES = {
  INVALID_INPUT: 400,
  INVALID_CURSOR: 400,
  UNAUTHORIZED: 401,
  INVALID_TOKEN: 403,
  COMMENTS_CLOSED: 403,
  EDIT_TIME_OVER: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  GONE: 410,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RANGE_NOT_SATISFIABLE: 416,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  NOT_IMPLEMENTED: 501,
  UNAVAILABLE: 503,
};

/** Codes of GraphQL alone, of requests that are not executed. */
export const GRAPHQL_CODES = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILED",
  "BAD_REQUEST",
  "LIMIT_EXCEEDED",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_HASH_MISMATCH",
];
