/** What a newsroom writes about. */
import { Topics } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { PageHead } from "@/parts/head";
import { Onwards } from "@/parts/pager";
import { sectionPath, topicPath } from "@/sections";
import { wordsFor } from "@/words";

export default async function TopicsPage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const after = one(query, "after");
    const variables = { filter: { newsroom: newsroom.slug }, first: 100, ...(after ? { after } : {}) };
    const { topics } = await load(Topics, variables, [newsroomTag(newsroom.id)]);
    return {
      current: "topics",
      content: (
        <>
          <PageHead title={words.topics} newsroom={newsroom} path={sectionPath(newsroom.path, "topics")} section="topics" />
          <h1 className="page-title">{words.topics}</h1>
          {!topics?.nodes.length && <p className="empty">{words.nothingYet}</p>}
          <ul className="topic-list">
            {(topics?.nodes ?? []).map((topic) => (
              <li key={topic.id}>
                <a href={topicPath(newsroom.path, topic.slug)}>{topic.name}</a>
                <p className="soft small">{topic.description}</p>
              </li>
            ))}
          </ul>
          <Onwards pageInfo={topics?.pageInfo} path={sectionPath(newsroom.path, "topics")} label={words.nextPage} locale={locale} />
        </>
      ),
    };
  });
}
