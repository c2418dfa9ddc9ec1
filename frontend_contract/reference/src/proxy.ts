/**
 * Runs before each page: gives it a nonce for its scripts, the security headers, and the status that a page cannot
 * give itself (410 for what was withdrawn, 503 while the newsroom does not answer).
 */
import { type NextRequest, NextResponse } from "next/server";

import { fetchLate, isInner, isReading } from "./late";
import { contentSecurityPolicy, type Framing, securityHeaders } from "./policy";
import { settings } from "./settings";
import { type Standing, standingOf } from "./standing";

export const config = { matcher: "/((?!_next/|api/|healthz$|favicon\\.ico|icon|press-room\\.js|robots\\.txt|sitemap\\.xml).*)" };

/** Pages of a newsroom that are not items. */
const SECTIONS = ["people", "topics", "archive", "media", "search"];

export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isInner(request)) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  const standing = await standingAt(pathname);
  if (standing.status === 308) return NextResponse.redirect(new URL(standing.movedTo + search, request.nextUrl), 308);
  const framing: Framing = pathname === "/preview" ? "by the newsroom" : "nowhere";
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, framing, settings());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next reads the nonce from it
  headers.set("X-Nonce", nonce);
  headers.set("X-Path", pathname);
  const response = await page(request, headers, standing.status);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(framing))) response.headers.set(name, value);
  if (standing.status === 503) response.headers.set("Retry-After", "30");
  return response;
}

async function page(request: NextRequest, headers: Headers, status: number): Promise<NextResponse> {
  if (process.env.NODE_ENV === "production" && isReading(request)) {
    try {
      const answer = await fetchLate(request, headers);
      return new NextResponse(answer.body, {
        status: answer.status === 200 ? status : answer.status,
        headers: answer.headers,
      });
    } catch (error) {
      console.error(`${request.nextUrl.pathname}: this server cannot reach itself: ${(error as Error).message}`);
    }
  }
  return NextResponse.rewrite(request.nextUrl, { request: { headers }, status });
}


async function standingAt(pathname: string): Promise<Standing> {
  const [newsroom, second, ...rest] = pathname.split("/").filter(Boolean).map(decoded);
  if (!newsroom || newsroom === "preview") return { status: 200 };
  if (!/^[\w-]+$/.test(newsroom)) return { status: 404 };
  const shown = settings().newsrooms;
  if (shown.length && !shown.includes(newsroom)) return { status: 404 };
  const isItem = second !== undefined && rest.length === 0 && !SECTIONS.includes(second);
  return standingOf(isItem ? `/${newsroom}/${second}` : `/${newsroom}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
