/** The front page of a newsroom; with filters or further pages, the list alone. */
import { InvalidInputError } from "@social-newsroom/client";
import { Archive, FrontPage, Releases, type ReleaseKind } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { isYear, startOfYear, yearOf } from "@/format";
import { load, newsroomTag } from "@/load";
import { framed, type NewsroomData, one, type PageProps, type Query } from "@/page";
import { AssetCard, DiscussionCard, PressKitCard, ReleaseCard, StatementBanner } from "@/parts/cards";
import { ReleaseFilters } from "@/parts/filters";
import { ItemHead } from "@/parts/head";
import { Pager } from "@/parts/pager";
import { sectionPath } from "@/sections";
import { wordsFor } from "@/words";

const PAGE_SIZE = 12;

export default async function NewsroomPage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const chosen = { kind: one(query, "kind"), topic: one(query, "topic"), year: one(query, "year") };
    const isList = Boolean(chosen.kind || chosen.topic || chosen.year || one(query, "after") || one(query, "before"));
    const [front, years] = await Promise.all([loadFront(newsroom), loadYears(newsroom)]);
    const filters = (
      <ReleaseFilters
        path={newsroom.path}
        locale={locale}
        topics={front.topics?.nodes ?? []}
        years={years}
        chosen={chosen}
      />
    );
    const head = (
      <ItemHead
        metadata={newsroom.metadata}
        newsroom={newsroom}
        self={newsroom}
        translations={newsroom.translations}
      />
    );
    const content = isList ? (
      await list({ newsroom, query, topics: front.topics?.nodes ?? [], filters })
    ) : (
      <Front newsroom={newsroom} front={front} filters={filters} />
    );
    return {
      current: "news",
      content: (
        <>
          {head}
          {content}
        </>
      ),
    };
  });
}

type FrontData = Awaited<ReturnType<typeof loadFront>>;

function loadFront({ id, slug }: NewsroomData) {
  return load(FrontPage, { newsroom: slug, first: PAGE_SIZE }, [newsroomTag(id)]);
}

async function loadYears({ id, slug }: NewsroomData): Promise<number[]> {
  const { oldest } = await load(Archive, { newsroom: slug, first: 1 }, [newsroomTag(id)]);
  const first = oldest?.nodes[0];
  const now = yearOf(new Date());
  return first ? Array.from({ length: now - yearOf(first.publishedAt) + 1 }, (_, index) => now - index) : [];
}

function Front({ newsroom, front, filters }: { newsroom: NewsroomData; front: FrontData; filters: ReactNode }) {
  const { locale, path } = newsroom;
  const words = wordsFor(locale);
  const statement = newsroom.officialStatement;
  const pinned = (front.pinned?.nodes ?? []).filter(({ id }) => id !== statement?.id);
  const latest = front.latest?.nodes ?? [];
  const lead = pinned[0] ?? latest[0];
  const tiles = [...pinned.slice(1), ...latest.filter(({ id }) => !pinned.some((other) => other.id === id))]
    .filter(({ id }) => id !== lead?.id)
    .slice(0, 3);
  const shown = new Set([lead?.id, ...tiles.map(({ id }) => id)]);
  const rows = latest.filter(({ id }) => !shown.has(id));
  return (
    <>
      <div className="front-head">
        <h1>{newsroom.name}</h1>
        <p>{newsroom.tagline}</p>
      </div>
      {statement && <StatementBanner statement={statement} locale={locale} title={words.officialStatement} />}
      {!lead && <p className="empty">{words.nothingYet}</p>}
      {lead && <ReleaseCard release={lead} locale={locale} shape="lead" first />}
      {tiles.length > 0 && (
        <div className="tiles">
          {tiles.map((release) => (
            <ReleaseCard key={release.id} release={release} locale={locale} shape="tile" />
          ))}
        </div>
      )}
      <section className="band" aria-labelledby="latest">
        <div className="band-head">
          <h2 id="latest">{words.allNews}</h2>
          {filters}
        </div>
        <div className="rows">
          {rows.map((release) => (
            <ReleaseCard key={release.id} release={release} locale={locale} level={3} />
          ))}
        </div>
        {front.latest && <Pager pageInfo={front.latest.pageInfo} path={path} query={{}} locale={locale} />}
      </section>
      {front.discussions && front.discussions.nodes.length > 0 && (
        <section className="band" aria-labelledby="discussions">
          <h2 id="discussions">{words.discussions}</h2>
          <div className="tiles">
            {front.discussions.nodes.map((discussion) => (
              <DiscussionCard key={discussion.id} discussion={discussion} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
      {front.pressKits && front.assets && front.pressKits.nodes.length + front.assets.nodes.length > 0 && (
        <section className="band" aria-labelledby="media">
          <div className="band-head">
            <h2 id="media">{words.media}</h2>
            <a href={sectionPath(path, "media")}>{words.allMedia}</a>
          </div>
          <div className="tiles">
            {front.pressKits.nodes.map((kit) => (
              <PressKitCard key={kit.id} kit={kit} locale={locale} level={3} />
            ))}
          </div>
          <div className="mosaic">
            {front.assets.nodes.map((asset) => (
              <AssetCard key={asset.id} asset={asset} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

interface ListProps {
  newsroom: NewsroomData;
  query: Query;
  topics: readonly { id: string; slug: string }[];
  filters: ReactNode;
}

/** Called, not rendered: what it throws must be caught where the page is made. */
async function list({ newsroom, query, topics, filters }: ListProps) {
  const { id, locale, path, slug } = newsroom;
  const words = wordsFor(locale);
  const [kind, topic, year] = [one(query, "kind"), one(query, "topic"), one(query, "year")];
  const [after, before] = [one(query, "after"), one(query, "before")];
  const topicId = topics.find((each) => each.slug === topic)?.id;
  if ((topic && !topicId) || (year && !isYear(year)) || (kind && !Object.hasOwn(words.kinds, kind))) {
    throw new InvalidInputError("No such filter.", { code: "INVALID_INPUT", status: 400 });
  }
  const variables = {
    filter: {
      newsroom: slug,
      ...(kind ? { kinds: [kind as ReleaseKind] } : {}),
      ...(topicId ? { topic: topicId } : {}),
      ...(year ? { publishedFrom: startOfYear(Number(year)), publishedBefore: startOfYear(Number(year) + 1) } : {}),
    },
    ...(before ? { last: PAGE_SIZE, before } : { first: PAGE_SIZE, ...(after ? { after } : {}) }),
  };
  const { releases } = await load(Releases, variables, [newsroomTag(id)]);
  const edges = releases?.edges ?? [];
  return (
    <>
      <div className="band-head list-head">
        <h1>{words.allNews}</h1>
        {filters}
      </div>
      {edges.length === 0 && <p className="empty">{words.nothing}</p>}
      <div className="rows">
        {edges.map(({ node }) => (
          <ReleaseCard key={node.id} release={node} locale={locale} />
        ))}
      </div>
      {releases && (
        <Pager pageInfo={releases.pageInfo} path={path} query={{ kind, topic, year, after, before }} locale={locale} />
      )}
    </>
  );
}
