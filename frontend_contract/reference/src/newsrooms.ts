/** The newsrooms that this press room shows. */
import "server-only";

import { Newsrooms, type NewsroomsQuery } from "@social-newsroom/client/operations";

import { load, NEWSROOMS } from "./load";
import { settings } from "./settings";

export type NewsroomEntry = NonNullable<NewsroomsQuery["newsrooms"]>["nodes"][number];

/** How many are asked for at once: a query has a price, and this one's is high. */
const PAGE_SIZE = 30;

/** All of them, or those that the settings name. Throws the client's errors. */
export async function loadNewsrooms(): Promise<NewsroomEntry[]> {
  const found: NewsroomEntry[] = [];
  for (let after: string | null = null; ; ) {
    const variables: { first: number; after?: string } = { first: PAGE_SIZE, ...(after ? { after } : {}) };
    const { newsrooms } = await load(Newsrooms, variables, [NEWSROOMS]);
    found.push(...(newsrooms?.nodes ?? []));
    after = newsrooms?.pageInfo.hasNextPage ? newsrooms.pageInfo.endCursor : null;
    if (!after) break;
  }
  const shown = settings().newsrooms;
  return found.filter(({ slug }) => !shown.length || shown.includes(slug));
}
