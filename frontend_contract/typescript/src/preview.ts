// Drafts: what the address says with which the newsroom opens a preview in a frontend.

/** What a preview's address says. */
export interface PreviewRequest {
  /** For the variable `previewToken`. It opens this one draft, for an hour. */
  token: string;
  /** The operation that shows it, by the kind of page; undefined for kinds that this version does not know. */
  type: "release" | "asset" | "pressKit" | "discussion" | "newsroom" | undefined;
}

/** Query parameters: of `URL.searchParams`, or the object that frameworks make of them. */
export type SearchParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

const TYPES: Record<string, PreviewRequest["type"]> = {
  releasepage: "release",
  mediaassetpage: "asset",
  presskitpage: "pressKit",
  threadpage: "discussion",
  newsroompage: "newsroom",
};

/** The preview that an address asks for: `?content_type=…&token=…`; undefined where it asks for none. */
export function previewFrom(searchParams: SearchParams): PreviewRequest | undefined {
  const token = value(searchParams, "token");
  if (!token) return undefined;
  const model = value(searchParams, "content_type").split(".").at(-1) ?? "";
  return { token, type: Object.hasOwn(TYPES, model) ? TYPES[model] : undefined };
}

function value(searchParams: SearchParams, name: string): string {
  if (searchParams instanceof URLSearchParams) return searchParams.get(name) ?? "";
  const found = searchParams[name];
  return (typeof found === "string" ? found : found?.[0]) ?? "";
}
