// Walks lists to their end.
import type { Newsroom, QueryOptions } from "./newsroom.js";
import type { Operation } from "./operation.js";

/** A connection as the contract's lists have it: with edges, or with nodes. */
export interface Connection<Node> {
  edges?: readonly { node: Node }[];
  nodes?: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** What a connection lists. */
export type NodeOf<C> = C extends { edges: readonly { node: infer Node }[] }
  ? Node
  : C extends { nodes: readonly (infer Node)[] }
    ? Node
    : never;

/**
 * Every item of a list, page after page, each once:
 * `for await (const release of pages(newsroom, Releases, { first: 50 }, (data) => data.releases))`.
 * Begins after `variables.after` where that is given. Ends early where `pick` finds no list.
 */
export async function* pages<Data, Variables, C extends Connection<unknown>>(
  newsroom: Newsroom,
  operation: Operation<Data, Variables, "query">,
  variables: Variables,
  pick: (data: Data) => C | null | undefined,
  options: QueryOptions = {},
): AsyncGenerator<NodeOf<C>, void, undefined> {
  const ask = newsroom.query as (
    operation: Operation<Data, Variables, "query">,
    variables: Variables,
    options: QueryOptions,
  ) => Promise<{ data: Data }>;
  const seen = new Set<string>();
  let asked = variables;
  for (;;) {
    const connection = pick((await ask(operation, asked, options)).data);
    if (!connection) return;
    for (const node of nodesOf(connection)) {
      const id = (node as { id?: string } | null)?.id;
      if (id !== undefined && seen.has(id)) continue;
      if (id !== undefined) seen.add(id);
      yield node as NodeOf<C>;
    }
    const { hasNextPage, endCursor } = connection.pageInfo;
    if (!hasNextPage || !endCursor || endCursor === (asked as { after?: string | null }).after) return;
    asked = { ...asked, after: endCursor };
  }
}

function nodesOf<Node>(connection: Connection<Node>): readonly Node[] {
  return connection.nodes ?? connection.edges?.map(({ node }) => node) ?? [];
}
