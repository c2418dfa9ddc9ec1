/** Everything that a newsroom has filed under a topic. */
import { NotFoundError } from "@social-newsroom/client";
import { Releases, Topic } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { ReleaseCard } from "@/parts/cards";
import { PageHead } from "@/parts/head";
import { Pager } from "@/parts/pager";
import { sectionPath, topicPath } from "@/sections";
import { wordsFor } from "@/words";

const PAGE_SIZE = 12;

export default async function TopicPage({ params, searchParams }: PageProps<{ topic: string }>) {
  const { newsroom: home, topic: slug } = await params;
  const query = await searchParams;
  return framed(home, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const tags = [newsroomTag(newsroom.id)];
    const { topic } = await load(Topic, { slug: decodeURIComponent(slug), locale }, tags);
    if (!topic) throw new NotFoundError("No such topic.", { code: "NOT_FOUND", status: 404 });
    const [after, before] = [one(query, "after"), one(query, "before")];
    const { releases } = await load(
      Releases,
      {
        filter: { newsroom: newsroom.slug, topic: topic.id },
        ...(before ? { last: PAGE_SIZE, before } : { first: PAGE_SIZE, ...(after ? { after } : {}) }),
      },
      tags,
    );
    const path = topicPath(newsroom.path, topic.slug);
    return {
      current: "topics",
      content: (
        <>
          <PageHead title={topic.name} description={topic.description} newsroom={newsroom} path={path} />
          <p className="label">
            <a href={sectionPath(newsroom.path, "topics")}>{words.topics}</a>
            {topic.parent && (
              <>
                {" / "}
                <a href={topicPath(newsroom.path, topic.parent.slug)}>{topic.parent.name}</a>
              </>
            )}
          </p>
          <h1 className="page-title">{topic.name}</h1>
          {topic.description && <p className="lede">{topic.description}</p>}
          {!releases?.edges.length && <p className="empty">{words.nothingYet}</p>}
          <div className="rows">
            {(releases?.edges ?? []).map(({ node }) => (
              <ReleaseCard key={node.id} release={node} locale={locale} />
            ))}
          </div>
          {releases && <Pager pageInfo={releases.pageInfo} path={path} query={{ after, before }} locale={locale} />}
        </>
      ),
    };
  });
}
