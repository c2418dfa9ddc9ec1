/**
 * What is at a path right now, for the status of an answer: Next lets pages say 404, but not 410 or 503.
 *
 * The proxy asks before a page is rendered and remembers for some seconds. Where the newsroom does not answer, the
 * last word holds for a while, as the page's own cache does. The webhook makes it forget.
 */
import { GoneError, InvalidInputError, NewsroomError, NotFoundError } from "@social-newsroom/client";
import { ItemAtPath } from "@social-newsroom/client/operations";

import { newsroom } from "./newsroom";

/** What the page at a path will answer. */
export type Standing = { status: 200 | 404 | 410 | 503 } | { status: 308; movedTo: string };

interface Remembered {
  standing: Standing;
  at: number;
}

/** Milliseconds. */
const FRESH = 5_000;
const AT_MOST = 2_000;

// One memory for the proxy and the webhook, which are bundled apart but run in one process.
const shared = globalThis as typeof globalThis & { standings?: Map<string, Remembered> };
const standings = (shared.standings ??= new Map<string, Remembered>());

/** What is at a path. */
export async function standingOf(path: string): Promise<Standing> {
  const remembered = standings.get(path);
  if (remembered && Date.now() - remembered.at < FRESH) return remembered.standing;
  const standing = await ask(path, remembered?.standing);
  standings.delete(path); // the map keeps its order: the oldest goes first
  standings.set(path, { standing, at: Date.now() });
  if (standings.size > AT_MOST) standings.delete(standings.keys().next().value ?? "");
  return standing;
}

/** Forget what is below a newsroom's path. */
export function forgetStandings(): void {
  standings.clear();
}

async function ask(path: string, last: Standing | undefined): Promise<Standing> {
  try {
    const { data } = await newsroom().query(ItemAtPath, { path });
    const movedTo = data.item?.movedTo;
    if (movedTo && movedTo !== path) return { status: 308, movedTo };
    return { status: data.item ? 200 : 404 };
  } catch (error) {
    if (error instanceof GoneError) return { status: 410 };
    if (error instanceof NotFoundError || error instanceof InvalidInputError) return { status: 404 };
    if (!(error instanceof NewsroomError)) throw error;
    console.error(`${path}: ${error.message}`);
    return last ?? { status: 503 };
  }
}
