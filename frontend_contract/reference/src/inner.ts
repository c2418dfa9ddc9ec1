/**
 * What this server asks itself: each page, as Next renders it, before it goes out.
 *
 * Next lets a page set neither its status nor the place of its scripts. So the proxy fetches the rendered page from this
 * very server, gives the answer the status that the page names (`PageStatus`: 404, 410, 503), and keeps the places of the
 * framework's scripts empty. A page is whole without a script; only the conversation has use for React, and its 140 kB would
 * be the heaviest part of every page: `public/press-room.js` fills the places when a reader comes near the conversation.
 */
import type { NextRequest } from "next/server";

import { languageOf, wordsFor } from "./words";

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
export function isReading({ headers, method }: NextRequest): boolean {
  return ["GET", "HEAD"].includes(method) && !headers.has(HEADER) && !headers.has("rsc");
}

/** The page as it goes out. `headers` are those that it is rendered with. Throws when this server cannot reach itself. */
export async function fetchInner(request: NextRequest, headers: Headers): Promise<Response> {
  const inner = new Headers(headers);
  inner.set(HEADER, SECRET);
  inner.set("accept-encoding", "identity");
  inner.delete("connection");
  const { pathname, search } = request.nextUrl;
  const address = `http://localhost:${process.env.PORT ?? "3000"}${pathname}${search}`;
  const answer = await fetch(address, { headers: inner, redirect: "manual" });
  const outer = new Headers(answer.headers);
  for (const name of OF_A_TRANSFER) outer.delete(name);
  if (!answer.headers.get("content-type")?.startsWith("text/html")) {
    return new Response(answer.body, { status: answer.status, headers: outer });
  }
  const html = await answer.text();
  if (answer.status >= 500) {
    return new Response(wordsPage(request.headers.get("accept-language"), "fault"), { status: 500, headers: outer });
  }
  const { status, retryAfter }: Status = answer.status === 200 ? statusOf(html) : answer;
  if (retryAfter) outer.set("Retry-After", retryAfter);
  const isBuilt = process.env.NODE_ENV === "production";
  return new Response(isBuilt ? putOff(html) : html, { status, headers: outer });
}

interface Status {
  status: number;
  retryAfter?: string | undefined;
}

/** The status that the page names in its head; 200 where it names none. */
export function statusOf(html: string): Status {
  const head = html.slice(0, html.indexOf("</head>"));
  const [, status, retryAfter] = /<meta name="page-status" content="(\d{3})(?: (\d+))?"\/>/.exec(head) ?? [];
  return { status: Number(status ?? 200), retryAfter };
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

/** What a reader sees when the code fails, or cannot even begin: nothing that could fail too. */
export function wordsPage(accepted: string | null, what: "fault" | "notFound" | "foreign" | "tooMuch"): string {
  const locale = languageOf(accepted);
  const words = wordsFor(locale);
  const { title, text } = words[what];
  const onwards = what === "fault" ? `<a href="">${words.retry}</a>` : `<a href="/">${words.notFound.back}</a>`;
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><p>${onwards}</p></main></body></html>`;
}
