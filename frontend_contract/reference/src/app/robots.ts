/** robots.txt: everything but previews and searches may be read; where the sitemap is. */
import type { MetadataRoute } from "next";

import { settings } from "@/settings";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/preview", "/api/", "/*/-/search"] },
    sitemap: `${settings().siteUrl}/sitemap.xml`,
  };
}
