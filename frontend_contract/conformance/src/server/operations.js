// The contract's operations and REST addresses: each is asked for, and its answer fits the schema.

import { buildClientSchema, findBreakingChanges, getIntrospectionQuery, print } from "graphql";
import { Skip } from "../checking.js";
import { GRAPHQL_CODES } from "../contract.js";
import { misfits } from "../fit.js";
import { addressFor, GUESSED, guess, operationsOf, variablesFor } from "./asking.js";

/** @typedef {import("../trial.js").Trial} Trial */

const PERSISTED = "The contract, README “Stability”; Apollo’s automatic persisted queries";
const PERSISTED_LINK = "https://www.apollographql.com/docs/apollo-server/performance/apq";
const EXECUTION = {
  rule: "GraphQL, section 7.1",
  link: "https://spec.graphql.org/October2021/#sec-Response-Format",
};
const OPENAPI = { rule: "The contract, openapi.yaml", link: "https://spec.openapis.org/oas/v3.1.1.html" };
const NEVER_READ = ["application/zip", "text/event-stream"];

/** @param {import("../contract.js").Contract} contract @returns {import("../checking.js").Check[]} */
export function operations(contract) {
  return [
    {
      id: "schema.graphql",
      asserts: "The server’s GraphQL schema has all that the contract has; it may have more.",
      rule: "The contract, schema.graphql",
      link: "https://spec.graphql.org/October2021/#sec-Introspection",
      run: sameSchema,
    },
    {
      id: "schema.openapi",
      asserts: "The server’s OpenAPI description has every address, method and parameter of the contract.",
      ...OPENAPI,
      run: sameDescription,
    },
    {
      id: "operations.persisted",
      asserts: "The server knows every operation of the contract by its id, by GET.",
      rule: PERSISTED,
      link: PERSISTED_LINK,
      run: knowsAll,
    },
    {
      id: "operations.unknown-id",
      asserts:
        "An id that nobody has sent is PERSISTED_QUERY_NOT_FOUND, and a text of another id is refused.",
      rule: PERSISTED,
      link: PERSISTED_LINK,
      run: unknownIds,
    },
    ...contract.operations.filter((each) => each.kind !== "subscription").map(oneOperation),
    ...restReads(contract).map((each) => oneAddress(...each)),
  ];
}

/** @param {Trial} trial */
async function sameSchema(trial) {
  const introspection = await trial.data(getIntrospectionQuery({ descriptions: false }));
  const breaking = findBreakingChanges(trial.contract.schema, buildClientSchema(introspection));
  for (const change of breaking)
    trial.add("the schema", "nothing taken away or narrowed", change.description);
}

/** @param {Trial} trial */
async function sameDescription(trial) {
  const served = trial.answered(await trial.server.api("/openapi.json"), 200).json;
  for (const [path, methods] of Object.entries(trial.contract.openapi.paths)) {
    for (const [method, promised] of Object.entries(/** @type {any} */ (methods))) {
      const where = `${method.toUpperCase()} ${path}`;
      const operation = served.paths?.[path]?.[method];
      if (!trial.that(operation, { expected: "described", seen: "not there", where })) continue;
      const names = new Set((operation.parameters ?? []).map((/** @type {any} */ each) => each.name));
      for (const { name } of promised.parameters ?? []) {
        trial.that(names.has(name), { expected: `a parameter ${name}`, seen: [...names].join(), where });
      }
    }
  }
}

/** @param {Trial} trial */
async function knowsAll(trial) {
  for (const operation of trial.contract.operations.filter((each) => each.kind === "query")) {
    const answer = await trial.server.get({ extensions: persisted(operation.id), variables: {} });
    const codes = (answer.json.errors ?? []).map((/** @type {any} */ error) => error.extensions?.code);
    const where = `the operation ${operation.name}`;
    trial.that(!codes.includes("PERSISTED_QUERY_NOT_FOUND"), {
      expected: "known by its id",
      seen: answer.text,
      where,
    });
  }
}

/** @param {Trial} trial */
async function unknownIds(trial) {
  const nobody = await trial.server.get({ extensions: persisted("0".repeat(64)) });
  trial.refused(nobody, "an id of zeros", "PERSISTED_QUERY_NOT_FOUND");
  const other = await trial.server.get({ extensions: persisted("0".repeat(64)), query: "{__typename}" });
  trial.refused(other, "a text that does not have the id", "PERSISTED_QUERY_HASH_MISMATCH");
}

/** @param {string} id */
export const persisted = (id) => ({ persistedQuery: { version: 1, sha256Hash: id } });

/** @param {import("../contract.js").Operation} operation @returns {import("../checking.js").Check} */
function oneOperation(operation) {
  const isQuery = operation.kind === "query";
  return {
    id: `operations.${operation.name}`,
    asserts: isQuery
      ? `The query ${operation.name} runs, and its answer fits the schema.`
      : `The mutation ${operation.name} runs; about what nobody has, it is refused with a code of the contract.`,
    ...EXECUTION,
    family: {
      id: "operations.<Name>",
      asserts:
        "Each query runs, and its answer fits the schema; each mutation, about what nobody has, is refused with a code of the contract.",
    },
    run: isQuery ? (trial) => query(trial, operation) : (trial) => refusedMutation(trial, operation),
  };
}

/** @param {Trial} trial @param {import("../contract.js").Operation} operation */
async function query(trial, operation) {
  const variables = await variablesFor(trial, operation);
  const answer = await trial.server.get({ extensions: persisted(operation.id), variables });
  const isUnknown = answer.json.errors?.[0]?.extensions?.code === "PERSISTED_QUERY_NOT_FOUND";
  const told = isUnknown ? (await trial.server.query(operation.text, variables)).json : answer.json;
  const where = `${operation.name} ${JSON.stringify(variables)}`;
  if (told.errors && variables[GUESSED]) throw new Skip(`nothing is known to ask ${operation.name} for`);
  if (told.errors) return trial.add(where, "no errors", told.errors);
  for (const misfit of misfits(trial.contract.schema, operation.document, told.data)) {
    trial.add(where, "what the schema promises", misfit);
  }
}

/** @param {Trial} trial @param {import("../contract.js").Operation} operation */
async function refusedMutation(trial, operation) {
  const { schema } = trial.contract;
  const [definition] = operationsOf(operation.document);
  const variables = Object.fromEntries(
    (definition.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      guess(schema.getType(print(type).replace(/!/g, "")), trial),
    ]),
  );
  const answer = await trial.server.query(operation.text, variables);
  const error = answer.json.errors?.[0];
  const where = `${operation.name} ${JSON.stringify(variables)}`;
  if (!trial.that(error, { expected: "errors", seen: answer.json, where })) return;
  const code = error.extensions?.code;
  const known = trial.contract.codes.includes(code) && !GRAPHQL_CODES.includes(code);
  trial.that(known, { expected: "a code of the contract", seen: code ?? error, where });
}

/** Addresses that are read with GET and answer JSON. @param {import("../contract.js").Contract} contract @returns {[string, any][]} */
function restReads(contract) {
  return Object.entries(contract.openapi.paths)
    .map(([path, methods]) => /** @type {[string, any]} */ ([path, methods.get]))
    .filter(([, read]) => read && "application/json" in (read.responses["200"].content ?? {}))
    .filter(([, read]) => !NEVER_READ.some((type) => type in read.responses["200"].content))
    .filter(
      ([, read]) =>
        !read.parameters?.some((/** @type {any} */ each) => each.in === "header" && each.required),
    );
}

/** @param {string} path @param {any} read @returns {import("../checking.js").Check} */
function oneAddress(path, read) {
  return {
    id: `rest.${read.operationId}`,
    asserts: `\`GET ${path}\` answers what OpenAPI promises.`,
    ...OPENAPI,
    family: {
      id: "rest.<operation_id>",
      asserts: "Each address that is read answers what OpenAPI promises.",
    },
    async run(trial) {
      const { path: filled, query: asked } = await addressFor(trial, path, read.parameters ?? []);
      const answer = trial.answered(await trial.server.ask(filled + asked), 200);
      trial.same(answer.type, "application/json", `${answer.asked}, Content-Type`);
      const shape = read.responses["200"].content["application/json"].schema;
      for (const misfit of trial.contract.misfits(shape)(answer.json))
        trial.add(answer.asked, "what OpenAPI promises", misfit);
    },
  };
}
