// The parser of feedsmith reads a feed: node read_feed.mjs FILE. Prints its format, and id, title, dates and address of each
// entry, as JSON.
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";

const { format, feed } = parseFeed(readFileSync(process.argv[2], "utf8"));
const entries = (feed.items ?? feed.entries).map((entry) => ({
  id: entry.guid?.value ?? entry.id,
  title: entry.title?.value ?? entry.title,
  url: entry.link ?? entry.url ?? entry.links?.find((link) => link.rel === "alternate")?.href,
  published: entry.pubDate ?? entry.published ?? entry.date_published,
  updated: entry.atom?.updated ?? entry.updated ?? entry.date_modified,
  enclosures: (entry.enclosures ?? entry.attachments ?? entry.links?.filter((link) => link.rel === "enclosure") ?? []).length,
}));
const links = (feed.atom?.links ?? feed.links ?? []).map((link) => [link.rel, link.href]);
console.log(JSON.stringify({ format, title: feed.title?.value ?? feed.title, links, entries }));
