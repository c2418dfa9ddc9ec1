/** What a search finds, with the passages that match. */
import { People, Search } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { AssetCard, DiscussionCard, PressKitCard, ReleaseCard } from "@/parts/cards";
import { PageHead } from "@/parts/head";
import { Onwards } from "@/parts/pager";
import { PersonCard } from "@/parts/people";
import { sectionPath } from "@/sections";
import { wordsFor } from "@/words";

export default async function SearchPage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const search = one(query, "q").slice(0, 200);
    const path = sectionPath(newsroom.path, "search");
    const after = one(query, "after");
    const found = search && (await results({ id: newsroom.id, home: newsroom.slug, path, search, after, locale }));
    return {
      current: "search",
      content: (
        <>
          <PageHead
            title={search ? words.results(search) : words.search}
            newsroom={newsroom}
            path={path}
            hidden
          />
          <h1 className="page-title">{search ? words.results(search) : words.searchIn(newsroom.name)}</h1>
          <form className="search-form" action={path} role="search" aria-label={words.searchIn(newsroom.name)}>
            <label htmlFor="q">{words.searchFor}</label>
            <input id="q" type="search" name="q" defaultValue={search} />
            <button className="button button-solid" type="submit">
              {words.search}
            </button>
          </form>
          {found}
        </>
      ),
    };
  });
}

interface ResultsProps {
  id: string;
  home: string;
  path: string;
  search: string;
  after: string;
  locale: string;
}

/** Called, not rendered: what it throws must be caught where the page is made. */
async function results({ id, home, path, search, after, locale }: ResultsProps) {
  const words = wordsFor(locale);
  const tags = [newsroomTag(id)];
  const [found, { people }] = await Promise.all([
    load(Search, { newsroom: home, search, ...(after ? { after } : {}) }, tags),
    load(People, { filter: { newsroom: home }, search, first: 6 }, tags),
  ]);
  const releases = found.releases?.edges ?? [];
  const [assets, kits] = [found.assets?.edges ?? [], found.pressKits?.edges ?? []];
  const discussions = found.discussions?.edges ?? [];
  const persons = people?.nodes ?? [];
  if (releases.length + assets.length + kits.length + discussions.length + persons.length === 0) {
    return (
      <p className="empty" role="status">
        {words.nothing}
      </p>
    );
  }
  return (
    <>
      {releases.length > 0 && (
        <section className="group" aria-labelledby="found-releases">
          <h2 id="found-releases">{words.inReleases}</h2>
          <div className="rows">
            {releases.map(({ node, snippet }) => (
              <ReleaseCard key={node.id} release={node} snippet={snippet} locale={locale} level={3} />
            ))}
          </div>
          <Onwards pageInfo={found.releases?.pageInfo} path={path} query={{ q: search }} label={words.nextPage} locale={locale} />
        </section>
      )}
      {!after && persons.length > 0 && (
        <section className="group" aria-labelledby="found-people">
          <h2 id="found-people">{words.inPeople}</h2>
          <div className="people">
            {persons.map((person) => (
              <PersonCard key={person.id} person={person} locale={locale} />
            ))}
          </div>
        </section>
      )}
      {!after && kits.length + discussions.length > 0 && (
        <section className="group" aria-labelledby="found-kits">
          <h2 id="found-kits">{[kits.length && words.inKits, discussions.length && words.inDiscussions].filter(Boolean).join(", ")}</h2>
          <div className="tiles">
            {kits.map(({ node }) => (
              <PressKitCard key={node.id} kit={node} locale={locale} level={3} />
            ))}
            {discussions.map(({ node }) => (
              <DiscussionCard key={node.id} discussion={node} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
      {!after && assets.length > 0 && (
        <section className="group" aria-labelledby="found-assets">
          <h2 id="found-assets">{words.inAssets}</h2>
          <div className="mosaic">
            {assets.map(({ node }) => (
              <AssetCard key={node.id} asset={node} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
