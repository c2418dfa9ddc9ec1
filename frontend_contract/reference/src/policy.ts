/** The security headers of every answer. */
import type { Settings } from "./settings";

/** Where a page may be framed: previews by the newsroom's admin, everything else nowhere. */
export type Framing = "nowhere" | "by the newsroom";

/** The Content-Security-Policy of a page: no inline script or style but those of this answer, no other site. */
export function contentSecurityPolicy(nonce: string, framing: Framing, settings: Settings): string {
  const origin = new URL(settings.newsroomPublicUrl).origin;
  const media = [...new Set([origin, ...settings.mediaOrigins])].join(" ");
  const isDevelopment = process.env.NODE_ENV === "development";
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`, // Next's own panels
    "img-src": `'self' data: ${media}`,
    "media-src": `'self' ${media}`,
    "font-src": "'self'",
    "connect-src": `'self' ${origin}`,
    "frame-src": "https:", // players of other sites, which load when a reader asks for one
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": framing === "nowhere" ? "'none'" : settings.newsroomOrigins.join(" "),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Headers beside the policy. Previews have their token in the address: it must not travel on. */
export function securityHeaders(framing: Framing): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": framing === "nowhere" ? "strict-origin-when-cross-origin" : "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(framing === "nowhere" ? { "X-Frame-Options": "DENY" } : { "X-Robots-Tag": "noindex" }),
  };
}
