/**
 * The sitemap: every newsroom, release, asset, press kit and discussion (sitemaps.org 0.9), with the same in other languages
 * (`xhtml:link`, https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 */
import { NewsroomError } from "@social-newsroom/client";
import { SitemapMedia, SitemapReleases } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { loadNewsrooms } from "@/newsrooms";
import { settings } from "@/settings";

export const dynamic = "force-dynamic";

/** Addresses: what one sitemap may hold. Larger press rooms need an index of several. */
const MOST = 50_000;

interface Entry {
  path: string;
  updatedAt?: string;
  locale?: string;
  translations?: readonly { locale: string; path: string }[];
}

export async function GET(): Promise<Response> {
  try {
    const entries = (await all()).slice(0, MOST);
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.map(entryXml).join("\n")}
</urlset>
`;
    return new Response(body, {
      headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=60" },
    });
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    console.error(`/sitemap.xml: ${error.message}`);
    const headers = { "Retry-After": String(error.retryAfter ?? 60) };
    return new Response("The newsroom does not answer right now.\n", { status: 503, headers });
  }
}

const LISTS = [
  ["assets", "after"],
  ["pressKits", "afterKit"],
  ["discussions", "afterDiscussion"],
] as const;

interface Home {
  id: string;
  slug: string;
}

async function all(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const newsroom of await loadNewsrooms()) {
    entries.push(newsroom);
    entries.push(...(await releasesOf(newsroom)), ...(await mediaOf(newsroom)));
  }
  return entries;
}

async function releasesOf({ id, slug }: Home): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | null = null; entries.length < MOST; ) {
    const variables: { newsroom: string; after?: string } = { newsroom: slug, ...(after ? { after } : {}) };
    const { releases } = await load(SitemapReleases, variables, [newsroomTag(id)]);
    entries.push(...(releases?.nodes ?? []));
    if (!releases?.pageInfo.hasNextPage) break;
    after = releases.pageInfo.endCursor;
  }
  return entries;
}

async function mediaOf({ id, slug }: Home): Promise<Entry[]> {
  const entries: Entry[] = [];
  const cursors: { after?: string; afterKit?: string; afterDiscussion?: string } = {};
  const open = { assets: true, pressKits: true, discussions: true };
  while ((open.assets || open.pressKits || open.discussions) && entries.length < MOST) {
    const data = await load(SitemapMedia, { newsroom: slug, ...cursors }, [newsroomTag(id)]);
    for (const [name, cursor] of LISTS) {
      const list = data[name];
      if (open[name]) entries.push(...(list?.nodes ?? []));
      open[name] = list?.pageInfo.hasNextPage ?? false;
      if (list?.pageInfo.endCursor) cursors[cursor] = list.pageInfo.endCursor;
    }
  }
  return entries;
}

function entryXml({ path, updatedAt, locale, translations = [] }: Entry): string {
  const changed = updatedAt ? `<lastmod>${xml(updatedAt)}</lastmod>` : "";
  const languages = locale && translations.length ? [{ locale, path }, ...translations] : [];
  const links = languages.map(
    (each) => `<xhtml:link rel="alternate" hreflang="${xml(each.locale)}" href="${addressXml(each.path)}"/>`,
  );
  return `<url><loc>${addressXml(path)}</loc>${changed}${links.join("")}</url>`;
}

function addressXml(path: string): string {
  return xml(encodeURI(settings().siteUrl + path));
}

function xml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
