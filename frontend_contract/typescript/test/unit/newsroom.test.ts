// What the client sends, and what it makes of the answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createNewsroom,
  GoneError,
  type Init,
  InvalidInputError,
  InvalidTokenError,
  NewsroomError,
  NotFoundError,
  RateLimitedError,
  UnavailableError,
} from "@social-newsroom/client";
import { PostComment, Release, Releases } from "@social-newsroom/client/operations";
import { json, serve } from "./server.js";

const ID = "f27c3a6d-559f-40ec-8339-3420917b2c8e";
const COMMENT = { input: { thread: ID, body: "Hej." } };
const told = (code: string, more = {}) => ({
  message: "Words.",
  path: ["release"],
  extensions: { code, ...more },
});
const failure = (promise: Promise<unknown>): Promise<NewsroomError> =>
  promise.then(
    () => assert.fail("Nothing was thrown."),
    (error: NewsroomError) => error,
  );

test("a query is a GET by the operation's id, and the same question has the same address", async () => {
  await using server = await serve((response) =>
    json(
      response,
      200,
      { data: { releases: null } },
      { ETag: '"a"', "Surrogate-Key": "graphql item-1 list-release" },
    ),
  );
  const newsroom = createNewsroom({ url: `${server.url}/`, headers: { "X-From": "test" } });
  const answer = await newsroom.query(Releases, { first: 2, after: undefined, search: "vind" });
  await newsroom.query(Releases, { search: "vind", first: 2 });
  const [one, two] = server.asked;
  assert.deepEqual(answer, {
    data: { releases: null },
    tags: ["graphql", "item-1", "list-release"],
    etag: '"a"',
    errors: [],
  });
  assert.equal(one?.method, "GET");
  assert.equal(one?.url.pathname, "/graphql/");
  assert.deepEqual(Object.fromEntries(one?.url.searchParams ?? []), {
    extensions: `{"persistedQuery":{"version":1,"sha256Hash":"${Releases.id}"}}`,
    variables: '{"first":2,"search":"vind"}',
  });
  assert.equal(one?.headers.accept, "application/graphql-response+json, application/json;q=0.9");
  assert.equal(one?.headers["x-from"], "test");
  assert.equal(one?.url.href, two?.url.href);
});

test("an id that the server does not know is sent again with its text", async () => {
  await using server = await serve((response, asked) =>
    asked.length === 1
      ? json(response, 400, { errors: [told("PERSISTED_QUERY_NOT_FOUND")] })
      : json(response, 200, { data: { release: null } }),
  );
  const { data } = await createNewsroom(server).query(Release, { id: ID });
  assert.deepEqual(data, { release: null });
  assert.deepEqual(
    server.asked.map(({ method }) => method),
    ["GET", "POST"],
  );
  assert.deepEqual(JSON.parse(server.asked[1]?.body ?? ""), {
    query: Release.text,
    variables: { id: ID },
    extensions: { persistedQuery: { version: 1, sha256Hash: Release.id } },
  });
});

test("a query too long for an address is sent by POST", async () => {
  await using server = await serve((response) => json(response, 200, { data: {} }));
  await createNewsroom(server).query(Releases, { search: "å".repeat(950) });
  assert.equal(server.asked[0]?.method, "GET");
  await createNewsroom(server).query(Releases, { search: "å".repeat(1100) });
  assert.equal(server.asked[1]?.method, "POST");
});

test("a preview's token is in no address, and its answer in no cache", async () => {
  await using server = await serve((response, asked) =>
    asked.length === 1
      ? json(response, 400, { errors: [told("PERSISTED_QUERY_NOT_FOUND")] })
      : json(response, 200, { data: { release: null } }),
  );
  const inits: Init[] = [];
  const spy = (url: string, init?: Init) => {
    inits.push(init ?? {});
    return fetch(url, init);
  };
  const newsroom = createNewsroom({ url: server.url, fetch: spy });
  await newsroom.query(
    Release,
    { previewToken: "secret" },
    { init: { next: { tags: ["a"], revalidate: 60 } } },
  );
  for (const [number, { method, url }] of server.asked.entries()) {
    assert.equal(method, "POST");
    assert.equal(url.search, "");
    assert.equal(inits[number]?.cache, "no-store");
    assert.equal(inits[number]?.next, undefined);
  }
  assert.deepEqual(
    server.asked.map(({ body }) => "query" in JSON.parse(body)),
    [false, true],
  );
  await newsroom.query(Release, { id: ID }, { init: { next: { tags: ["a"], revalidate: 60 } } });
  assert.deepEqual(inits.at(-1)?.next, { tags: ["a"], revalidate: 60 });
});

test("reads are tried again, at most twice, and as late as the server says", async () => {
  await using server = await serve((response, asked) =>
    asked.length < 3
      ? json(response, 503, { errors: [told("UNAVAILABLE")] }, { "Retry-After": "0" })
      : json(response, 200, { data: { release: null } }),
  );
  await createNewsroom(server).query(Release, { id: ID });
  assert.equal(server.asked.length, 3);

  await using busy = await serve((response) =>
    json(response, 429, { errors: [told("RATE_LIMITED", { retryAfter: 1 })] }, { "Retry-After": "1" }),
  );
  const begun = Date.now();
  const error = await failure(createNewsroom({ ...busy, retries: 1 }).query(Release, { id: ID }));
  assert.ok(Date.now() - begun >= 1000);
  assert.equal(busy.asked.length, 2);
  assert.ok(error instanceof RateLimitedError);
  assert.deepEqual([error.code, error.status, error.retryAfter], ["RATE_LIMITED", 429, 1]);
});

test("who is told to wait long is told so at once", async () => {
  await using server = await serve((response) =>
    json(response, 429, { errors: [told("RATE_LIMITED", { retryAfter: 42 })] }, { "Retry-After": "42" }),
  );
  const error = await failure(createNewsroom(server).query(Release, { id: ID }));
  assert.equal(error.retryAfter, 42);
  assert.equal(server.asked.length, 1);
});

test("a mutation is sent once, and again only with an idempotency key", async () => {
  await using server = await serve((response, asked) =>
    asked.length === 3
      ? json(response, 200, { data: { postComment: null } })
      : json(response, 503, { errors: [told("UNAVAILABLE")] }, { "Retry-After": "0" }),
  );
  const newsroom = createNewsroom(server);
  const error = await failure(newsroom.mutate(PostComment, COMMENT));
  assert.ok(error instanceof UnavailableError);
  assert.equal(server.asked.length, 1);
  await newsroom.mutate(PostComment, COMMENT, { idempotencyKey: ID });
  assert.deepEqual(
    server.asked.map(({ method, headers }) => [method, headers["idempotency-key"]]),
    [
      ["POST", undefined],
      ["POST", `"${ID}"`],
      ["POST", `"${ID}"`],
    ],
  );
  assert.equal(JSON.parse(server.asked[0]?.body ?? "").query, PostComment.text);
});

test("a proxy's page is an error with its status", async () => {
  await using server = await serve((response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  const error = await failure(createNewsroom({ ...server, retries: 0 }).query(Release, { id: ID }));
  assert.ok(error instanceof UnavailableError);
  assert.deepEqual([error.code, error.status], ["UNREADABLE", 502]);
  await using page = await serve((response) => response.writeHead(200).end("<h1>Welcome to this hotel</h1>"));
  assert.equal((await failure(createNewsroom(page).query(Release, { id: ID }))).code, "UNREADABLE");
  await using odd = await serve((response) => json(response, 200, "hello"));
  assert.equal((await failure(createNewsroom(odd).query(Release, { id: ID }))).code, "UNREADABLE");
  await using none = await serve((response) => response.writeHead(200).end());
  assert.equal((await failure(createNewsroom(none).query(Release, { id: ID }))).code, "UNREADABLE");
});

test("no server, and one that is too slow", async () => {
  await using server = await serve(() => {});
  const slow = await failure(createNewsroom({ ...server, timeout: 400 }).query(Release, { id: ID }));
  assert.ok(slow instanceof UnavailableError);
  assert.deepEqual(
    [slow.code, slow.status, slow.message],
    ["TIMEOUT", 0, "The newsroom did not answer within 0.4 seconds."],
  );
  assert.equal(server.asked.length, 1);
  await server.close();
  const gone = await failure(createNewsroom({ ...server, retries: 1 }).query(Release, { id: ID }));
  assert.ok(gone instanceof UnavailableError);
  assert.deepEqual([gone.code, gone.status], ["NETWORK", 0]);
  assert.ok(gone.cause instanceof Error);
});

test("who asked may change their mind, while waiting for an answer and between tries", async () => {
  await using slow = await serve(() => {});
  const reason = new Error("The visitor has left.");
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 400);
  const { signal } = controller;
  assert.equal(await failure(createNewsroom(slow).query(Release, { id: ID }, { signal })), reason);
  assert.equal(await failure(createNewsroom(slow).query(Release, { id: ID }, { signal })), reason);
  assert.equal(slow.asked.length, 1);

  await using busy = await serve((response) =>
    json(response, 503, { errors: [told("UNAVAILABLE")] }, { "Retry-After": "5" }),
  );
  const another = new AbortController();
  setTimeout(() => another.abort(reason), 100);
  const begun = Date.now();
  assert.equal(
    await failure(createNewsroom(busy).query(Release, { id: ID }, { signal: another.signal })),
    reason,
  );
  assert.ok(Date.now() - begun < 4000);
});

test("errors have classes, statuses, and name every input at fault", async () => {
  const fields = [
    { field: "authorName", code: "INVALID_INPUT", message: "Give your name." },
    { field: "email", code: "INVALID_INPUT", message: "Give your address." },
  ];
  const cases: [object, typeof NewsroomError, number][] = [
    [told("INVALID_INPUT", { errors: fields }), InvalidInputError, 400],
    [told("INVALID_CURSOR"), InvalidInputError, 400],
    [told("INVALID_TOKEN"), InvalidTokenError, 403],
    [told("NOT_FOUND"), NotFoundError, 404],
    [told("GONE", { reason: "Mistaken.", withdrawnAt: "2026-11-29T19:00:00Z" }), GoneError, 410],
    [told("UNAVAILABLE"), UnavailableError, 503],
    [told("COMMENTS_CLOSED"), NewsroomError, 403],
    [told("NEW_IN_2030"), NewsroomError, 400],
    [told("constructor"), NewsroomError, 400],
  ];
  for (const [content, Kind, status] of cases) {
    await using server = await serve((response) => json(response, 200, { data: null, errors: [content] }));
    const error = await failure(createNewsroom(server).query(Release, { id: ID }));
    assert.equal(error.constructor, Kind);
    assert.equal(error.name, Kind.name);
    assert.equal(error.status, status);
    assert.equal(error.message, "Words.");
    if (error instanceof GoneError) {
      assert.deepEqual([error.reason, error.withdrawnAt], ["Mistaken.", "2026-11-29T19:00:00Z"]);
    }
    assert.deepEqual(
      error.errors,
      Kind === InvalidInputError && error.code === "INVALID_INPUT" ? fields : [],
    );
  }
});

test("parts that failed are thrown, or returned beside the data", async () => {
  await using server = await serve((response) =>
    json(response, 200, { data: { release: null }, errors: [told("GONE", { reason: "Mistaken." })] }),
  );
  const newsroom = createNewsroom(server);
  assert.ok((await failure(newsroom.query(Release, { id: ID }))) instanceof GoneError);
  const { data, errors } = await newsroom.query(Release, { id: ID }, { errors: "return" });
  assert.deepEqual(data, { release: null });
  assert.deepEqual(
    errors.map(({ code, status }) => [code, status]),
    [["GONE", 410]],
  );
});
