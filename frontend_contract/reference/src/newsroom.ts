/** The one client of the newsroom. It runs on the server; browsers get what they need from pages. */
import { createNewsroom, type Newsroom } from "@social-newsroom/client";

import { settings } from "./settings";

let client: Newsroom | undefined;

/** The client, made at its first use: building needs no newsroom. */
export function newsroom(): Newsroom {
  if (!client) {
    const { newsroomUrl, newsroomKey } = settings();
    const headers: Record<string, string> = newsroomKey ? { Authorization: `Bearer ${newsroomKey}` } : {};
    client = createNewsroom({ url: newsroomUrl, headers, timeout: 5_000, retries: 1 });
  }
  return client;
}
