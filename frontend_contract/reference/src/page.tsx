/** What every page of a newsroom does: find the newsroom, frame the content, and answer in words when it fails. */
import { GoneError, InvalidInputError, NewsroomError, NotFoundError } from "@social-newsroom/client";
import { Newsroom, type NewsroomDetailFragment, type NewsroomQuery } from "@social-newsroom/client/operations";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { load, NEWSROOMS } from "./load";
import { Frame, type Section, type Translation } from "./parts/frame";
import { Trouble } from "./parts/trouble";
import { settings } from "./settings";
import { Gone } from "./views/gone";
import { languageOf } from "./words";

export type Query = Record<string, string | string[] | undefined>;

/** The parameters of a page below `/[newsroom]`. */
export interface PageProps<Params = object> {
  params: Promise<Params & { newsroom: string }>;
  searchParams: Promise<Query>;
}

export type NewsroomData = NonNullable<NewsroomQuery["newsroom"]>;

interface Content {
  content: ReactNode;
  current?: Section;
  translations?: readonly Translation[];
}

/** The newsroom of that slug. Throws the client's errors. */
export async function loadNewsroom(slug: string): Promise<NewsroomData> {
  const shown = settings().newsrooms;
  if (shown.length && !shown.includes(slug)) notFound();
  const { newsroom } = await load(Newsroom, { slug }, [NEWSROOMS]);
  return newsroom ?? notFound();
}

/** A page with its newsroom around it. `make` may throw the client's errors, or Next's `notFound()`. */
export async function framed(
  slug: string,
  make: (newsroom: NewsroomData, locale: string) => Promise<Content>,
): Promise<ReactNode> {
  let newsroom: NewsroomData | undefined;
  try {
    newsroom = await loadNewsroom(slug);
    const { content, current, translations } = await make(newsroom, newsroom.locale);
    return (
      <Frame newsroom={newsroom} current={current} translations={translations}>
        {content}
      </Frame>
    );
  } catch (error) {
    return failed(error, newsroom);
  }
}

async function failed(error: unknown, newsroom: NewsroomDetailFragment | undefined): Promise<ReactNode> {
  if (error instanceof NotFoundError || error instanceof InvalidInputError) notFound();
  if (!(error instanceof NewsroomError)) throw error; // notFound() and redirect() of Next; faults of the code
  const asked = await headers();
  const locale = newsroom?.locale ?? languageOf(asked.get("accept-language"));
  const message =
    error instanceof GoneError ? (
      <Gone error={error} locale={locale} home={newsroom?.path ?? "/"} />
    ) : (
      <Trouble error={error} locale={locale} retry={asked.get("x-path") ?? "/"} />
    );
  if (!(error instanceof GoneError)) console.error(`${asked.get("x-path")}: ${error.message}`);
  return newsroom ? (
    <Frame newsroom={newsroom}>{message}</Frame>
  ) : (
    <main id="content" tabIndex={-1}>
      {message}
    </main>
  );
}

/** One value of a query; the first where there are several, and empty where there is none. */
export function one(query: Query, name: string): string {
  const value = query[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}
