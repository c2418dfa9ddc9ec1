// What an operation of the contract is, and the types that it carries.

/** The kinds of operations that GraphQL knows. */
export type OperationKind = "query" | "mutation" | "subscription";

/** An operation of the contract. `text` is self-contained; `id` is its sha256, which the server knows. */
export interface Operation<Data, Variables, Kind extends OperationKind = OperationKind> {
  readonly name: string;
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  /** Never there: it carries the types. */
  readonly types?: (variables: Variables) => Data;
}

/** What an operation answers: `DataOf<typeof Release>`. */
export type DataOf<O> = O extends { readonly types?: (variables: never) => infer Data } ? Data : never;

/** What an operation asks with: `VariablesOf<typeof Release>`. */
export type VariablesOf<O> = O extends { readonly types?: (variables: infer Variables) => unknown }
  ? Variables
  : never;
