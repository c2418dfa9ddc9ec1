/** Everything that a newsroom has published, by year and month. */
import { InvalidInputError } from "@social-newsroom/client";
import { Archive, type ArchiveQuery } from "@social-newsroom/client/operations";

import { instant, isYear, month, shortDay, startOfYear, yearOf } from "@/format";
import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { PageHead } from "@/parts/head";
import { Onwards } from "@/parts/pager";
import { sectionPath } from "@/sections";
import { wordsFor } from "@/words";

type Entry = NonNullable<ArchiveQuery["releases"]>["nodes"][number];

export default async function ArchivePage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const { slug: home, path: homePath } = newsroom;
    const asked = one(query, "year");
    const now = yearOf(new Date());
    if (asked && !isYear(asked)) {
      throw new InvalidInputError("A year is one such as 2026.", { code: "INVALID_INPUT", status: 400 });
    }
    const year = asked ? Number(asked) : now;
    const after = one(query, "after");
    const data = await load(
      Archive,
      { newsroom: home, from: startOfYear(year), before: startOfYear(year + 1), ...(after ? { after } : {}) },
      [newsroomTag(newsroom.id)],
    );
    const oldest = data.oldest?.nodes[0];
    const first = oldest ? yearOf(oldest.publishedAt) : now;
    const path = sectionPath(homePath, "archive");
    return {
      current: "archive",
      content: (
        <>
          <PageHead title={`${words.archive} ${year}`} newsroom={newsroom} path={path} />
          <h1 className="page-title">{words.archive}</h1>
          <nav aria-label={words.year}>
            <ul className="chips">
              {Array.from({ length: now - first + 1 }, (_, index) => now - index).map((each) => (
                <li key={each}>
                  <a href={`${path}?year=${each}`} aria-current={each === year ? "page" : undefined}>
                    {each}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {!data.releases?.nodes.length && <p className="empty">{words.nothingYet}</p>}
          {byMonth(data.releases?.nodes ?? [], locale).map(([name, entries]) => (
            <section key={name} className="group" aria-label={`${name} ${year}`}>
              <h2>{name}</h2>
              <ol className="archive">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <time dateTime={instant(entry.publishedAt)}>{shortDay(entry.publishedAt, locale)}</time>
                    <span className="archive-kind">{words.kinds[entry.kind]}</span>
                    <a href={entry.path}>{entry.title}</a>
                  </li>
                ))}
              </ol>
            </section>
          ))}
          <Onwards pageInfo={data.releases?.pageInfo} path={path} query={{ year: String(year) }} label={words.older} locale={locale} />
        </>
      ),
    };
  });
}

function byMonth(entries: readonly Entry[], locale: string): [string, Entry[]][] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = month(entry.publishedAt, locale);
    months.set(name, [...(months.get(name) ?? []), entry]);
  }
  return [...months];
}
