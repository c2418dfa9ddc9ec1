/** Pictures, videos, sounds, documents and press kits. */
import { Assets, type AssetType, PressKits } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { AssetCard, PressKitCard } from "@/parts/cards";
import { Choice } from "@/parts/filters";
import { PageHead } from "@/parts/head";
import { Pager } from "@/parts/pager";
import { sectionPath } from "@/sections";
import { wordsFor } from "@/words";

const PAGE_SIZE = 24;

export default async function MediaPage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const tags = [newsroomTag(newsroom.id)];
    const type = one(query, "type");
    const fileType = Object.hasOwn(words.fileTypes, type) ? (type as AssetType) : null;
    const [after, before] = [one(query, "after"), one(query, "before")];
    const filter = { newsroom: newsroom.slug };
    const page = before ? { last: PAGE_SIZE, before } : { first: PAGE_SIZE, ...(after ? { after } : {}) };
    const [{ assets }, { pressKits }] = await Promise.all([
      load(Assets, { filter: { ...filter, ...(fileType ? { fileTypes: [fileType] } : {}) }, ...page }, tags),
      load(PressKits, { filter, first: 12 }, tags),
    ]);
    const path = sectionPath(newsroom.path, "media");
    const types = Object.entries(words.fileTypesMany);
    return {
      current: "media",
      content: (
        <>
          <PageHead title={words.media} newsroom={newsroom} path={path} section="media" />
          <div className="band-head list-head">
            <h1>{words.media}</h1>
            <form className="filters" action={path} aria-label={words.filter}>
              <Choice name="type" label={words.kind} none={words.allTypes} chosen={type} options={types} />
              <button className="button" type="submit">
                {words.show}
              </button>
              {type && <a href={path}>{words.clear}</a>}
            </form>
          </div>
          {!type && !after && !before && pressKits && pressKits.edges.length > 0 && (
            <section className="group" aria-labelledby="kits">
              <h2 id="kits">{words.pressKits}</h2>
              <div className="tiles">
                {pressKits.edges.map(({ node }) => (
                  <PressKitCard key={node.id} kit={node} locale={locale} level={3} />
                ))}
              </div>
            </section>
          )}
          {!assets?.edges.length && <p className="empty">{words.nothing}</p>}
          <div className="mosaic">
            {(assets?.edges ?? []).map(({ node }) => (
              <AssetCard key={node.id} asset={node} locale={locale} />
            ))}
          </div>
          {assets && <Pager pageInfo={assets.pageInfo} path={path} query={{ type, after, before }} locale={locale} />}
        </>
      ),
    };
  });
}
