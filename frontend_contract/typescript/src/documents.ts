// The contract's operations as typed documents, for urql, Apollo Client and others that take GraphQL's syntax trees.
export * from "./generated/documents.js";
export type * from "./generated/types.js";
