/** Runs before each page: gives it a nonce for its scripts, the security headers, and its status. */
import { type NextRequest, NextResponse } from "next/server";

import { isForeign } from "./conversation/server/guard";
import { fetchInner, isInner, isReading, wordsPage } from "./inner";
import { contentSecurityPolicy, type Framing, securityHeaders } from "./policy";
import { settings } from "./settings";

export const config = {
  // Everything but files and routes that set their headers themselves: what is not there is a page too, which says so.
  matcher:
    "/((?!_next/static/[\\w./~-]+$|api/(?:preview|revalidate|conversation/(?:contribute|export|react))$|healthz$|icon\\.svg$|press-room\\.js$|robots\\.txt$|sitemap\\.xml$).*)",
};

/** What pages are asked by: to be read, and by forms. */
const METHODS = ["GET", "HEAD", "POST"];
/** Bytes of a form on a page. Files go to a route of their own. */
const MOST = 200_000;

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isInner(request)) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  const framing: Framing = pathname === "/preview" ? "by the newsroom" : "nowhere";
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, framing, settings());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next reads the nonce from it
  headers.set("X-Nonce", nonce);
  headers.set("X-Path", pathname + search);
  const response = await page(request, headers);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(framing))) response.headers.set(name, value);
  return response;
}

/** The page, or what leads to it. Where this server cannot reach itself, it comes with its scripts and without its status. */
async function page(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const asIs = () => NextResponse.next({ request: { headers } });
  const refusal = refusalOf(request);
  if (refusal) return refusal;
  const origin = headers.get("origin");
  if (origin && URL.canParse(origin)) headers.set("X-Forwarded-Host", new URL(origin).host); // it is ours: Next asks again
  if (!isReading(request)) return asIs();
  try {
    const answer = await fetchInner(request, headers);
    const location = answer.headers.get("location");
    if (location) return NextResponse.redirect(new URL(location, request.nextUrl), answer.status);
    return new NextResponse(answer.body, answer);
  } catch (error) {
    console.error(`${request.nextUrl.pathname}: this server cannot reach itself: ${(error as Error).message}`);
    return asIs();
  }
}

/** The answer to what Next would only fail at; undefined for everything else. */
function refusalOf(request: NextRequest): NextResponse | undefined {
  const { method, headers, nextUrl } = request;
  if (!METHODS.includes(method)) {
    return new NextResponse(null, { status: 405, headers: { Allow: METHODS.join(", "), "Cache-Control": "no-store" } });
  }
  if (!isReadable(nextUrl.pathname)) return inWords(404, "notFound");
  if (method === "POST" && isForeign(request)) return inWords(403, "foreign");
  if (Number(headers.get("content-length")) > MOST) return inWords(413, "tooMuch");
  return undefined;

  function inWords(status: number, what: Parameters<typeof wordsPage>[1]): NextResponse {
    const kept = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
    return new NextResponse(wordsPage(headers.get("accept-language"), what), { status, headers: kept });
  }
}

/** Whether what is escaped in a path is UTF-8 (RFC 3986, section 2.5): Next fails where it is not. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
