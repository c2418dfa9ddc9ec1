// Live threads: streams in odd pieces, cuts, streams that do not get through, and the end.
import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { createNewsroom, NotFoundError } from "@social-newsroom/client";
import { type LiveEvent, type LiveOptions, liveThread } from "@social-newsroom/client/live";
import { type Answerer, json, serve } from "./server.js";

const THREAD = "1d56d633-22ec-44e5-a7ce-a9ada6d8d1f4";
const END = 'event: end\ndata: {"reason":"OFF"}\n\n';

const begin = (response: ServerResponse) => {
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
  return response;
};

async function follow(answer: Answerer, options: LiveOptions = {}) {
  await using server = await serve(answer);
  const events: LiveEvent[] = [];
  const states: string[] = [];
  const onState = (state: string) => void states.push(state);
  for await (const event of liveThread(createNewsroom(server), THREAD, { onState, ...options }))
    events.push(event);
  return { events, states, asked: server.asked.map(({ url }) => url.pathname + url.search) };
}

const PATH = `/api/v1/threads/${THREAD}`;

test("events come whole, however the bytes are cut", async () => {
  const bytes = Buffer.from(
    'retry: 5\nid: 7\n\n: heartbeat\n\nevent: comment\r\ndata: {"body":"<p>Å!</p>",\r\ndata:"seq":8}\r\nid: 8\r\n\r\n' +
      `event: thread\ndata: {"comment_count":1}\nid: 8\n\nevent: reset\ndata: {}\n\nevent: news\ndata: 1\n\n${END}`,
  );
  const { events, states, asked } = await follow(
    async (response) => {
      begin(response);
      for (const byte of bytes) {
        response.write(Buffer.from([byte]));
        if (byte === 13 || byte > 127) await new Promise(setImmediate);
      }
    },
    { since: 3 },
  );
  assert.deepEqual(events, [
    { type: "comment", comment: { body: "<p>Å!</p>", seq: 8 } },
    { type: "thread", thread: { comment_count: 1 } },
    { type: "reset" },
    { type: "end", reason: "OFF" },
  ]);
  assert.deepEqual(states, ["connecting", "streaming"]);
  assert.deepEqual(asked, [`${PATH}/events?since=3`]);
});

test("after a cut it goes on from the last number, as soon as the server likes", async () => {
  const { events, states, asked } = await follow((response, { length }) => {
    begin(response).write(`retry: 10\nid: ${length * 10}\n\n`);
    if (length === 1) response.end('event: comment\ndata: {"seq":11}\nid: 11\n\nevent: comment\ndata: {"se');
    if (length === 2) setTimeout(() => response.destroy(), 20);
    if (length === 3) response.write(END);
  });
  assert.deepEqual(events, [
    { type: "comment", comment: { seq: 11 } },
    { type: "end", reason: "OFF" },
  ]);
  assert.deepEqual(asked, [`${PATH}/events`, `${PATH}/events?since=11`, `${PATH}/events?since=20`]);
  assert.deepEqual(states, ["connecting", "streaming", "connecting", "streaming", "connecting", "streaming"]);
});

test("a stream without a heartbeat counts as cut", async () => {
  const { asked } = await follow(
    (response, { length }) => {
      begin(response).write("retry: 10\nid: 5\n\n");
      if (length >= 2) response.write(END);
    },
    { silence: 500 },
  );
  assert.deepEqual(asked, [`${PATH}/events`, `${PATH}/events?since=5`]);
});

test("where streams do not get through, the thread is polled by its ETag", async () => {
  const conditions: (string | undefined)[] = [];
  const { events, states, asked } = await follow(
    (response, asked) => {
      const last = asked.at(-1);
      if (last?.url.pathname.endsWith("/events")) return;
      conditions.push(last?.headers["if-none-match"]);
      const etag = conditions.length < 3 ? '"a"' : '"b"';
      if (last?.headers["if-none-match"] === etag) return void response.writeHead(304, { ETag: etag }).end();
      json(
        response,
        200,
        { comment_count: conditions.length, mode: etag === '"a"' ? "OPEN" : "OFF" },
        { ETag: etag },
      );
    },
    { opening: 400, every: 10 },
  );
  assert.deepEqual(events, [
    { type: "thread", thread: { comment_count: 1, mode: "OPEN" } },
    { type: "reset" },
    { type: "thread", thread: { comment_count: 3, mode: "OFF" } },
    { type: "end", reason: "OFF" },
  ]);
  assert.deepEqual(conditions, [undefined, '"a"', '"a"']);
  assert.deepEqual(states, ["connecting", "connecting", "polling"]);
  assert.deepEqual(asked, [`${PATH}/events`, `${PATH}/events`, PATH, PATH, PATH]);
});

test("while it is polled, a stream is tried again now and then", async () => {
  const { events, states } = await follow(
    (response, asked) => {
      const streams = asked.filter(({ url }) => url.pathname.endsWith("/events")).length;
      if (!asked.at(-1)?.url.pathname.endsWith("/events"))
        json(response, 200, { mode: "OPEN" }, { ETag: '"a"' });
      else if (streams < 3) json(response, 503, { code: "UNAVAILABLE" }, { "Retry-After": "0" });
      else begin(response).write(`retry: 1\nid: 9\n\n${END}`);
    },
    { every: 1 },
  );
  assert.deepEqual(states, ["connecting", "connecting", "polling", "connecting", "streaming"]);
  assert.equal(events.at(-1)?.type, "end");
});

test("a thread that is not there is an error; one that has gone meanwhile is at its end", async () => {
  const missing = { code: "NOT_FOUND", detail: "No public thread.", status: 404 };
  await assert.rejects(
    follow((response) => json(response, 404, missing)),
    (error) => error instanceof NotFoundError && error.message === "No public thread.",
  );
  const { events } = await follow((response, { length }) => {
    if (length === 1) begin(response).end("retry: 1\nid: 1\n\n");
    else json(response, 404, missing);
  });
  assert.deepEqual(events, [{ type: "end", reason: "WITHDRAWN" }]);
});

test("who follows may stop, and the connection is closed", async () => {
  let closed = 0;
  const answer: Answerer = (response) => {
    response.on("close", () => (closed += 1));
    begin(response).write("retry: 1\nid: 1\n\nevent: reset\ndata: {}\n\n");
  };
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 500);
  const { events } = await follow(answer, { signal: controller.signal });
  assert.deepEqual(events, [{ type: "reset" }]);
  await using server = await serve(answer);
  for await (const event of liveThread(createNewsroom(server), THREAD)) {
    assert.equal(event.type, "reset");
    break;
  }
  for (let waits = 0; closed < 2 && waits < 100; waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(closed, 2);
});
