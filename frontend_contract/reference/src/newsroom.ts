/** The one client of the newsroom. It runs on the server; browsers get what they need from pages. */
import "server-only";

import { createNewsroom } from "@social-newsroom/client";

import { settings } from "./settings";

let client: ReturnType<typeof createNewsroom> | undefined;

/** The client, made at its first use: building needs no newsroom. */
export function newsroom(): ReturnType<typeof createNewsroom> {
  client ??= createNewsroom({ url: settings().newsroomUrl, timeout: 8_000 });
  return client;
}
