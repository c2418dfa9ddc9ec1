/** The page of a release. */
import type { PressKitCardFragment, ReleaseQuery } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { day, dayAndTime, instant } from "@/format";
import { Body, PictureFigure } from "@/parts/blocks";
import { PressKitCard, StatementBanner } from "@/parts/cards";
import { Corrections } from "@/parts/corrections";
import { Downloads } from "@/parts/downloads";
import { PersonCard } from "@/parts/people";
import { ShareLinks } from "@/parts/share";
import { Topics } from "@/parts/topics";
import { settings } from "@/settings";
import { wordsFor } from "@/words";

export type ReleaseData = NonNullable<ReleaseQuery["release"]>;

interface ReleaseViewProps {
  release: ReleaseData;
  home: string;
  /** The press kits that belong to it. */
  kits?: PressKitCardFragment[];
  /** The conversation; nothing in previews of what was never public. */
  children?: ReactNode;
  /** Drafts have no archive. */
  isPreview?: boolean;
}

export function ReleaseView({ release, home, kits = [], children, isPreview = false }: ReleaseViewProps) {
  const { locale } = release;
  const words = wordsFor(locale);
  const files = [...release.images, ...release.files];
  const archive = `${settings().newsroomPublicUrl}/api/v1/releases/${release.id}/kit.zip`;
  const statement = release.officialStatement?.id === release.id ? null : release.officialStatement;
  return (
    <article className="release">
      {statement && <StatementBanner statement={statement} locale={locale} title={words.statementOnThis} />}
      <Head release={release} />
      {release.hero && (
        <div className="release-hero">
          <PictureFigure file={release.hero} caption="" locale={locale} first />
        </div>
      )}
      <div className="release-grid">
        <Text release={release} isPreview={isPreview} />
        <Side release={release} home={home} isPreview={isPreview} />
      </div>
      {files.length > 0 && (
        <section className="band" aria-labelledby="downloads">
          <h2 id="downloads">{words.downloads}</h2>
          <Downloads files={files} locale={locale} archive={isPreview ? undefined : archive} />
        </section>
      )}
      {kits.length > 0 && (
        <section className="group" aria-labelledby="kits">
          <h2 id="kits">{words.pressKits}</h2>
          <div className="tiles">
            {kits.map((kit) => (
              <PressKitCard key={kit.id} kit={kit} locale={locale} level={3} />
            ))}
          </div>
        </section>
      )}
      {children}
    </article>
  );
}

function Head({ release }: { release: ReleaseData }) {
  const words = wordsFor(release.locale);
  return (
    <header className="release-head">
      <p className="label">
        <span className={release.kind === "STATEMENT" ? "kind kind-statement" : "kind"}>
          {words.kinds[release.kind]}
        </span>{" "}
        <time dateTime={instant(release.publishedAt)}>{dayAndTime(release.publishedAt, release.locale)}</time>
        {release.corrections.length > 0 && (
          <>
            {" "}
            <a href="#corrections">{words.corrected}</a>
          </>
        )}
      </p>
      <h1 dir="auto">{release.title}</h1>
      {release.subtitle && <p className="subtitle" dir="auto">{release.subtitle}</p>}
    </header>
  );
}

function Text({ release, isPreview }: { release: ReleaseData; isPreview: boolean }) {
  const { locale } = release;
  const words = wordsFor(locale);
  return (
    <div className="release-body">
      <p className="dateline">
        {[release.dateline.place, day(release.dateline.date, locale)].filter(Boolean).join(", ")}
        {release.byline && ` · ${words.by} ${release.byline.name}`}
      </p>
      <Corrections corrections={release.corrections} locale={locale} />
      {release.summary && <p className="lede" dir="auto">{release.summary}</p>}
      <EventFacts event={release.event} locale={locale} />
      <AboutUrls addresses={release.aboutUrls} locale={locale} />
      <Body blocks={release.body} locale={locale} shared={isPreview ? null : release} />
      {release.boilerplate && (
        <section className="boilerplate">
          <h2>{release.boilerplate.title}</h2>
          <div className="prose" dangerouslySetInnerHTML={{ __html: release.boilerplate.html }} />
        </section>
      )}
      <p className="small soft rights">
        {[release.rights.copyrightHolder && `© ${release.rights.copyrightHolder}`, release.rights.usageTerms]
          .filter(Boolean)
          .join(". ")}
      </p>
    </div>
  );
}

function Side({ release, home, isPreview }: { release: ReleaseData; home: string; isPreview: boolean }) {
  const { locale } = release;
  const words = wordsFor(locale);
  return (
    <div className="release-side">
      {release.contacts.length > 0 && (
        <section aria-labelledby="contacts">
          <h2 id="contacts">{words.contacts}</h2>
          {release.contacts.map((person) => (
            <PersonCard key={person.id} person={person} locale={locale} />
          ))}
        </section>
      )}
      {!isPreview && (
        <section aria-labelledby="share" className="no-print">
          <h2 id="share">{words.share}</h2>
          <ShareLinks share={release.share} locale={locale} />
        </section>
      )}
      <Topics topics={release.topics} home={home} locale={locale} />
      <Reading release={release} />
    </div>
  );
}

/** What else to read: on other sites, and here. */
function Reading({ release }: { release: ReleaseData }) {
  const { locale } = release;
  const words = wordsFor(locale);
  return (
    <>
      {release.links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">{words.links}</h2>
          <ul className="plain">
            {release.links.map((link) => (
              <li key={link.url}>
                <a href={link.url} rel="noopener">
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {release.related.length > 0 && (
        <section aria-labelledby="related" className="no-print">
          <h2 id="related">{words.related}</h2>
          <ul className="plain related">
            {release.related.map((other) => (
              <li key={other.id}>
                <a href={other.path}>{other.title}</a>
                <span className="label">
                  <time dateTime={instant(other.publishedAt)}>{day(other.publishedAt, locale)}</time>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function EventFacts({ event, locale }: { event: ReleaseData["event"]; locale: string }) {
  if (!event) return null;
  const words = wordsFor(locale);
  return (
    <section className="facts" aria-labelledby="event">
      <h2 id="event" className="facts-title">
        {words.event}
      </h2>
      <dl className="pairs">
        {event.start && (
          <div>
            <dt>{words.when}</dt>
            <dd>
              <time dateTime={instant(event.start)}>{dayAndTime(event.start, locale)}</time>
              {event.end && (
                <>
                  {" – "}
                  <time dateTime={instant(event.end)}>{dayAndTime(event.end, locale)}</time>
                </>
              )}
            </dd>
          </div>
        )}
        {event.place && (
          <div>
            <dt>{words.where}</dt>
            <dd>{event.place}</dd>
          </div>
        )}
      </dl>
      {event.signUpUrl && (
        <p>
          <a className="button button-solid" href={event.signUpUrl} rel="noopener">
            {words.signUp}
          </a>
        </p>
      )}
    </section>
  );
}

function AboutUrls({ addresses, locale }: { addresses: readonly string[]; locale: string }) {
  if (!addresses.length) return null;
  return (
    <section className="small" aria-label={wordsFor(locale).aboutThese}>
      <p className="soft">{wordsFor(locale).aboutThese}:</p>
      <ul className="plain">
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} rel="noopener nofollow">
              {address}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
