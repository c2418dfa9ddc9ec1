/**
 * Pages without the framework's scripts until they are needed.
 *
 * A page is whole without a script; only the conversation has use for React, and its 140 kB would be the heaviest part of
 * every page. So the proxy fetches the page from this very server and keeps the scripts' places empty; the page's own
 * small script (`public/press-room.js`) fills them when a reader comes near the conversation.
 */
import type { NextRequest } from "next/server";

/** Marks what this server asks of itself. Of this process alone: nobody else can ask so. */
const SECRET = crypto.randomUUID();
const HEADER = "x-inner";

/** Headers that tell of a transfer, not of a page (RFC 9110, section 7.6.1). */
const OF_A_TRANSFER = ["connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"];

/** Whether the request is this server's own. */
export function isInner(request: NextRequest): boolean {
  return request.headers.get(HEADER) === SECRET;
}

/**
 * Whether the answer will be a page that somebody reads: no form that was posted, nothing that the framework asks, and
 * nothing that another server like this one asks (which would never end).
 */
export function isReading(request: NextRequest): boolean {
  const { headers, method } = request;
  return method === "GET" && !headers.has(HEADER) && !headers.has("rsc") && (headers.get("accept") ?? "").includes("text/html");
}

/** The page, its scripts put off. `headers` are those that the page is rendered with. */
export async function fetchLate(request: NextRequest, headers: Headers): Promise<Response> {
  const inner = new Headers(headers);
  inner.set(HEADER, SECRET);
  inner.set("accept-encoding", "identity");
  inner.delete("connection");
  const { pathname, search } = request.nextUrl;
  const port = process.env.PORT ?? "3000";
  const answer = await fetch(`http://localhost:${port}${pathname}${search}`, { headers: inner, redirect: "manual" });
  const outer = new Headers(answer.headers);
  for (const name of OF_A_TRANSFER) outer.delete(name);
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  const body = isPage ? putOff(await answer.text()) : answer.body;
  return new Response(body, { status: answer.status, headers: outer });
}

/** The document, with the framework's script elements as inert ones that remember their address. */
export function putOff(html: string): string {
  return html
    .replace(/<script ([^>]*)src="(\/_next\/static\/[^"]+)"([^>]*)><\/script>/g, (whole, before, source, after) => {
      const attributes = `${before}${after}`;
      if (/\bnoModule\b/i.test(attributes)) return whole;
      const id = /\bid="[^"]*"/.exec(attributes)?.[0] ?? "";
      return `<script type="text/late" data-src="${source}" ${id}></script>`;
    })
    .replace(/<link [^>]*as="script"[^>]*>/g, "");
}
