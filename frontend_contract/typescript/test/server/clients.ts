// The same four operations by urql, Apollo Client, a plain fetch and our client: node clients.js URL RELEASE.
// Prints what each got and asked, as JSON.
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { createNewsroom, InvalidInputError } from "@social-newsroom/client";
import * as documents from "@social-newsroom/client/documents";
import * as operations from "@social-newsroom/client/operations";
import type { NewsroomQuery, ReleaseQuery, ReleasesQuery } from "@social-newsroom/client/operations";
import { cacheExchange, Client, CombinedError, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { keeping, type Kept } from "./requests.js";

const [url = "", release = ""] = process.argv.slice(2);
const endpoint = `${url}/graphql/`;
const COMMENT = { input: { item: release, body: "When?" } };

interface Answers {
  newsroom: NewsroomQuery | undefined;
  releases: ReleasesQuery | undefined;
  release: ReleaseQuery | undefined;
  /** The fields at fault of a comment that lacks some. */
  refused: string[];
  kept: Kept[];
}

const digest = async (text: string) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
const fieldsOf = (extensions: unknown) =>
  (extensions as { errors: { field: string }[] }).errors.map(({ field }) => field);

async function urql(): Promise<Answers> {
  const { kept, fetch } = keeping();
  const persisted = persistedExchange({ preferGetForPersistedQueries: true, generateHash: digest });
  const client = new Client({ url: endpoint, fetch, exchanges: [cacheExchange, persisted, fetchExchange] });
  const { data: newsroom } = await client.query(documents.Newsroom, { slug: "norrvind" }).toPromise();
  const { data: releases } = await client.query(documents.Releases, { first: 2 }).toPromise();
  const { data: found } = await client.query(documents.Release, { id: release }).toPromise();
  const { error } = await client.mutation(documents.PostComment, COMMENT).toPromise();
  const refused = error instanceof CombinedError ? fieldsOf(error.graphQLErrors[0]?.extensions) : [];
  return { newsroom, releases, release: found, refused, kept };
}

async function apollo(): Promise<Answers> {
  const { kept, fetch } = keeping();
  const link = ApolloLink.from([
    new PersistedQueryLink({ sha256: digest, useGETForHashedQueries: true }),
    new HttpLink({ uri: endpoint, fetch }),
  ]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const { data: newsroom } = await client.query({
    query: documents.Newsroom,
    variables: { slug: "norrvind" },
  });
  const { data: releases } = await client.query({ query: documents.Releases, variables: { first: 2 } });
  const { data: found } = await client.query({ query: documents.Release, variables: { id: release } });
  const { error } = await client.mutate({
    mutation: documents.PostComment,
    variables: COMMENT,
    errorPolicy: "all",
  });
  const refused = CombinedGraphQLErrors.is(error) ? fieldsOf(error.errors[0]?.extensions) : [];
  return { newsroom, releases, release: found, refused, kept };
}

async function plain(): Promise<Answers> {
  const { kept, fetch } = keeping();
  const get = async <D, V>({ id }: operations.Operation<D, V>, variables: V) => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: id } });
    const query = new URLSearchParams({ extensions, variables: JSON.stringify(variables) });
    const response = await fetch(`${endpoint}?${query}`, {
      headers: { Accept: "application/graphql-response+json" },
    });
    return ((await response.json()) as { data: D }).data;
  };
  const newsroom = await get(operations.Newsroom, { slug: "norrvind" });
  const releases = await get(operations.Releases, { first: 2 });
  const found = await get(operations.Release, { id: release });
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: operations.PostComment.text, variables: COMMENT }),
  });
  const { errors } = (await answer.json()) as { errors: { extensions: unknown }[] };
  return { newsroom, releases, release: found, refused: fieldsOf(errors[0]?.extensions), kept };
}

async function ours(): Promise<Answers> {
  const { kept, fetch } = keeping();
  const client = createNewsroom({ url, fetch });
  const { data: newsroom } = await client.query(operations.Newsroom, { slug: "norrvind" });
  const { data: releases } = await client.query(operations.Releases, { first: 2 });
  const { data: found } = await client.query(operations.Release, { id: release });
  const error: unknown = await client
    .mutate(operations.PostComment, COMMENT)
    .catch((thrown: unknown) => thrown);
  const refused = error instanceof InvalidInputError ? error.errors.map(({ field }) => field) : [];
  return { newsroom, releases, release: found, refused, kept };
}

const answers = { ours: await ours(), plain: await plain(), urql: await urql(), apollo: await apollo() };
const told = Object.entries(answers).map(([name, { newsroom, releases, release: found, refused, kept }]) => [
  name,
  {
    newsroom: newsroom?.newsroom?.name,
    titles: releases?.releases?.edges.map(({ node }) => node.title),
    title: found?.release?.title,
    refused,
    kept: kept.map(({ method, withText, status }) => `${method} ${withText ? "text" : "id"} ${status}`),
  },
]);
console.log(JSON.stringify(Object.fromEntries(told)));
