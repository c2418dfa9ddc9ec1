/** What is at `/newsroom/slug`: a release, an asset, a press kit or a discussion. */
import { PageAtPath } from "@social-newsroom/client/operations";
import { notFound, permanentRedirect } from "next/navigation";
import type { ReactNode } from "react";

import { Conversation } from "@/conversation";
import { load, newsroomTag } from "@/load";
import { framed, type NewsroomData, type PageProps } from "@/page";
import { ItemHead } from "@/parts/head";
import { AssetView } from "@/views/asset";
import { DiscussionView } from "@/views/discussion";
import { PressKitView } from "@/views/press-kit";
import { ReleaseView } from "@/views/release";

export default async function ItemPage({ params, searchParams }: PageProps<{ slug: string }>) {
  const { newsroom: home, slug } = await params;
  const query = await searchParams;
  return framed(home, async (newsroom) => {
    const path = `/${home}/${decodeURIComponent(slug)}`;
    const location = await locationAt(path, newsroom.id);
    if (!location) notFound();
    if (location.movedTo && location.movedTo !== path) permanentRedirect(location.movedTo);
    const { item } = location;
    if (!("metadata" in item)) notFound();
    return {
      current: item.__typename === "Release" ? "news" : item.__typename === "Discussion" ? undefined : "media",
      translations: item.translations,
      content: (
        <>
          <ItemHead metadata={item.metadata} newsroom={newsroom} self={item} translations={item.translations} />
          <View item={item} newsroom={newsroom}>
            <Conversation item={item} locale={item.locale} newsroom={newsroom} searchParams={query} />
          </View>
        </>
      ),
    };
  });
}

type Location = NonNullable<Awaited<ReturnType<typeof locationAt>>>;
type Page = Extract<Location["item"], { metadata: unknown }>;

async function locationAt(path: string, id: string) {
  return (await load(PageAtPath, { path }, [newsroomTag(id)])).item;
}

function View({ item, newsroom, children }: { item: Page; newsroom: NewsroomData; children: ReactNode }) {
  switch (item.__typename) {
    case "Release":
      return (
        <ReleaseView release={item} home={newsroom.path}>
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
