/** What is at `/newsroom/slug`: a release, an asset, a press kit or a discussion. */
import { NotFoundError } from "@social-newsroom/client";
import { PageAtPath, type PressKitCardFragment, PressKits } from "@social-newsroom/client/operations";
import { permanentRedirect } from "next/navigation";
import type { ReactNode } from "react";

import { Conversation } from "@/conversation";
import { load, newsroomTag } from "@/load";
import { framed, type NewsroomData, one, type PageProps, type Query } from "@/page";
import { ItemHead } from "@/parts/head";
import { address } from "@/parts/pager";
import { AssetView } from "@/views/asset";
import { DiscussionView } from "@/views/discussion";
import { PressKitView } from "@/views/press-kit";
import { ReleaseView } from "@/views/release";

export default async function ItemPage({ params, searchParams }: PageProps<{ slug: string }>) {
  const { newsroom: home, slug } = await params;
  const query = await searchParams;
  return framed(home, async (newsroom) => {
    const path = `/${newsroom.slug}/${decodeURIComponent(slug)}`;
    const location = await locationAt(path, newsroom.id);
    if (!location) throw nothingAt(path);
    if (location.movedTo && location.movedTo !== path) permanentRedirect(moved(location.movedTo, query));
    const { item } = location;
    if (!("metadata" in item)) throw nothingAt(path);
    return {
      current: item.__typename === "Release" ? "news" : item.__typename === "Discussion" ? undefined : "media",
      translations: item.translations,
      content: (
        <>
          <ItemHead metadata={item.metadata} newsroom={newsroom} self={item} translations={item.translations} />
          <View item={item} newsroom={newsroom} kits={await kitsOf(item, newsroom.id)}>
            <Conversation item={item} locale={item.locale} newsroom={newsroom} searchParams={query} />
          </View>
        </>
      ),
    };
  });
}

/** Where the item is now, with the query that was asked with. */
function moved(path: string, query: Query): string {
  return address(encodeURI(path), Object.fromEntries(Object.keys(query).map((name) => [name, one(query, name)])));
}

function nothingAt(path: string): NotFoundError {
  return new NotFoundError(`No page is at ${path}.`, { code: "NOT_FOUND", status: 404 });
}

type Location = NonNullable<Awaited<ReturnType<typeof locationAt>>>;
type Page = Extract<Location["item"], { metadata: unknown }>;

async function locationAt(path: string, id: string) {
  return (await load(PageAtPath, { path }, [newsroomTag(id)])).item;
}

/** The newest press kits that belong to a release. */
async function kitsOf(item: Page, id: string): Promise<PressKitCardFragment[]> {
  if (item.__typename !== "Release") return [];
  const { pressKits } = await load(PressKits, { filter: { release: item.id }, first: 12 }, [newsroomTag(id)]);
  return pressKits?.edges.map(({ node }) => node) ?? [];
}

interface ViewProps {
  item: Page;
  newsroom: NewsroomData;
  kits: PressKitCardFragment[];
  children: ReactNode;
}

function View({ item, newsroom, kits, children }: ViewProps) {
  switch (item.__typename) {
    case "Release":
      return (
        <ReleaseView release={item} home={newsroom.path} kits={kits}>
          {children}
        </ReleaseView>
      );
    case "PressKit":
      return (
        <PressKitView kit={item} home={newsroom.path}>
          {children}
        </PressKitView>
      );
    case "Discussion":
      return (
        <DiscussionView discussion={item} home={newsroom.path}>
          {children}
        </DiscussionView>
      );
    default:
      return (
        <AssetView asset={item} home={newsroom.path}>
          {children}
        </AssetView>
      );
  }
}
