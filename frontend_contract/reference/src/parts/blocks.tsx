/** The body of a release: a renderer for each type of block, none forgotten (TypeScript tells). */
import { renderBlocks, type Renderers } from "@social-newsroom/client";
import type {
  BodyBlockFragment,
  PictureFragment,
  ShareDetailFragment,
} from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { wordsFor } from "@/words";

import { Downloads, Terms } from "./downloads";
import { EmbedFrame } from "./embed-frame";
import { MovablePicture, Picture } from "./picture";
import { QuoteShares } from "./share";

interface BodyProps {
  blocks: readonly BodyBlockFragment[];
  locale: string;
  /** What is shared with a quote; null in previews. */
  shared: { id: string; title: string; share: ShareDetailFragment } | null;
}

export function Body({ blocks, locale, shared }: BodyProps) {
  return <>{renderBlocks<BodyBlockFragment, ReactNode>(blocks, renderers(locale, shared))}</>;
}

function renderers(locale: string, shared: BodyProps["shared"]): Renderers<BodyBlockFragment, ReactNode> {
  const words = wordsFor(locale);
  return {
    HeadingBlock: ({ id, text, level }) => {
      const Heading = `h${Math.min(4, Math.max(2, level))}` as "h2" | "h3" | "h4";
      return (
        <Heading key={id} id={id}>
          {text}
        </Heading>
      );
    },
    ParagraphBlock: ({ id, html }) => (
      <div key={id} id={id} className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    ),
    QuoteBlock: ({ id, text, speaker, speakerName, speakerTitle }) => (
      <div key={id} id={`quote-${id}`} className="quote">
        <figure>
          <blockquote>
            <p dir="auto">{text}</p>
          </blockquote>
          <figcaption>
            {speaker?.photo && <Picture file={speaker.photo} sizes="3.5rem" className="quote-photo" decorative />}
            <span>
              <strong>{speaker?.name ?? speakerName}</strong>
              {speakerTitle && <span className="soft"> {speakerTitle}</span>}
            </span>
          </figcaption>
        </figure>
        {shared && (
          <QuoteShares
            {...{ locale, block: id, release: shared.id, title: shared.title, share: shared.share }}
            quote={quoted(text, speaker?.name ?? speakerName, locale)}
          />
        )}
      </div>
    ),
    FactsBlock: ({ id, title, facts }) => (
      <aside key={id} id={id} className="facts" aria-label={title || words.facts}>
        <p className="facts-title">{title || words.facts}</p>
        <ul>
          {facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
        </ul>
      </aside>
    ),
    ImageBlock: ({ id, image, caption }) => (
      <PictureFigure key={id} id={id} file={image} caption={caption} locale={locale} />
    ),
    GalleryBlock: ({ id, title, images }) => (
      <section key={id} id={id} className="gallery" aria-label={title || words.gallery}>
        {title && <p className="facts-title">{title}</p>}
        <div className={`gallery-grid gallery-${Math.min(3, images.length)}`}>
          {images.map((image) => (
            <PictureFigure key={image.id} file={image} caption="" locale={locale} narrow />
          ))}
        </div>
      </section>
    ),
    VideoBlock: ({ id, title, caption, transcript, poster, file }) => (
      <figure key={id} id={id} className="media">
        <video
          controls
          preload="none"
          playsInline
          poster={poster?.renditions.find(({ name }) => name === "medium")?.href ?? file.poster?.href}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          aria-label={title}
        >
          {playable(file.renditions).map((copy) => (
            <source key={copy.href} src={copy.href} type={copy.contentType} />
          ))}
        </video>
        <MediaCaption file={file} title={title} caption={caption} transcript={transcript || file.transcript} locale={locale} />
      </figure>
    ),
    AudioBlock: ({ id, title, caption, transcript, file }) => (
      <figure key={id} id={id} className="media">
        <audio controls preload="none" aria-label={title}>
          {playable(file.renditions).map((copy) => (
            <source key={copy.href} src={copy.href} type={copy.contentType} />
          ))}
        </audio>
        <MediaCaption file={file} title={title} caption={caption} transcript={transcript || file.transcript} locale={locale} />
      </figure>
    ),
    DocumentBlock: ({ id, title, caption, file }) => (
      <section key={id} id={id} className="document" aria-label={title}>
        <Downloads files={[{ __typename: "DocumentFile", ...file, title: title || file.title }]} locale={locale} />
        {caption && <p className="small soft">{caption}</p>}
      </section>
    ),
    EmbedBlock: ({ id, url, title, caption, provider, html }) => {
      const name = provider || words.anotherSite;
      return (
        <figure key={id} id={id} className="embed">
          {html ? (
            <EmbedFrame
              html={html}
              title={title || words.embedTitle(name)}
              explain={words.embedExplain(name)}
              load={words.embedLoad(name)}
            />
          ) : (
            <p className="embed-ask">{title || words.embedTitle(name)}</p>
          )}
          <figcaption>
            {caption}{" "}
            <a href={url} rel="noopener nofollow">
              {words.embedOpen}
            </a>
          </figcaption>
        </figure>
      );
    },
    TableBlock: ({ id, caption, rows }) => (
      <div key={id} id={id} className="table" role="region" aria-label={caption || words.table} tabIndex={0}>
        <table>
          {caption && <caption>{caption}</caption>}
          <tbody>
            {rows.map(({ cells }, row) => (
              <tr key={row}>
                {cells.map(({ text, header }, column) =>
                  header ? (
                    <th key={column} scope={row === 0 ? "col" : "row"}>
                      {text}
                    </th>
                  ) : (
                    <td key={column}>{text}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ),
    CtaBlock: ({ id, text, url }) => (
      <p key={id} id={id}>
        <a className="button button-solid" href={url}>
          {text}
        </a>
      </p>
    ),
  };
}

interface PictureFigureProps {
  file: PictureFragment;
  caption: string;
  locale: string;
  id?: string;
  narrow?: boolean;
  first?: boolean;
}

/** A picture with what must be printed beside it. */
export function PictureFigure({ file, caption, locale, id, narrow = false, first = false }: PictureFigureProps) {
  const words = wordsFor(locale);
  const text = caption || file.caption;
  return (
    <figure id={id} className="picture">
      <MovablePicture
        file={file}
        locale={locale}
        sizes={narrow ? "(min-width: 60rem) 20rem, 50vw" : "(min-width: 60rem) 46rem, 100vw"}
        first={first}
      />
      <figcaption>
        {text} {file.credit && <span className="credit">{file.credit}</span>}
{" "}
        {file.aiGenerated && <span className="notice-ai">{words.ai}</span>}
      </figcaption>
    </figure>
  );
}

interface MediaCaptionProps {
  file: Parameters<typeof Terms>[0]["file"];
  title: string;
  caption: string;
  transcript: string;
  locale: string;
}

function MediaCaption({ file, title, caption, transcript, locale }: MediaCaptionProps) {
  return (
    <figcaption>
      <strong>{title}</strong> {caption}
      <Terms file={file} locale={locale} />
      <Transcript text={transcript} locale={locale} />
    </figcaption>
  );
}

/** What is said in a recording, folded away. */
export function Transcript({ text, locale }: { text: string; locale: string }) {
  if (!text) return null;
  return (
    <details className="transcript">
      <summary>{wordsFor(locale).transcript}</summary>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </details>
  );
}

/** Renditions that play; the whole file last. */
export function playable<T extends { name: string; contentType: string }>(copies: readonly T[]): T[] {
  return copies
    .filter(({ contentType }) => /^(video|audio)\//.test(contentType))
    .sort((left, right) => Number(left.name === "original") - Number(right.name === "original"));
}

function quoted(text: string, speaker: string, locale: string): string {
  const [open, close] = locale.startsWith("sv") ? ["”", "”"] : ["“", "”"];
  return `${open}${text}${close}${speaker ? ` – ${speaker}` : ""}`;
}
