/** Whom the press may turn to. */
import { People, type PersonRole } from "@social-newsroom/client/operations";

import { load, newsroomTag } from "@/load";
import { framed, one, type PageProps } from "@/page";
import { PageHead } from "@/parts/head";
import { Onwards } from "@/parts/pager";
import { PersonCard } from "@/parts/people";
import { sectionPath } from "@/sections";
import { wordsFor } from "@/words";

const ROLES: PersonRole[] = ["PRESS_CONTACT", "SPOKESPERSON", "OTHER"];

export default async function PeoplePage({ params, searchParams }: PageProps) {
  const query = await searchParams;
  return framed((await params).newsroom, async (newsroom, locale) => {
    const words = wordsFor(locale);
    const after = one(query, "after");
    const variables = { filter: { newsroom: newsroom.slug }, first: 100, ...(after ? { after } : {}) };
    const { people } = await load(People, variables, [newsroomTag(newsroom.id)]);
    const names = { PRESS_CONTACT: words.contacts, SPOKESPERSON: words.spokespeople, OTHER: words.others };
    return {
      current: "people",
      content: (
        <>
          <PageHead title={words.people} newsroom={newsroom} path={sectionPath(newsroom.path, "people")} section="people" />
          <h1 className="page-title">{words.people}</h1>
          {!people?.nodes.length && <p className="empty">{words.nothingYet}</p>}
          {ROLES.map((role) => {
            const those = (people?.nodes ?? []).filter((person) => person.role === role);
            if (!those.length) return null;
            return (
              <section key={role} className="group" aria-labelledby={`role-${role}`}>
                <h2 id={`role-${role}`}>{names[role]}</h2>
                <div className="people">
                  {those.map((person) => (
                    <PersonCard key={person.id} person={person} locale={locale} home={newsroom.path} />
                  ))}
                </div>
              </section>
            );
          })}
          <Onwards pageInfo={people?.pageInfo} path={sectionPath(newsroom.path, "people")} label={words.nextPage} locale={locale} />
        </>
      ),
    };
  });
}
