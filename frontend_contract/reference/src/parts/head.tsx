/** What an item's page says of itself to search engines, networks and feed readers. React moves it into the head. */
import type { NewsroomDetailFragment, PageHeadFragment } from "@social-newsroom/client/operations";

import { type Section, sectionPath } from "@/sections";
import { settings } from "@/settings";

import type { Translation } from "./frame";

interface HeadProps {
  metadata: PageHeadFragment;
  newsroom: NewsroomDetailFragment;
  self: Translation;
  translations: readonly Translation[];
}

export function ItemHead({ metadata, newsroom, self, translations }: HeadProps) {
  const title = metadata.title === newsroom.name ? newsroom.name : `${metadata.title} – ${newsroom.name}`;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={metadata.description || title} />
      <link rel="canonical" href={metadata.canonicalUrl} />
      {metadata.tags
        .filter(({ key }) => key !== "description")
        .map(({ attribute, key, content }, index) =>
          attribute === "PROPERTY" ? (
            <meta key={index} property={key} content={content} />
          ) : (
            <meta key={index} name={key} content={content} />
          ),
        )}
      <Languages all={translations.length ? [self, ...translations] : []} />
      <Feeds newsroom={newsroom} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: metadata.jsonLd }} />
    </>
  );
}

interface PageHeadProps {
  title: string;
  /** What the page shows; without, its title and what the newsroom says of itself. */
  description?: string;
  newsroom: NewsroomDetailFragment;
  /** Has no query: pages of a list are one page. */
  path: string;
  /** The section that the page is the start of: the newsroom has the same in its other languages. */
  section?: Section;
  hidden?: boolean;
}

/** The head of a page that is no item, such as a list. */
export function PageHead({ title, description = "", newsroom, path, section, hidden = false }: PageHeadProps) {
  const whole = `${title} – ${newsroom.name}`;
  const languages = section && newsroom.translations.length ? [newsroom, ...newsroom.translations] : [];
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={description || [whole, newsroom.tagline].filter(Boolean).join(". ")} />
      <link rel="canonical" href={settings().siteUrl + path} />
      {hidden && <meta name="robots" content="noindex, follow" />}
      {section && (
        <Languages all={languages.map((room) => ({ locale: room.locale, path: sectionPath(room.path, section) }))} />
      )}
      <Feeds newsroom={newsroom} />
    </>
  );
}

function Languages({ all }: { all: readonly Translation[] }) {
  return all.map(({ locale, path }) => (
    <link key={locale} rel="alternate" hrefLang={locale} href={settings().siteUrl + path} />
  ));
}

function Feeds({ newsroom }: { newsroom: NewsroomDetailFragment }) {
  return newsroom.feeds.map(({ href, title, type }) => (
    <link key={href} rel="alternate" type={type} title={title} href={href} />
  ));
}
