// A thread's events while they happen: a stream that comes back after cuts, and polling where none gets through.
import { errorOf, GoneError, NewsroomError, NotFoundError, type Told, UnavailableError } from "./errors.js";
import type { components } from "./generated/rest.js";
import type { Newsroom } from "./newsroom.js";
import { frames } from "./sse.js";
import { backoff, pause, secondsOf, send } from "./transport.js";

/** A comment as REST shows it: one that is public no more has its place alone (`state`). */
export type LiveComment = components["schemas"]["Comment"];
/** A thread as REST shows it: who may comment, and how many have. */
export type LiveThread = components["schemas"]["Thread"];

/** What happens in a thread. */
export type LiveEvent =
  /** A comment is new or has changed; this is how it is now. */
  | { type: "comment"; comment: LiveComment }
  /** The thread's figures or its mode have changed. */
  | { type: "thread"; thread: LiveThread }
  /** More has happened than was sent: read the comments anew. */
  | { type: "reset" }
  /** Nothing more will come: `WITHDRAWN` or `OFF`. */
  | { type: "end"; reason: string };

/** How the events come at the moment. */
export type LiveState = "connecting" | "streaming" | "polling";

/** Options of `liveThread`. All times are in milliseconds. */
export interface LiveOptions {
  /** The largest `seq` of what is on the page: what happened after it comes first. */
  since?: number | undefined;
  signal?: AbortSignal | undefined;
  onState?: ((state: LiveState) => void) | undefined;
  /** After how long without a byte a stream counts as cut; 50,000 when not given (the server's pulse is 15,000). */
  silence?: number;
  /** How long a stream may take to begin; 10,000 when not given. */
  opening?: number;
  /** How often to look where streams do not get through; 15,000 when not given. */
  every?: number;
}

/** After so many streams in a row that did not begin it is polled, and after so many looks a stream is tried again. */
const STREAMS_TRIED = 2;
const LOOKS = 20;

type Source = Pick<Newsroom, "url" | "headers" | "transport">;

/** Where a reader is. */
interface Place {
  since: number | undefined;
  /** Milliseconds to the next connection, as the server wishes. */
  retry: number;
  hasBegun: boolean;
  etag: string | undefined;
}

/**
 * What happens in the thread with this id, until it ends or `signal` is aborted; then the loop just ends.
 * Throws `NotFoundError` and the like where there is no such thread to begin with.
 */
export async function* liveThread(
  newsroom: Source,
  thread: string,
  options: LiveOptions = {},
): AsyncGenerator<LiveEvent, void, undefined> {
  const place: Place = { since: options.since, retry: 3000, hasBegun: false, etag: undefined };
  const address = `${newsroom.url}/api/v1/threads/${encodeURIComponent(thread)}`;
  const { signal, onState } = options;
  let failures = 0;
  while (!signal?.aborted) {
    const isPolling = failures >= STREAMS_TRIED;
    try {
      onState?.(isPolling ? "polling" : "connecting");
      const opened = () => {
        failures = 0;
        onState?.("streaming");
      };
      const events = isPolling
        ? poll(newsroom, address, place, options)
        : stream(newsroom, address, place, options, opened);
      for await (const event of events) {
        yield event;
        if (event.type === "end") return;
      }
      if (isPolling) failures = STREAMS_TRIED - 1;
      else await pause(place.retry, signal);
    } catch (error) {
      if (signal?.aborted) return;
      if (place.hasBegun && (error instanceof GoneError || error instanceof NotFoundError)) {
        yield { type: "end", reason: "WITHDRAWN" };
        return;
      }
      failures = await afterwards(error, failures, isPolling, signal);
    }
  }
}

/** Wait after a failure and count it. Throws what waiting does not mend. */
async function afterwards(
  error: unknown,
  failures: number,
  isPolling: boolean,
  signal: AbortSignal | undefined,
): Promise<number> {
  const status = error instanceof NewsroomError ? error.status : 0;
  if (
    !(error instanceof NewsroomError) ||
    (status >= 400 && status < 500 && status !== 429 && status !== 406)
  )
    throw error;
  const wait =
    error.retryAfter === undefined
      ? backoff(Math.min(failures, 6), 1000)
      : error.retryAfter * 1000 + backoff(0);
  if (isPolling || failures + 1 < STREAMS_TRIED) await pause(wait, signal).catch(() => {});
  return failures + 1;
}

/** One connection: its events, until it is cut. */
async function* stream(
  newsroom: Source,
  address: string,
  place: Place,
  options: LiveOptions,
  opened: () => void,
): AsyncGenerator<LiveEvent> {
  const cut = new AbortController();
  const abort = () => cut.abort();
  options.signal?.addEventListener("abort", abort, { once: true });
  let timer = setTimeout(abort, options.opening ?? 10_000);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(abort, options.silence ?? 50_000);
  };
  try {
    for await (const frame of frames(await open(newsroom, address, place, cut.signal), heard)) {
      if (frame.retry !== undefined) place.retry = frame.retry;
      if (!place.hasBegun || frame.retry !== undefined) opened();
      place.hasBegun = true;
      const event = frame.data ? eventOf(frame.event, frame.data) : undefined;
      if (frame.id) place.since = Number(frame.id);
      if (event) yield event;
    }
  } catch (cause) {
    if (cause instanceof NewsroomError) throw cause;
    throw new UnavailableError("The stream was cut.", { code: "NETWORK", status: 0, cause });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
    abort();
  }
}

/** Opens a stream. The place goes along as `since`: the header `Last-Event-ID` would cost a preflight. */
async function open(
  newsroom: Source,
  address: string,
  place: Place,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const query = place.since === undefined ? "" : `?since=${place.since}`;
  const headers = { Accept: "text/event-stream", ...newsroom.headers };
  const response = await newsroom.transport.fetch(`${address}/events${query}`, {
    headers,
    cache: "no-store",
    signal,
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (response.ok && isStream && response.body) return response.body;
  const retryAfter = secondsOf(response.headers.get("retry-after"));
  const problem = (await response.json().catch(() => ({}))) as Told & { detail?: string };
  if (problem.code) throw errorOf(problem.detail ?? problem.code, problem, response.status, retryAfter);
  const message = `The stream's answer (status ${response.status}) cannot be read.`;
  throw new UnavailableError(message, { code: "UNREADABLE", status: response.ok ? 0 : 503, retryAfter });
}

function eventOf(name: string, data: string): LiveEvent | undefined {
  const content: unknown = JSON.parse(data);
  if (name === "comment") return { type: name, comment: content as LiveComment };
  if (name === "thread") return { type: name, thread: content as LiveThread };
  if (name === "reset") return { type: name };
  if (name === "end") return { type: name, reason: (content as { reason: string }).reason };
  return undefined;
}

/** Looks now and then: where the thread's `ETag` has changed, its figures come, and the word to read it anew. */
async function* poll(
  newsroom: Source,
  address: string,
  place: Place,
  { signal, every = 15_000 }: LiveOptions,
): AsyncGenerator<LiveEvent> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const condition = place.etag ? { "If-None-Match": place.etag } : undefined;
    const headers = { Accept: "application/json", ...newsroom.headers, ...condition };
    const { response, json, retryAfter } = await send(
      newsroom.transport,
      address,
      { headers },
      { signal, again: false },
    );
    if (response.status >= 400) {
      const problem = json as Told & { detail?: string };
      throw errorOf(problem.detail ?? "", problem, response.status, retryAfter);
    }
    const etag = response.headers.get("etag") ?? undefined;
    place.hasBegun = true;
    if (response.status !== 304 && (etag === undefined || etag !== place.etag)) {
      place.etag = etag;
      const thread = json as LiveThread;
      yield { type: "thread", thread };
      if (thread.mode === "OFF") yield { type: "end", reason: "OFF" };
      yield { type: "reset" };
    }
    await pause(every, signal);
  }
}
