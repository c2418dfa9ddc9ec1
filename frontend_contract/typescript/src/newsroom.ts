// The client: queries as persisted GETs that caches keep, mutations as POSTs.
import { errorOf, type NewsroomError, type Told, UnavailableError } from "./errors.js";
import type { Operation } from "./operation.js";
import { cacheTags } from "./tags.js";
import { type Fetch, type Init, type Received, send, type Transport } from "./transport.js";

/** What a client needs to know. */
export interface NewsroomOptions {
  /** Where the newsroom is served: `https://press.example.com`. */
  url: string | URL;
  fetch?: Fetch;
  /** Milliseconds that an answer may take; 10,000 when not given. */
  timeout?: number;
  /** How often a read that failed is tried again; 2 when not given. */
  retries?: number;
  /** Sent with every request. */
  headers?: Record<string, string>;
}

/** What an operation has answered. */
export interface Answer<Data> {
  data: Data;
  /** The cache tags (`Surrogate-Key`) of everything that the answer shows; empty for scripts of other origins. */
  tags: string[];
  etag?: string;
  /** Errors of parts of the answer. Empty unless asked for with `errors: "return"`: else they are thrown. */
  errors: NewsroomError[];
}

/** Options of a query. */
export interface QueryOptions {
  signal?: AbortSignal | undefined;
  /** Options for `fetch`: `next: { tags, revalidate }`, `cache`, further `headers`. */
  init?: Init;
  /** What to do with errors of parts of an answer: throw the first (the default), or return them beside the data. */
  errors?: "throw" | "return";
}

/** Options of a mutation. */
export interface MutateOptions {
  signal?: AbortSignal | undefined;
  init?: Init;
  errors?: "throw" | "return";
  /** A UUID of your own, new for each new request. With it a request that got lost is sent again, and done once. */
  idempotencyKey?: string | undefined;
}

/** The arguments after the operation: variables may be left out where none is required. */
export type Arguments<Variables, Options> = object extends Variables
  ? [variables?: Variables, options?: Options]
  : [variables: Variables, options?: Options];

/** A client of one newsroom server. */
export interface Newsroom {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly transport: Readonly<Transport>;
  query<Data, Variables>(
    operation: Operation<Data, Variables, "query">,
    ...rest: Arguments<Variables, QueryOptions>
  ): Promise<Answer<Data>>;
  mutate<Data, Variables>(
    operation: Operation<Data, Variables, "mutation">,
    ...rest: Arguments<Variables, MutateOptions>
  ): Promise<Answer<Data>>;
}

/** Characters. Proxies refuse longer addresses; such queries are sent by POST. */
const LONGEST_URL = 6000;
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** A client of the newsroom at `url`. */
export function createNewsroom(options: NewsroomOptions): Newsroom {
  const url = String(options.url).replace(/\/+$/, "");
  const headers = options.headers ?? {};
  const transport = {
    fetch: options.fetch ?? ((input: string, init?: RequestInit) => fetch(input, init)),
    timeout: options.timeout ?? 10_000,
    retries: options.retries ?? 2,
  };
  const endpoint = `${url}/graphql/`;

  /** GET where the address is short enough and holds no secret. */
  async function query<Data, Variables>(
    operation: Operation<Data, Variables, "query">,
    ...[given, options = {}]: [variables?: Variables, options?: QueryOptions]
  ): Promise<Answer<Data>> {
    const variables = sorted(given);
    const isPreview = typeof variables["previewToken"] === "string";
    const init = isPreview ? noStore(options.init) : options.init;
    const address = addressOf(operation, variables);
    let received;
    if (isPreview) received = await post(operation, variables, false, init, options.signal);
    else if (address.length > LONGEST_URL)
      received = await post(operation, variables, true, init, options.signal);
    else received = await ask(address, { ...init, method: "GET" }, options.signal, true);
    if (isUnknown(received)) received = await post(operation, variables, true, init, options.signal);
    return answer(received, options.errors);
  }

  async function mutate<Data, Variables>(
    operation: Operation<Data, Variables, "mutation">,
    ...[variables, options = {}]: [variables?: Variables, options?: MutateOptions]
  ): Promise<Answer<Data>> {
    const { init, signal, idempotencyKey } = options;
    const key = idempotencyKey ? { "Idempotency-Key": `"${idempotencyKey}"` } : undefined;
    const received = await post(operation, sorted(variables), true, noStore(init), signal, key);
    return answer(received, options.errors);
  }

  function post(
    operation: Operation<unknown, never>,
    variables: Record<string, unknown>,
    withText: boolean,
    init: Init | undefined,
    signal: AbortSignal | undefined,
    key?: Record<string, string>,
  ): Promise<Received> {
    const query = withText ? { query: operation.text } : undefined;
    const body = JSON.stringify({ ...query, variables, extensions: persisted(operation) });
    const more = { "Content-Type": "application/json", ...key };
    return ask(
      endpoint,
      { ...init, method: "POST", body },
      signal,
      operation.kind === "query" || !!key,
      more,
    );
  }

  function ask(
    address: string,
    init: Init,
    signal: AbortSignal | undefined,
    again: boolean,
    more?: Record<string, string>,
  ): Promise<Received> {
    const all = new Headers({ Accept: ACCEPT, ...headers });
    new Headers(init.headers).forEach((value, name) => all.set(name, value));
    for (const [name, value] of Object.entries(more ?? {})) all.set(name, value);
    const given = Object.fromEntries(all.entries());
    return send(transport, address, { ...init, headers: given }, { signal: signal ?? init.signal, again });
  }

  function addressOf(operation: Operation<unknown, never>, variables: Record<string, unknown>): string {
    const parameters = new URLSearchParams({ extensions: JSON.stringify(persisted(operation)) });
    if (Object.keys(variables).length) parameters.set("variables", JSON.stringify(variables));
    return `${endpoint}?${parameters}`;
  }

  return { url, headers, transport, query, mutate } as Newsroom;
}

function persisted(operation: Operation<unknown, never>) {
  return { persistedQuery: { version: 1, sha256Hash: operation.id } };
}

function noStore(init: Init | undefined): Init {
  const { next: _, ...others } = init ?? {};
  return { ...others, cache: "no-store" };
}

/** Variables in one order, without those that are undefined: the same question has the same address. */
function sorted(variables: unknown): Record<string, unknown> {
  const entries = Object.entries(variables ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Content {
  data?: unknown;
  errors?: { message: string; extensions?: Told }[];
  code?: string;
  detail?: string;
}

function isUnknown({ json }: Received): boolean {
  return ((json as Content | undefined)?.errors ?? []).some(
    ({ extensions }) => extensions?.code === "PERSISTED_QUERY_NOT_FOUND",
  );
}

function answer<Data>(received: Received, onErrors: "throw" | "return" = "throw"): Answer<Data> {
  const { response, retryAfter } = received;
  const content = (received.json ?? {}) as Content;
  const status = response.status;
  const errors = (content.errors ?? []).map((each) =>
    errorOf(each.message, each.extensions ?? {}, status, retryAfter),
  );
  const hasData = content.data !== undefined && content.data !== null;
  if (errors[0] && (onErrors === "throw" || !hasData)) throw errors[0];
  if (!hasData) {
    const message = `The newsroom's answer (status ${status}) is not one of GraphQL.`;
    throw new UnavailableError(message, { code: "UNREADABLE", status, retryAfter });
  }
  const etag = response.headers.get("etag");
  return { data: content.data as Data, tags: cacheTags(response), ...(etag ? { etag } : {}), errors };
}
