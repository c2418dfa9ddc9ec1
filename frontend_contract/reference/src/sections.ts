/**
 * Where a newsroom's own pages are: below `/newsroom/-/`.
 *
 * Items are at `/newsroom/slug`, and editors choose slugs. Nothing that has three parts is an item's, so a release with
 * the slug `media` is as reachable as every other.
 */
export type Section = "news" | "media" | "people" | "topics" | "archive" | "search";

/** The path of a section of the newsroom whose path is `home`. */
export function sectionPath(home: string, section: Section): string {
  return section === "news" ? home : `${home}/-/${section}`;
}

/** The path of a topic's page. */
export function topicPath(home: string, slug: string): string {
  return `${sectionPath(home, "topics")}/${slug}`;
}
