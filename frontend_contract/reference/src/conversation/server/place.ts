// Who sends a form without JavaScript, and in which language it is answered.
import "server-only";

import { createNewsroom } from "@social-newsroom/client";
import { CommentForm } from "@social-newsroom/client/operations";
import { headers } from "next/headers";

import { settings } from "@/settings";

import type { Place } from "../deeds";
import { toForm } from "../shape";
import type { Form, Values } from "../types";
import { wordsOf } from "../words";

/** The newsroom, asked in the name of whoever sent this request: limits count the visitor's address, not this server's. */
export async function placeOf(values: Values): Promise<Place> {
  const address = (await headers()).get("x-forwarded-for");
  const locale = localeIn(values.locale);
  const newsroom = createNewsroom({
    url: settings().newsroomUrl,
    timeout: 10_000,
    retries: 1,
    ...(address && { headers: { "X-Forwarded-For": address } }),
  });
  return { newsroom, words: wordsOf(locale), locale };
}

/** A language tag, out of what a form says (RFC 5646); English for anything else. */
function localeIn(text = ""): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? "en";
  } catch {
    return "en";
  }
}

/** What the form of a thread asks for, in a language. */
export async function formOf(place: Place, thread: string): Promise<Form> {
  const variables = { thread, locale: place.locale };
  const { data } = await place.newsroom.query(CommentForm, variables, { init: { cache: "no-store" } });
  if (!data.commentForm) throw new Error("The newsroom described no form.");
  return toForm(data.commentForm);
}
