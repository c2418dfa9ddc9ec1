// Writes the types of the schema and of the contract's operations, as graphql-codegen makes them, into a folder.
import { generate } from "@graphql-codegen/cli";

const [schema, documents, folder] = process.argv.slice(2);
const config = { strictScalars: true, scalars: { DateTime: "string", Date: "string", BigInt: "number" } };
await generate({
  schema,
  documents,
  silent: true,
  generates: {
    [`${folder}/schema.ts`]: { plugins: ["typescript"], config },
    [`${folder}/operations.ts`]: { plugins: ["typescript-operations", "typed-document-node"], config },
  },
});
