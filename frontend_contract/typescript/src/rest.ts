// The REST API with the types of its description: paths, parameters, bodies and answers.
import { errorOf, type Told } from "./errors.js";
import type { components, paths } from "./generated/rest.js";
import type { Newsroom } from "./newsroom.js";
import { cacheTags } from "./tags.js";
import { type Init, type Received, send } from "./transport.js";

export type { components, operations, paths } from "./generated/rest.js";

/** The schemas of the description: `Schemas["Comment"]`. */
export type Schemas = components["schemas"] & { IssuedAsset: IssuedAsset };

/** An asset as it was issued: `file_type` tells which of them it is. */
type IssuedAsset = components["schemas"][`Issued${"Audio" | "Document" | "Image" | "Video"}`];

/** The methods that the API knows, but for HEAD and OPTIONS. */
export type Method = "get" | "post" | "put" | "patch" | "delete";

type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: infer Op }
    ? [Op] extends [undefined]
      ? never
      : P
    : never;
}[keyof paths];
type OperationAt<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer Op }
  ? Op
  : never;
type Parameters<Op, In extends string> = Op extends { parameters: { [K in In]: infer Found } }
  ? Found
  : unknown;
type QueryOf<Op> = Op extends { parameters: { query?: infer Found } } ? Found : never;
type BodyOf<Op> = Op extends { requestBody?: infer Sent }
  ? [NonNullable<Sent>] extends [never]
    ? never
    : NonNullable<Sent> extends { content: { "application/json": infer Body } }
      ? Body
      : never
  : never;
type JsonOf<R> = R extends { content: { "application/json": infer Body } } ? Body : never;
type AnswerOf<Op> = Op extends { responses: infer All }
  ? { [S in keyof All & (200 | 201 | 202)]: JsonOf<All[S]> }[keyof All & (200 | 201 | 202)]
  : never;

type PathOption<Op> = string extends keyof Parameters<Op, "path">
  ? unknown
  : keyof Parameters<Op, "path"> extends never
    ? unknown
    : { path: Parameters<Op, "path"> };
type QueryOption<Op> = [QueryOf<Op>] extends [never]
  ? unknown
  : object extends QueryOf<Op>
    ? { query?: QueryOf<Op> }
    : { query: NonNullable<QueryOf<Op>> };
type BodyOption<Op> = [BodyOf<Op>] extends [never] ? unknown : { body: BodyOf<Op> };

/** What every request may say besides. */
export interface RestOptions {
  /** Such as `Edit-Token` and `Visitor-Token`. */
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  init?: Init;
  /** A UUID of your own. With it a request that got lost is sent again, and done once. */
  idempotencyKey?: string | undefined;
  /** The `etag` of an earlier answer: where nothing has changed since, `data` is undefined and `status` is 304. */
  etag?: string | undefined;
}

type OptionsOf<Op> = RestOptions & PathOption<Op> & QueryOption<Op> & BodyOption<Op>;
type Rest<Op> = object extends OptionsOf<Op> ? [options?: OptionsOf<Op>] : [options: OptionsOf<Op>];

/** What the API has answered. */
export interface RestAnswer<Data> {
  data: Data;
  status: number;
  tags: string[];
  etag?: string;
  /** The address of what was made. */
  location?: string;
}

/** A typed `fetch` of the REST API. Throws the errors of the core. */
export interface RestClient {
  get<P extends PathsWith<"get">, R extends Rest<OperationAt<P, "get">>>(
    path: P,
    ...rest: R
  ): Promise<
    RestAnswer<AnswerOf<OperationAt<P, "get">> | (R[0] extends { etag: string } ? undefined : never)>
  >;
  post<P extends PathsWith<"post">>(
    path: P,
    ...rest: Rest<OperationAt<P, "post">>
  ): Promise<RestAnswer<AnswerOf<OperationAt<P, "post">>>>;
  put<P extends PathsWith<"put">>(
    path: P,
    ...rest: Rest<OperationAt<P, "put">>
  ): Promise<RestAnswer<AnswerOf<OperationAt<P, "put">>>>;
  patch<P extends PathsWith<"patch">>(
    path: P,
    ...rest: Rest<OperationAt<P, "patch">>
  ): Promise<RestAnswer<AnswerOf<OperationAt<P, "patch">>>>;
  delete<P extends PathsWith<"delete">>(
    path: P,
    ...rest: Rest<OperationAt<P, "delete">>
  ): Promise<RestAnswer<AnswerOf<OperationAt<P, "delete">>>>;
  /** Every result of a list, page after page, by the list's own links. */
  all<P extends PathsWith<"get">>(
    path: P,
    ...rest: Rest<OperationAt<P, "get">>
  ): AsyncGenerator<AnswerOf<OperationAt<P, "get">> extends { results: (infer Result)[] } ? Result : never>;
}

interface AnyOptions extends RestOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The REST API of the newsroom that a client is of. */
export function restOf(newsroom: Pick<Newsroom, "url" | "headers" | "transport">): RestClient {
  async function ask(method: Method, address: string, options: AnyOptions): Promise<RestAnswer<unknown>> {
    const { signal, idempotencyKey, body, init } = options;
    const headers = {
      Accept: "application/json",
      ...newsroom.headers,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(idempotencyKey ? { "Idempotency-Key": `"${idempotencyKey}"` } : {}),
      ...(options.etag ? { "If-None-Match": options.etag } : {}),
      ...options.headers,
    };
    const sent: Init = { ...init, method: method.toUpperCase(), headers };
    if (body !== undefined) sent.body = JSON.stringify(body);
    const again = method === "get" || !!idempotencyKey;
    return answer(await send(newsroom.transport, newsroom.url + address, sent, { signal, again }));
  }

  async function* all(path: string, options: AnyOptions = {}): AsyncGenerator<unknown> {
    let address: string | null = addressOf(path, options);
    while (address) {
      const page = (await ask("get", address, options)).data as { results: unknown[]; next: string | null };
      yield* page.results;
      address = page.next && page.next.slice(page.next.indexOf("/api/v1/"));
    }
  }

  const methods = (["get", "post", "put", "patch", "delete"] as const).map((method) => [
    method,
    (path: string, options: AnyOptions = {}) => ask(method, addressOf(path, options), options),
  ]);
  return { ...Object.fromEntries(methods), all } as unknown as RestClient;
}

const REPEATED = ["kind", "type", "file_type"];

function addressOf(path: string, { path: names = {}, query = {} }: AnyOptions): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ""));
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value) && REPEATED.includes(name))
      value.forEach((each) => parameters.append(name, String(each)));
    else if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  return parameters.size ? `${filled}?${parameters}` : filled;
}

function answer({ response, json, retryAfter }: Received): RestAnswer<unknown> {
  const { status, headers } = response;
  if (status >= 400) {
    const problem = json as Told & { detail?: string; title?: string };
    throw errorOf(problem.detail || problem.title || `Status ${status}.`, problem, status, retryAfter);
  }
  const etag = headers.get("etag");
  const location = headers.get("location");
  return {
    data: json,
    status,
    tags: cacheTags(response),
    ...(etag ? { etag } : {}),
    ...(location ? { location } : {}),
  };
}
