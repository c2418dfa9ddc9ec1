/** What every page of a newsroom does: find the newsroom, frame the content, and answer in words when it fails. */
import { GoneError, InvalidInputError, NewsroomError, NotFoundError } from "@social-newsroom/client";
import { ItemAtPath, Newsroom, type NewsroomDetailFragment, type NewsroomQuery } from "@social-newsroom/client/operations";
import { headers } from "next/headers";
import { permanentRedirect } from "next/navigation";
import type { ReactNode } from "react";

import { load, NEWSROOMS } from "./load";
import { Frame, type Translation } from "./parts/frame";
import { Trouble } from "./parts/trouble";
import type { Section } from "./sections";
import { settings } from "./settings";
import { Gone } from "./views/gone";
import { Missing } from "./views/missing";
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
  const isShown = !shown.length || shown.includes(slug);
  const newsroom = isShown && (await load(Newsroom, { slug }, [NEWSROOMS])).newsroom;
  if (!newsroom) throw new NotFoundError("No such newsroom.", { code: "NOT_FOUND", status: 404 });
  return newsroom;
}

/** A page with its newsroom around it. `slug` is as the address has it; `make` may throw the client's errors. */
export async function framed(
  slug: string,
  make: (newsroom: NewsroomData, locale: string) => Promise<Content>,
): Promise<ReactNode> {
  let newsroom: NewsroomData | undefined;
  try {
    const asked = decodeURIComponent(slug);
    newsroom = await loadNewsroom(asked).catch((error: unknown) => elsewhere(asked, error));
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

/** Leads from a newsroom's former address to the same page at its new one. Throws `error` where it has none. */
async function elsewhere(slug: string, error: unknown): Promise<never> {
  if (!(error instanceof NotFoundError)) throw error;
  const location = await load(ItemAtPath, { path: `/${slug}` }, [NEWSROOMS]).catch(() => undefined);
  const moved = location?.item?.movedTo;
  if (!moved) throw error;
  const [, rest = ""] = /^\/[^/?]+(.*)$/.exec((await headers()).get("x-path") ?? "") ?? [];
  permanentRedirect(encodeURI(moved) + rest);
}

async function failed(error: unknown, newsroom: NewsroomDetailFragment | undefined): Promise<ReactNode> {
  if (!(error instanceof NewsroomError)) throw error; // redirect() of Next; faults of the code
  const asked = await headers();
  const locale = newsroom?.locale ?? languageOf(asked.get("accept-language"));
  const message = messageOf(error, locale, newsroom?.path ?? "/", asked.get("x-path") ?? "/");
  return newsroom ? (
    <Frame newsroom={newsroom}>{message}</Frame>
  ) : (
    <main id="content" tabIndex={-1}>
      {message}
    </main>
  );
}

function messageOf(error: NewsroomError, locale: string, home: string, path: string): ReactNode {
  if (error instanceof GoneError) return <Gone error={error} locale={locale} home={home} />;
  if (error instanceof NotFoundError || error instanceof InvalidInputError) return <Missing locale={locale} home={home} />;
  console.error(`${path.split("?", 1)[0]}: ${error.message}`);
  return <Trouble error={error} locale={locale} retry={path} />;
}

/** One value of a query; the first where there are several, and empty where there is none. */
export function one(query: Query, name: string): string {
  const value = query[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}
