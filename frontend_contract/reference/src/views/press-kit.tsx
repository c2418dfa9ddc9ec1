/** The page of a press kit: files that belong together. */
import type { PressKitQuery } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { day, instant } from "@/format";
import { StatementBanner } from "@/parts/cards";
import { Corrections } from "@/parts/corrections";
import { Downloads } from "@/parts/downloads";
import { Picture } from "@/parts/picture";
import { Topics } from "@/parts/topics";
import { settings } from "@/settings";
import { wordsFor } from "@/words";

export type PressKitData = NonNullable<PressKitQuery["pressKit"]>;

interface PressKitViewProps {
  kit: PressKitData;
  home: string;
  children?: ReactNode;
  isPreview?: boolean;
}

export function PressKitView({ kit, home, children, isPreview = false }: PressKitViewProps) {
  const { locale } = kit;
  const words = wordsFor(locale);
  const archive = `${settings().newsroomPublicUrl}/api/v1/press-kits/${kit.id}.zip`;
  return (
    <article className="kit">
      {kit.officialStatement && (
        <StatementBanner statement={kit.officialStatement} locale={locale} title={words.statementOnThis} />
      )}
      <header className="kit-head">
        <div>
          <p className="label">
            <span className="kind">{words.pressKit}</span>{" "}
            <time dateTime={instant(kit.publishedAt)}>{day(kit.publishedAt, locale)}</time> {words.inKit(kit.fileCount)}
          </p>
          <h1>{kit.title}</h1>
          <div className="prose" dangerouslySetInnerHTML={{ __html: kit.description }} />
          {!isPreview && (
            <p>
              <a className="button button-solid" href={archive}>
                {words.downloadAll}
              </a>
            </p>
          )}
          {kit.release && (
            <p className="small">
              {words.belongsTo}: <a href={kit.release.path}>{kit.release.title}</a>
            </p>
          )}
        </div>
        {kit.cover && (
          <Picture file={kit.cover} sizes="(min-width: 60rem) 34rem, 100vw" className="kit-cover" first decorative />
        )}
      </header>
      <Corrections corrections={kit.corrections} locale={locale} />
      <section aria-labelledby="downloads">
        <h2 id="downloads">{words.downloads}</h2>
        <Downloads files={kit.files} locale={locale} />
      </section>
      <Topics topics={kit.topics} home={home} locale={locale} />
      {children}
    </article>
  );
}
