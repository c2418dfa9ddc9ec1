/** Files to take away, with what must be known to use them. */
import type { AnyFileFragment, PictureFragment, PictureSizeFragment } from "@social-newsroom/client/operations";

import { bytes, day, format, length } from "@/format";
import { wordsFor } from "@/words";

import { Sign } from "./cards";
import { Picture } from "./picture";

type AnyFile = AnyFileFragment | (PictureFragment & { __typename?: undefined });
type Copy = Pick<PictureSizeFragment, "name" | "href" | "contentType" | "width" | "height" | "sizeInBytes">;

interface DownloadsProps {
  files: readonly AnyFile[];
  locale: string;
  /** Address of the archive that holds them all. */
  archive?: string | undefined;
}

export function Downloads({ files, locale, archive }: DownloadsProps) {
  const words = wordsFor(locale);
  return (
    <>
      <ul className="downloads">
        {files.map((file) => (
          <li key={file.id}>
            <FileRow file={file} locale={locale} />
          </li>
        ))}
      </ul>
      {archive && files.length > 1 && (
        <p>
          <a className="button" href={archive}>
            {words.downloadAll}
          </a>
        </p>
      )}
    </>
  );
}

function FileRow({ file, locale }: { file: AnyFile; locale: string }) {
  const words = wordsFor(locale);
  const facts = [
    "duration" in file && file.duration ? length(file.duration) : "",
    "pageCount" in file && file.pageCount ? words.pages(file.pageCount) : "",
  ].filter(Boolean);
  return (
    <div className="download">
      <div className="download-picture">
        {"srcset" in file ? (
          <Picture file={file} sizes="6rem" decorative />
        ) : (
          <Sign type={signOf(file.__typename)} />
        )}
      </div>
      <div className="download-text">
        <p className="download-title">{file.title}</p>
        <Terms file={file} locale={locale} extra={facts} />
        <Copies copies={file.renditions} title={file.title} locale={locale} />
      </div>
    </div>
  );
}

function signOf(name: AnyFile["__typename"]): "VIDEO" | "AUDIO" | "DOCUMENT" {
  if (name === "VideoFile") return "VIDEO";
  return name === "AudioFile" ? "AUDIO" : "DOCUMENT";
}

interface TermsProps {
  file: {
    credit: string;
    copyrightHolder: string;
    usageTerms: string;
    licenseUrl: string;
    expiresAt: string | null;
    aiGenerated: boolean;
  };
  locale: string;
  extra?: readonly string[];
}

/** Who made it, and what others may do with it. */
export function Terms({ file, locale, extra = [] }: TermsProps) {
  const words = wordsFor(locale);
  return (
    <div className="terms">
      <p>
        {[file.credit, file.copyrightHolder && file.copyrightHolder !== file.credit ? `© ${file.copyrightHolder}` : "", ...extra]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {(file.usageTerms || file.licenseUrl || file.expiresAt) && (
        <p>
          {file.usageTerms}{" "}
          {file.licenseUrl && (
            <a href={file.licenseUrl} rel="license noopener">
              {words.licence}
            </a>
          )}{" "}
          {file.expiresAt && words.expires(day(file.expiresAt, locale))}
        </p>
      )}
      {file.aiGenerated && <p className="notice-ai">{words.ai}</p>}
    </div>
  );
}

/** Links to the whole file and, of pictures, to a smaller one for the web. */
export function Copies({ copies, title, locale }: { copies: readonly Copy[]; title: string; locale: string }) {
  const words = wordsFor(locale);
  const original = copies.find(({ name }) => name === "original");
  const smaller = copies.find(
    ({ name, contentType, width }) =>
      ["large", "medium"].includes(name) && /jpeg|png/.test(contentType) && (width ?? 0) < (original?.width ?? 0),
  );
  const shown = [original, smaller].filter((copy): copy is Copy => copy !== undefined);
  return (
    <ul className="copies">
      {(shown.length ? shown : copies).map((copy) => (
        <li key={copy.href}>
          <a href={copy.href} download aria-label={`${words.download}: ${title}, ${describe(copy, locale)}`}>
            {describe(copy, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function describe(copy: Copy, locale: string): string {
  const size = copy.width && copy.height ? `${copy.width} × ${copy.height}` : "";
  return [format(copy.contentType), size, bytes(copy.sizeInBytes, locale)].filter(Boolean).join(" · ");
}
