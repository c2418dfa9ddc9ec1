// Addresses within a conversation: what a page's query asks for, and links to other parts of the thread.

export type Sort = "newest" | "oldest" | "reactions";
export type Show = "questions" | "praise" | "criticism" | "other" | "official" | "unanswered";

export const SORTS: readonly Sort[] = ["newest", "oldest", "reactions"];
export const SHOWS: readonly Show[] = ["questions", "unanswered", "praise", "criticism", "other", "official"];

/** Which part of a thread is asked for. */
export interface Asked {
  sort: Sort;
  show?: Show;
  after?: string;
  before?: string;
  /** One comment, with what is above and below it. */
  comment?: string;
  /** The comment that the form replies to. */
  reply?: string;
  /** The comment that is to be reported. */
  report?: string;
  /** A comment of one's own. */
  own?: string;
}

type Query = Record<string, string | string[] | undefined>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a query asks for. What makes no sense is as if it were not there. */
export function readAsked(query: Query): Asked {
  const text = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) || undefined;
  };
  const id = (name: string) => {
    const value = text(name);
    return value && ID.test(value) ? value.toLowerCase() : undefined;
  };
  const asked: Asked = { sort: SORTS.find((sort) => sort === text("sort")) ?? "newest" };
  const found = {
    show: SHOWS.find((show) => show === text("show")),
    after: text("after")?.slice(0, 500),
    before: text("before")?.slice(0, 500),
    comment: id("comment"),
    reply: id("reply"),
    report: id("report"),
    own: id("own"),
  };
  for (const [name, value] of Object.entries(found)) if (value) Object.assign(asked, { [name]: value });
  return asked;
}

/** The address of a part of the thread of the page at `path`. */
export function addressOf(path: string, asked: Partial<Asked>, hash = "conversation"): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value && !(name === "sort" && value === "newest")) query.set(name, value);
  }
  const text = query.toString();
  return `${path}${text ? `?${text}` : ""}#${hash}`;
}

/** Where a comment is to be found, on whatever page of the thread it stands. */
export function permalink(path: string, id: string): string {
  return addressOf(path, { comment: id }, `comment-${id}`);
}

/** The id of the comment in an address, or in what somebody has typed; empty where there is none. */
export function idIn(text: string): string {
  return (
    text
      .match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)
      ?.at(-1)
      ?.toLowerCase() ?? ""
  );
}
