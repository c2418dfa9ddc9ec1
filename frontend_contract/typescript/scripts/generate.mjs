// Writes src/generated/ (or another folder) from the contract beside it: node scripts/generate.mjs [FOLDER].
//
// types.ts: the types of the operations, their fragments, inputs and enums, by graphql-codegen. operations.ts: each
// as {name, id, kind, text}. documents.ts: the same as documents of GraphQL. rest.ts: by openapi-typescript.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse, print } from "graphql";
import openapiTypescript, { astToString } from "openapi-typescript";

const CONTRACT = new URL("../../", import.meta.url);
const folder = process.argv[2] ?? fileURLToPath(new URL("../src/generated", import.meta.url));
const HEAD = "// Written by `npm run generate` from the contract. Do not edit.\n";
const SUFFIX = { query: "Query", mutation: "Mutation", subscription: "Subscription" };

const operations = Object.entries(JSON.parse(read("operations.json"))).sort(([a], [b]) => (a < b ? -1 : 1));

mkdirSync(folder, { recursive: true });
write("types.ts", await typesOfOperations());
write("operations.ts", operationsModule());
write("documents.ts", documentsModule());
write("rest.ts", await typesOfRest());

/** The types of what the operations send and get. */
async function typesOfOperations() {
    const schema = buildSchema(read("schema.graphql"));
    return codegen({
        schema: parse(read("schema.graphql")),
        schemaAst: schema,
        documents: [
            { location: "operations.json", document: { kind: "Document", definitions: definitions() } },
        ],
        filename: "types.ts",
        config: {
            strictScalars: true,
            scalars: { DateTime: "string", Date: "string", BigInt: "number", ID: "string" },
            enumType: "string-literal",
            dedupeFragments: true,
            useTypeImports: true,
        },
        pluginMap: { operations: typescriptOperations },
        plugins: [{ operations: {} }],
    });
}

/** Every definition of the operations' texts, each fragment once. */
function definitions() {
    const known = new Map();
    for (const [, { text }] of operations) {
        for (const definition of parse(text, { noLocation: true }).definitions) {
            const name = `${definition.kind} ${definition.name.value}`;
            const earlier = known.get(name);
            if (earlier && print(earlier) !== print(definition))
                throw new Error(`Two different definitions: ${name}.`);
            known.set(name, definition);
        }
    }
    return [...known.values()];
}

function operationsModule() {
    const typeNames = operations.flatMap(([name, { kind }]) => [
        name + SUFFIX[kind],
        `${name}${SUFFIX[kind]}Variables`,
    ]);
    const constants = operations.map(([name, { id, kind, text }]) => {
        const type = `Operation<${name}${SUFFIX[kind]}, ${name}${SUFFIX[kind]}Variables, "${kind}">`;
        return `export const ${name}: ${type} = {
  name: "${name}",
  id: "${id}",
  kind: "${kind}",
  text: ${JSON.stringify(text)},
};\n`;
    });
    return `import type { Operation } from "../operation.js";
import type {\n${typeNames.map((name) => `  ${name},\n`).join("")}} from "./types.js";

${constants.join("\n")}`;
}

function documentsModule() {
    const typeNames = operations.flatMap(([name, { kind }]) => [
        name + SUFFIX[kind],
        `${name}${SUFFIX[kind]}Variables`,
    ]);
    const fragments = definitions().filter(({ kind }) => kind === "FragmentDefinition");
    const shared = fragments.map((each) => `const ${each.name.value}$ = ${JSON.stringify(each)};\n`);
    const constants = operations.map(([name, { kind, text }]) => {
        const type = `TypedDocumentNode<${name}${SUFFIX[kind]}, ${name}${SUFFIX[kind]}Variables>`;
        const [head, ...used] = parse(text, { noLocation: true }).definitions;
        const parts = [JSON.stringify(head), ...used.map((each) => `${each.name.value}$`)].join(", ");
        return `export const ${name} = { kind: "Document", definitions: [${parts}] } as unknown as ${type};\n`;
    });
    return `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type {\n${typeNames.map((name) => `  ${name},\n`).join("")}} from "./types.js";

${[...shared, ...constants].join("\n")}`;
}

async function typesOfRest() {
    return astToString(await openapiTypescript(new URL("openapi.yaml", CONTRACT), { silent: true }));
}

function read(name) {
    return readFileSync(new URL(name, CONTRACT), "utf8");
}

function write(name, text) {
    writeFileSync(`${folder}/${name}`, `${HEAD}${text.startsWith("/**") ? "\n" : ""}${text.trimEnd()}\n`);
}
