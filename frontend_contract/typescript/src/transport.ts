// One request and its answer: time limits, further tries, and what cannot be read. Knows nothing of GraphQL.
import { UnavailableError } from "./errors.js";

/** The `fetch` of the platform, or one that does the same. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Options of `fetch`, with those that Next.js adds. */
export type Init = RequestInit & { next?: { tags?: string[]; revalidate?: number | false } };

/** How a client sends. */
export interface Transport {
  fetch: Fetch;
  /** Milliseconds in which an answer must have come whole. */
  timeout: number;
  /** How often a request is sent again that did not arrive, or that the server could not answer then. */
  retries: number;
}

/** An answer, read whole. `json` is undefined where there is no body (304, 204). */
export interface Received {
  response: Response;
  json: unknown;
  /** `Retry-After` in seconds. */
  retryAfter: number | undefined;
}

const WORTH_ANOTHER_TRY = [429, 502, 503, 504];
/** Seconds. Whoever is told to wait longer gets the error at once, with `retryAfter`. */
const LONGEST_WAIT = 10;

/** Send a request, again where it may be. Throws `UnavailableError`, or the reason of an aborted `signal`. */
export async function send(
  transport: Transport,
  url: string,
  init: Init,
  { signal, again }: { signal?: AbortSignal | null | undefined; again: boolean },
): Promise<Received> {
  for (let tries = 0; ; tries += 1) {
    const isLast = !again || tries >= transport.retries;
    try {
      const received = await sendOnce(transport, url, init, signal);
      const { retryAfter } = received;
      if (
        isLast ||
        !WORTH_ANOTHER_TRY.includes(received.response.status) ||
        (retryAfter ?? 0) > LONGEST_WAIT
      ) {
        return readable(received);
      }
      await pause(retryAfter === undefined ? backoff(tries) : retryAfter * 1000 + backoff(0), signal);
    } catch (error) {
      if (isLast || !(error instanceof UnavailableError) || error.code !== "NETWORK") throw error;
      await pause(backoff(tries), signal);
    }
  }
}

interface Raw extends Received {
  isReadable: boolean;
}

async function sendOnce(
  transport: Transport,
  url: string,
  init: Init,
  signal: AbortSignal | null | undefined,
): Promise<Raw> {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const abort = () => limit.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    limit.abort();
  }, transport.timeout);
  try {
    const response = await transport.fetch(url, { ...init, signal: limit.signal });
    return parsed(response, await response.text());
  } catch (cause) {
    signal?.throwIfAborted();
    if (isLate) {
      const message = `The newsroom did not answer within ${transport.timeout / 1000} seconds.`;
      throw new UnavailableError(message, { code: "TIMEOUT", status: 0, cause });
    }
    throw new UnavailableError("The newsroom could not be reached.", { code: "NETWORK", status: 0, cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

function parsed(response: Response, text: string): Raw {
  const retryAfter = secondsOf(response.headers.get("retry-after"));
  try {
    return { response, retryAfter, json: text ? JSON.parse(text) : undefined, isReadable: true };
  } catch {
    return { response, retryAfter, json: undefined, isReadable: false };
  }
}

function readable(received: Raw): Received {
  const { response, retryAfter } = received;
  const isEmpty = received.json === undefined && response.status !== 304 && response.status !== 204;
  if (received.isReadable && !isEmpty) return received;
  throw new UnavailableError(`The newsroom's answer (status ${response.status}) cannot be read.`, {
    code: "UNREADABLE",
    status: response.status,
    retryAfter,
  });
}

/** `Retry-After` in seconds, of a number or a date (RFC 9110, section 10.2.3). */
export function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const seconds = Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Milliseconds to wait before the next try: longer each time, and not the same for everybody. */
export function backoff(tries: number, first = 300): number {
  return first * 2 ** tries * (0.5 + Math.random());
}

/** Wait. Throws the signal's reason when it is aborted meanwhile. */
export function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
