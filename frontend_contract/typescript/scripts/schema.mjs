// Writes the types of the whole schema as graphql-codegen makes them for those who write operations of their own:
// node scripts/schema.mjs FILE. For the tests.
import { readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import { parse } from "graphql";

const schema = parse(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));
const types = await codegen({
    schema,
    documents: [],
    filename: "schema.ts",
    config: { strictScalars: true, scalars: { DateTime: "string", Date: "string", BigInt: "number" } },
    pluginMap: { typescript },
    plugins: [{ typescript: {} }],
});
writeFileSync(process.argv[2], types);
