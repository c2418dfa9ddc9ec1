/** The page of an asset: an image, video, sound or document. */
import type { AssetQuery } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { bytes, day, format, instant, length } from "@/format";
import { playable, Transcript } from "@/parts/blocks";
import { Sign, StatementBanner } from "@/parts/cards";
import { Corrections } from "@/parts/corrections";
import { Terms } from "@/parts/downloads";
import { MovablePicture } from "@/parts/picture";
import { Topics } from "@/parts/topics";
import { wordsFor } from "@/words";

export type AssetData = NonNullable<AssetQuery["asset"]>;

interface AssetViewProps {
  asset: AssetData;
  home: string;
  children?: ReactNode;
}

export function AssetView({ asset, home, children }: AssetViewProps) {
  const { locale } = asset;
  const words = wordsFor(locale);
  return (
    <article className="asset">
      {asset.officialStatement && (
        <StatementBanner statement={asset.officialStatement} locale={locale} title={words.statementOnThis} />
      )}
      <header className="release-head">
        <p className="label">
          <span className="kind">{words.fileTypes[asset.fileType]}</span>{" "}
          <time dateTime={instant(asset.publishedAt)}>{day(asset.publishedAt, locale)}</time>
        </p>
        <h1>{asset.title}</h1>
      </header>
      <div className="asset-grid">
        <div className="asset-show">
          <Corrections corrections={asset.corrections} locale={locale} />
          <Shown asset={asset} />
          {asset.caption && <p className="caption">{asset.caption}</p>}
          {"transcript" in asset && <Transcript text={asset.transcript} locale={locale} />}
          {asset.description && (
            <div className="prose" dangerouslySetInnerHTML={{ __html: asset.description }} />
          )}
        </div>
        <Side asset={asset} home={home} />
      </div>
      {children}
    </article>
  );
}

function Side({ asset, home }: { asset: AssetData; home: string }) {
  const { locale } = asset;
  const words = wordsFor(locale);
  return (
    <div className="release-side">
      <section aria-labelledby="downloads">
        <h2 id="downloads">{words.downloads}</h2>
        <ul className="copies copies-long">
          {asset.renditions
            .filter((copy) => isWanted(copy, asset.fileType))
            .sort((left, right) => right.sizeInBytes - left.sizeInBytes)
            .map((copy) => (
              <li key={copy.href}>
                <a href={copy.href} download>
                  <strong>{copy.name === "original" ? words.wholeFile : format(copy.contentType)}</strong>{" "}
                  {[
                    copy.name === "original" ? format(copy.contentType) : "",
                    copy.width && copy.height ? `${copy.width} × ${copy.height}` : "",
                    bytes(copy.sizeInBytes, locale),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </a>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="terms">
        <h2 id="terms">{words.usage}</h2>
        <Terms file={asset} locale={locale} extra={facts(asset, locale)} />
      </section>
      <Topics topics={asset.topics} home={home} locale={locale} />
      {asset.releases.length > 0 && (
        <section aria-labelledby="shown-in">
          <h2 id="shown-in">{words.shownIn}</h2>
          <ul className="plain related">
            {asset.releases.map((release) => (
              <li key={release.id}>
                <a href={release.path}>{release.title}</a>
                <span className="label">
                  <time dateTime={instant(release.publishedAt)}>{day(release.publishedAt, locale)}</time>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Whether people save it: no WebP, which few editors take, and no posters beside what they stand for. */
function isWanted({ name, contentType }: AssetData["renditions"][number], type: AssetData["fileType"]): boolean {
  if (name === "original" || !contentType.startsWith("image/")) return true;
  return type === "IMAGE" && contentType !== "image/webp";
}

function facts(asset: AssetData, locale: string): string[] {
  const words = wordsFor(locale);
  return [
    "duration" in asset && asset.duration ? `${words.seconds} ${length(asset.duration)}` : "",
    "pageCount" in asset && asset.pageCount ? words.pages(asset.pageCount) : "",
    asset.createdOn ? day(asset.createdOn, locale) : "",
  ].filter(Boolean);
}

function Shown({ asset }: { asset: AssetData }) {
  switch (asset.__typename) {
    case "Image":
      return (
        <MovablePicture
          file={asset}
          locale={asset.locale}
          sizes="(min-width: 60rem) 50rem, 100vw"
          className="asset-picture"
          first
        />
      );
    case "Video":
      return (
        <video
          controls
          preload="none"
          playsInline
          poster={asset.poster?.href}
          width={asset.width ?? undefined}
          height={asset.height ?? undefined}
          aria-label={asset.title}
        >
          {playable(asset.renditions).map((copy) => (
            <source key={copy.href} src={copy.href} type={copy.contentType} />
          ))}
        </video>
      );
    case "Audio":
      return (
        <div className="asset-sound">
          <Sign type="AUDIO" />
          <audio controls preload="none" aria-label={asset.title}>
            {playable(asset.renditions).map((copy) => (
              <source key={copy.href} src={copy.href} type={copy.contentType} />
            ))}
          </audio>
        </div>
      );
    case "Document":
      return asset.poster ? (
        <img
          className="asset-paper"
          src={asset.poster.href}
          alt=""
          width={asset.poster.width ?? undefined}
          height={asset.poster.height ?? undefined}
        />
      ) : (
        <div className="asset-sound">
          <Sign type="DOCUMENT" />
        </div>
      );
  }
}
