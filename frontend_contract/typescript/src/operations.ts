// The contract's operations, one constant each, so that a bundle takes those alone that it uses; and their types.
export * from "./generated/operations.js";
export type * from "./generated/types.js";
export type { DataOf, Operation, OperationKind, VariablesOf } from "./operation.js";
