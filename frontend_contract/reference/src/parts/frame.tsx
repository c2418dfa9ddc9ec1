/** What surrounds the content of a newsroom's pages: masthead, sections, foot. */
import type { NewsroomDetailFragment } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { type Section, sectionPath } from "@/sections";
import { wordsFor, languageName } from "@/words";

import { Picture } from "./picture";

/** A page in another language. */
export interface Translation {
  locale: string;
  path: string;
}

interface FrameProps {
  newsroom: NewsroomDetailFragment;
  current?: Section | undefined;
  /** The same page in other languages; the section, or the front page, where the page has none of its own. */
  translations?: readonly Translation[] | undefined;
  children: ReactNode;
}

export function Frame({ newsroom, current, translations, children }: FrameProps) {
  return (
    <>
      <Masthead newsroom={newsroom} current={current} translations={translations} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Foot newsroom={newsroom} />
    </>
  );
}

function Masthead({ newsroom, current, translations }: Omit<FrameProps, "children">) {
  const words = wordsFor(newsroom.locale);
  const sections: [Section, string][] = [
    ["news", words.news],
    ["media", words.media],
    ["topics", words.topics],
    ["people", words.people],
    ["archive", words.archive],
  ];
  const same = ({ locale, path }: Translation) => ({ locale, path: sectionPath(path, current ?? "news") });
  const languages = translations?.length ? translations : newsroom.translations.map(same);
  return (
    <header className="masthead">
      <div className="masthead-bar">
        <a className="brand" href={newsroom.path}>
          {newsroom.name}
        </a>
        <form className="find" action={sectionPath(newsroom.path, "search")} role="search">
          <label className="hidden" htmlFor="find">
            {words.searchFor}
          </label>
          <input id="find" type="search" name="q" placeholder={words.search} autoComplete="off" />
          <button type="submit">
            <span className="hidden">{words.search}</span>
            <Lens />
          </button>
        </form>
      </div>
      <div className="masthead-bar">
        <nav className="sections" aria-label={words.menu}>
          <ul>
            {sections.map(([section, label]) => (
              <li key={section}>
                <a href={sectionPath(newsroom.path, section)} aria-current={section === current ? "page" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {languages.length > 0 && (
          <nav className="languages" aria-label={words.otherLanguages}>
            <ul>
              {languages.map(({ locale, path }) => (
                <li key={path}>
                  <a href={path} hrefLang={locale} lang={locale}>
                    {languageName(locale)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

function Foot({ newsroom }: { newsroom: NewsroomDetailFragment }) {
  const words = wordsFor(newsroom.locale);
  return (
    <footer className="foot">
      <div className="foot-grid">
        <div className="foot-about">
          {newsroom.logo && (
            <Picture file={newsroom.logo} sizes="7rem" className="foot-logo" decorative />
          )}
          <h2>{newsroom.boilerplate?.title || words.about(newsroom.name)}</h2>
          <div
            className="prose small"
            dangerouslySetInnerHTML={{ __html: newsroom.boilerplate?.html || newsroom.about }}
          />
          {newsroom.medianAnswerSeconds !== null && (
            <p className="small">{words.answersWithin(span(newsroom.medianAnswerSeconds, newsroom.locale))}</p>
          )}
        </div>
        {newsroom.contacts.length > 0 && (
          <div>
            <h2>{words.contacts}</h2>
            <ul className="plain small">
              {newsroom.contacts.map((person) => (
                <li key={person.id}>
                  <strong>{person.name}</strong>
                  {person.title && <span className="soft"> {person.title}</span>}
                  {person.email && (
                    <div>
                      <a href={`mailto:${person.email}`}>{person.email}</a>
                    </div>
                  )}
                  {person.phone && (
                    <div>
                      <a href={`tel:${person.phone.replace(/[^+\d]/g, "")}`}>{person.phone}</a>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h2>{words.feeds}</h2>
          <ul className="plain small">
            {newsroom.feeds.map((feed) => (
              <li key={feed.href}>
                <a href={feed.href} type={feed.type}>
                  {feedName(feed.type)}
                </a>
              </li>
            ))}
            {newsroom.channels.map((channel) => (
              <li key={channel.url}>
                <a href={channel.url} rel="me noopener">
                  {channel.service}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  );
}

function feedName(type: string): string {
  if (type.includes("rss")) return "RSS";
  if (type.includes("atom")) return "Atom";
  return type.includes("json") ? "JSON Feed" : type;
}

function span(seconds: number, locale: string): string {
  const words = wordsFor(locale);
  if (seconds < 5400) return words.minutes(Math.max(1, Math.round(seconds / 60)));
  return seconds < 129_600 ? words.hours(Math.round(seconds / 3600)) : words.days(Math.round(seconds / 86_400));
}

function Lens() {
  return (
    <svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor">
      <circle cx="7.5" cy="7.5" r="5" strokeWidth="1.7" />
      <path d="m11.5 11.5 4 4" strokeWidth="1.9" strokeLinecap="round" />
    </svg>
  );
}
