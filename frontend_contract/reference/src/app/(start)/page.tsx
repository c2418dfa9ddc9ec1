/** The newsrooms of this site; the newsroom itself where there is only one. */
import { NewsroomError } from "@social-newsroom/client";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { loadNewsrooms } from "@/newsrooms";
import { Picture } from "@/parts/picture";
import { Trouble } from "@/parts/trouble";
import { settings } from "@/settings";
import { languageOf, wordsFor } from "@/words";

export default async function StartPage() {
  const locale = languageOf((await headers()).get("accept-language"));
  const words = wordsFor(locale);
  const newsrooms = await loadNewsrooms().catch((error: unknown) => {
    if (error instanceof NewsroomError) return error;
    throw error;
  });
  if (newsrooms instanceof NewsroomError) {
    console.error(`/: ${newsrooms.message}`);
    return (
      <main id="content" tabIndex={-1}>
        <Trouble error={newsrooms} locale={locale} retry="/" />
      </main>
    );
  }
  if (newsrooms.length === 1 && newsrooms[0]) redirect(newsrooms[0].path);
  return (
    <main id="content" className="start" tabIndex={-1}>
      <title>{words.newsrooms}</title>
      <meta name="description" content={`${words.newsrooms}: ${newsrooms.map(({ name }) => name).join(", ")}`} />
      <link rel="canonical" href={`${settings().siteUrl}/`} />
      <h1>{words.newsrooms}</h1>
      {newsrooms.length === 0 && <p>{words.nothingYet}</p>}
      <ul className="start-list">
        {newsrooms.map((newsroom) => (
          <li key={newsroom.id} lang={newsroom.locale}>
            {newsroom.logo && <Picture file={newsroom.logo} sizes="6rem" className="start-logo" decorative />}
            <h2>
              <a href={newsroom.path} hrefLang={newsroom.locale}>
                {newsroom.name}
              </a>
            </h2>
            <p>{newsroom.tagline}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
