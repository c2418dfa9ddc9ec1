/** Items in lists. */
import type {
  AssetCardFragment,
  DiscussionCardFragment,
  PressKitCardFragment,
  ReleaseCardFragment,
  StatementCardFragment,
} from "@social-newsroom/client/operations";

import { day, dayAndTime, instant, length } from "@/format";
import { wordsFor } from "@/words";

import { Picture } from "./picture";

interface ReleaseCardProps {
  release: ReleaseCardFragment;
  locale: string;
  /** The passage that a search found, as HTML with `mark`. */
  snippet?: string | null;
  /** `lead` is the large one at the top of a front page, `tile` one of several beside each other. */
  shape?: "lead" | "row" | "tile";
  first?: boolean;
  level?: 2 | 3;
}

const SIZES = {
  lead: "(min-width: 60rem) 44rem, 100vw",
  row: "(min-width: 40rem) 13rem, 30vw",
  tile: "(min-width: 60rem) 24rem, (min-width: 40rem) 45vw, 100vw",
};

export function ReleaseCard({ release, locale, snippet, shape = "row", first, level = 2 }: ReleaseCardProps) {
  const words = wordsFor(locale);
  const Title = `h${level}` as const;
  return (
    <article className={`card card-${shape}`}>
      {release.hero && (
        <Picture file={release.hero} sizes={SIZES[shape]} className="card-picture" first={first ?? false} decorative />
      )}
      <div className="card-text">
        <p className="label">
          <span className={release.kind === "STATEMENT" ? "kind kind-statement" : "kind"}>
            {words.kinds[release.kind]}
          </span>{" "}
          <time dateTime={instant(release.publishedAt)}>{day(release.publishedAt, locale)}</time>
        </p>
        <Title>
          <a href={release.path}>{release.title}</a>
        </Title>
        {snippet ? (
          <p className="summary" dangerouslySetInnerHTML={{ __html: snippet }} />
        ) : (
          release.summary && <p className="summary">{release.summary}</p>
        )}
      </div>
    </article>
  );
}

export function AssetCard({ asset, locale, level = 2 }: { asset: AssetCardFragment; locale: string; level?: 2 | 3 }) {
  const words = wordsFor(locale);
  const Title = `h${level}` as const;
  return (
    <article className="card card-asset">
      <AssetThumbnail asset={asset} />
      <div className="card-text">
        <p className="label">
          <span className="kind">{words.fileTypes[asset.fileType]}</span>
          {"duration" in asset && asset.duration ? ` ${length(asset.duration)}` : ""}
          {"pageCount" in asset && asset.pageCount ? ` ${words.pages(asset.pageCount)}` : ""}
        </p>
        <Title>
          <a href={asset.path}>{asset.title}</a>
        </Title>
        <p className="small soft">{asset.credit}</p>
        {asset.aiGenerated && <p className="notice-ai">{words.ai}</p>}
      </div>
    </article>
  );
}

function AssetThumbnail({ asset }: { asset: AssetCardFragment }) {
  if (asset.__typename === "Image") {
    return (
      <Picture file={asset} sizes="(min-width: 60rem) 17rem, 50vw" className="card-picture" decorative />
    );
  }
  const poster = "poster" in asset ? asset.poster : null;
  return (
    <div className={`card-picture card-sign sign-${asset.fileType.toLowerCase()}`}>
      {poster ? (
        <img
          src={poster.href}
          alt=""
          loading="lazy"
          width={poster.width ?? undefined}
          height={poster.height ?? undefined}
        />
      ) : (
        <Sign type={asset.fileType} />
      )}
    </div>
  );
}

/** A drawing for files that have no picture. */
export function Sign({ type }: { type: AssetCardFragment["fileType"] }) {
  const paths = {
    IMAGE: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4",
    VIDEO: "M4 5h16v14H4zM10 9l5 3-5 3z",
    AUDIO: "M5 10v4M9 7v10M13 4v16M17 8v8M21 10v4M1 11v2",
    DOCUMENT: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  };
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor">
      <path d={paths[type]} strokeWidth="1.3" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

export function PressKitCard({ kit, locale, level = 2 }: { kit: PressKitCardFragment; locale: string; level?: 2 | 3 }) {
  const words = wordsFor(locale);
  const Title = `h${level}` as const;
  return (
    <article className="card card-tile">
      {kit.cover && <Picture file={kit.cover} sizes={SIZES.tile} className="card-picture" decorative />}
      <div className="card-text">
        <p className="label">
          <span className="kind">{words.pressKit}</span> {words.inKit(kit.fileCount)}
        </p>
        <Title>
          <a href={kit.path}>{kit.title}</a>
        </Title>
        <p className="summary">{plain(kit.description)}</p>
      </div>
    </article>
  );
}

export function DiscussionCard({
  discussion,
  locale,
  level = 2,
}: {
  discussion: DiscussionCardFragment;
  locale: string;
  level?: 2 | 3;
}) {
  const words = wordsFor(locale);
  const Title = `h${level}` as const;
  return (
    <article className="card card-talk">
      <div className="card-text">
        <p className="label">
          <span className="kind">{words.discussion}</span>{" "}
          {discussion.closesAt && words.closes(dayAndTime(discussion.closesAt, locale))}
        </p>
        <Title>
          <a href={discussion.path}>{discussion.title}</a>
        </Title>
      </div>
    </article>
  );
}

/** What is officially said, set apart from everything else. */
export function StatementBanner({
  statement,
  locale,
  title,
}: {
  statement: StatementCardFragment;
  locale: string;
  title: string;
}) {
  return (
    <aside className="statement" aria-labelledby="official-statement">
      <p className="label" id="official-statement">
        {title}
      </p>
      <p className="statement-title">
        <a href={statement.path}>{statement.title}</a>
      </p>
      <p>{statement.summary}</p>
      <p className="label">
        <time dateTime={instant(statement.updatedAt)}>{dayAndTime(statement.updatedAt, locale)}</time>
      </p>
    </aside>
  );
}

/** The words of some HTML, for places that take no elements. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
