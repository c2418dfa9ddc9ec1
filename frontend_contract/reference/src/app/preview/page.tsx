/**
 * A draft, opened by the token in the address: in the admin's preview panel, or by a link that somebody shares.
 *
 * No cookie and no draft mode: browsers keep no cookies in the frame of another site, and visitors get none. Nothing
 * here is kept by any cache.
 */
import { NewsroomError, previewFrom, type PreviewRequest } from "@social-newsroom/client";
import {
  Asset,
  Discussion,
  Newsroom,
  type NewsroomDetailFragment,
  PressKit,
  Release,
} from "@social-newsroom/client/operations";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { loadNow } from "@/load";
import type { NewsroomData, Query } from "@/page";
import { StatementBanner } from "@/parts/cards";
import { Document } from "@/parts/document";
import { Frame } from "@/parts/frame";
import { Message, PageStatus, Trouble } from "@/parts/trouble";
import { AssetView } from "@/views/asset";
import { DiscussionView } from "@/views/discussion";
import { PressKitView } from "@/views/press-kit";
import { ReleaseView } from "@/views/release";
import { languageOf, wordsFor } from "@/words";

export default async function PreviewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const preview = previewFrom(await searchParams);
  const visitor = languageOf((await headers()).get("accept-language"));
  if (!preview) {
    const { title, text } = wordsFor(visitor).noToken;
    return alone(
      visitor,
      <>
        <title>{title}</title>
        <PageStatus code={404} />
        <Message title={title}>
          <p>{text}</p>
        </Message>
      </>,
    );
  }
  try {
    return await shown(preview, visitor);
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return alone(visitor, <Trouble error={error} locale={visitor} />);
  }
}

interface Draft {
  locale: string;
  title: string;
  newsroom: { slug: string } | NewsroomDetailFragment;
  content: ReactNode;
}

async function shown(preview: PreviewRequest, visitor: string): Promise<ReactNode> {
  const draft = await draftOf(preview);
  const words = wordsFor(draft.locale);
  const newsroom = "tagline" in draft.newsroom ? draft.newsroom : await homeOf(draft.newsroom.slug);
  const content = (
    <>
      <title>{`${words.preview}: ${draft.title}`}</title>
      <meta name="robots" content="noindex" />
      <p className="preview-note" role="note">
        <strong>{words.preview}</strong> {wordsFor(visitor).previewNote}
      </p>
      {draft.content}
    </>
  );
  return (
    <Document locale={draft.locale} colours={newsroom?.colours}>
      {newsroom ? (
        <Frame newsroom={newsroom}>{content}</Frame>
      ) : (
        <main id="content" tabIndex={-1}>
          {content}
        </main>
      )}
    </Document>
  );
}

async function draftOf({ token, type }: PreviewRequest): Promise<Draft> {
  const variables = { previewToken: token };
  switch (type) {
    case "asset": {
      const asset = found((await loadNow(Asset, variables)).asset);
      return { ...asset, content: <AssetView asset={asset} home={asset.newsroom.path} /> };
    }
    case "pressKit": {
      const kit = found((await loadNow(PressKit, variables)).pressKit);
      return { ...kit, content: <PressKitView kit={kit} home={kit.newsroom.path} isPreview /> };
    }
    case "discussion": {
      const discussion = found((await loadNow(Discussion, variables)).discussion);
      return { ...discussion, content: <DiscussionView discussion={discussion} home={discussion.newsroom.path} /> };
    }
    case "newsroom": {
      const newsroom = found((await loadNow(Newsroom, variables)).newsroom);
      return { locale: newsroom.locale, title: newsroom.name, newsroom, content: <NewsroomDraft newsroom={newsroom} /> };
    }
    default: {
      const release = found((await loadNow(Release, variables)).release);
      return { ...release, content: <ReleaseView release={release} home={release.newsroom.path} isPreview /> };
    }
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new NewsroomError("The draft is empty.", { code: "INTERNAL", status: 500 });
  return value;
}

/** The public newsroom around the draft; undefined where that is not public yet. */
async function homeOf(slug: string): Promise<NewsroomDetailFragment | undefined> {
  const answer = await loadNow(Newsroom, { slug }).catch(() => undefined);
  return answer?.newsroom ?? undefined;
}

function NewsroomDraft({ newsroom }: { newsroom: NewsroomData }) {
  const words = wordsFor(newsroom.locale);
  return (
    <>
      <div className="front-head">
        <h1>{newsroom.name}</h1>
        <p>{newsroom.tagline}</p>
      </div>
      {newsroom.officialStatement && (
        <StatementBanner statement={newsroom.officialStatement} locale={newsroom.locale} title={words.officialStatement} />
      )}
      <div className="prose" dangerouslySetInnerHTML={{ __html: newsroom.about }} />
    </>
  );
}

function alone(locale: string, content: ReactNode): ReactNode {
  return (
    <Document locale={locale}>
      <main id="content" tabIndex={-1}>
        {content}
      </main>
    </Document>
  );
}
