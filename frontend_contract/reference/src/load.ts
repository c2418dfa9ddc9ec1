/**
 * Reading the newsroom through Next's data cache.
 *
 * Every answer is kept under the tag of its newsroom until the webhook says that something happened there
 * (`src/app/api/revalidate`). Without a webhook it is asked for again after some seconds. What cannot be answered is
 * not kept, so an answer that is already there outlives an outage; that something is gone or missing is an answer.
 */
import "server-only";

import {
  type Answer,
  GoneError,
  NotFoundError,
  type Operation,
} from "@social-newsroom/client";
import { unstable_cache } from "next/cache";

import { newsroom } from "./newsroom";
import { settings } from "./settings";

/** Seconds after which an answer is asked for again, with a webhook to tell of changes and without. */
const FRESH = { told: 300, untold: 10 };

/** When this process began: what an earlier one kept may have changed while nobody listened. */
const started = String(Math.round(Date.now() / 1000 - process.uptime()));

/** The tag of everything that shows something of a newsroom, by the newsroom's id. */
export function newsroomTag(id: string): string {
  return `newsroom-${id}`;
}

/** The tag of the newsrooms themselves, with the statements that they pin: they are found by slug, before an id. */
export const NEWSROOMS = "list-newsroom";

/** The tag of everything. */
export const ALL = "all";

type Kept<Data> =
  | { data: Data }
  | { gone: { message: string; reason: string; withdrawnAt: string } }
  | { missing: string };

/** What an operation answers. Throws the client's errors; `tags` are those that expire the answer. */
export async function load<Data, Variables>(
  operation: Operation<Data, Variables, "query">,
  variables: Variables,
  tags: string[],
): Promise<Data> {
  const { newsroomUrl, webhookSecrets } = settings();
  const kept = await unstable_cache(
    () => ask(operation, variables),
    [newsroomUrl, started, operation.id, JSON.stringify(variables)],
    { tags: [ALL, ...tags], revalidate: webhookSecrets.length ? FRESH.told : FRESH.untold },
  )();
  if ("gone" in kept) {
    const error = new GoneError(kept.gone.message, { code: "GONE", status: 410 });
    return Promise.reject(Object.assign(error, kept.gone));
  }
  if ("missing" in kept) throw new NotFoundError(kept.missing, { code: "NOT_FOUND", status: 404 });
  return kept.data;
}

/** What an operation answers now: for previews, which nothing may keep. */
export async function loadNow<Data, Variables>(
  operation: Operation<Data, Variables, "query">,
  variables: Variables,
): Promise<Data> {
  return (await query(operation, variables)).data;
}

async function ask<Data, Variables>(
  operation: Operation<Data, Variables, "query">,
  variables: Variables,
): Promise<Kept<Data>> {
  try {
    return { data: (await query(operation, variables)).data };
  } catch (error) {
    if (error instanceof GoneError) {
      return { gone: { message: error.message, reason: error.reason, withdrawnAt: error.withdrawnAt } };
    }
    if (error instanceof NotFoundError) return { missing: error.message };
    throw error;
  }
}

function query<Data, Variables>(
  operation: Operation<Data, Variables, "query">,
  variables: Variables,
): Promise<Answer<Data>> {
  const ask = newsroom().query as (
    operation: Operation<Data, Variables, "query">,
    variables: Variables,
  ) => Promise<Answer<Data>>;
  return ask(operation, variables);
}
