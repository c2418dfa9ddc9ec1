// The tags by which caches know what an answer shows: for revalidation in frameworks, and for purging CDNs.

/** What to be told of. Ids as the APIs give them; lists by the type of what they list. */
export interface TagSource {
  item?: string | readonly string[] | null | undefined;
  thread?: string | readonly string[] | null | undefined;
  list?: ListName | readonly ListName[] | null | undefined;
}

/** What lists are of. */
export type ListName =
  | "asset"
  | "comment"
  | "contribution"
  | "discussion"
  | "newsroom"
  | "person"
  | "press_kit"
  | "release"
  | "thread"
  | "topic";

/**
 * Cache tags: of an answer (its `Surrogate-Key`), or of what a page is about to ask for, before it asks:
 * `init: { next: { tags: cacheTags({ item: id, list: "release" }) } }`.
 */
export function cacheTags(source: Response | Headers | TagSource): string[] {
  if (isTagSource(source)) {
    return [
      ...listed(source.item).map((id) => `item-${id}`),
      ...listed(source.thread).map((id) => `thread-${id}`),
      ...listed(source.list).map((name) => `list-${name}`),
    ];
  }
  const headers = source instanceof Headers ? source : source.headers;
  return (headers.get("surrogate-key") ?? "").split(/\s+/).filter(Boolean);
}

function isTagSource(source: Response | Headers | TagSource): source is TagSource {
  return !(source instanceof Headers) && !("headers" in source);
}

function listed<T extends string>(value: T | readonly T[] | null | undefined): readonly T[] {
  if (value === undefined || value === null) return [];
  return typeof value === "string" ? [value] : value;
}
