// Which requests to the conversation's own addresses are taken: forms of this site, sent by a browser. There are no cookies.
import "server-only";

import { settings } from "@/settings";

/** Whether another site had somebody's browser send this (W3C Fetch Metadata; before that `Origin`). */
export function isForeign(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(settings().siteUrl).origin;
}

/** A path of this site, out of what a form says; "/" for anything else: `//` begins the name of another site. */
export function pathOf(text: string | undefined): string {
  const home = new URL("http://here.invalid");
  if (!text?.startsWith("/") || !URL.canParse(text, home)) return "/";
  const url = new URL(text, home); // as a browser reads it: `/.//other.example` has the path `//other.example`
  const isOurs = url.origin === home.origin && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : "/";
}

/** A form that was sent; null where it cannot be read, has more than `most` bytes, or does not say how many. */
export async function formIn(request: Request, most = 200_000): Promise<FormData | null> {
  if (!(Number(request.headers.get("content-length") ?? Infinity) <= most)) return null;
  return request.formData().catch(() => null);
}

export const PRIVATE = {
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "same-origin",
};
