// The schema's style by @graphql-eslint: its recommended rules and Relay's. Prints the messages.
import { readFileSync } from "node:fs";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { Linter } from "eslint";

const path = process.argv[2];
const noIdOfTheirOwn = process.argv[3].split(",");
const config = [
  {
    files: ["**/*.graphql"],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: path } },
    },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      ...graphqlPlugin.configs["flat/schema-recommended"].rules,
      ...graphqlPlugin.configs["flat/schema-relay"].rules,
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
      "@graphql-eslint/strict-id-in-types": [
        "error",
        { exceptions: { types: noIdOfTheirOwn, suffixes: ["Edge", "Connection", "Payload"] } },
      ],
      "@graphql-eslint/require-description": [
        "error",
        { types: true, DirectiveDefinition: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
      ],
    },
  },
];
const messages = new Linter({ configType: "flat" }).verify(readFileSync(path, "utf8"), config, { filename: "schema.graphql" });
console.log(JSON.stringify(messages.map(({ ruleId, message, line }) => ({ ruleId, message, line }))));
