/** Messages in place of a page: what happened, and what a reader can do. */
import { InvalidInputError, InvalidTokenError, RateLimitedError, UnavailableError } from "@social-newsroom/client";
import type { ReactNode } from "react";

import { wordsFor } from "@/words";

interface PageStatusProps {
  code: 404 | 410 | 500 | 503;
  /** Seconds after which asking again may help. */
  retryAfter?: number | undefined;
}

/** The status that the answer gets: pages cannot set one, so the proxy reads it here (`src/inner.ts`). */
export function PageStatus({ code, retryAfter }: PageStatusProps) {
  return (
    <>
      <meta name="page-status" content={[code, retryAfter].join(" ").trim()} />
      <meta name="robots" content="noindex" />
    </>
  );
}

interface MessageProps {
  title: string;
  children: ReactNode;
}

/** A page of a few sentences. */
export function Message({ title, children }: MessageProps) {
  return (
    <div className="message">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** What a failure is called, in the words of the language. Details are for the log. */
export function Trouble({ error, locale, retry }: { error: unknown; locale: string; retry?: string }) {
  const words = wordsFor(locale);
  const { title, text, code, retryAfter } = told(error, locale);
  return (
    <>
      <title>{title}</title>
      <PageStatus code={code} retryAfter={retryAfter} />
      <Message title={title}>
        <p>{text}</p>
        {retry && (
          <p>
            <a className="button" href={retry}>
              {words.retry}
            </a>
          </p>
        )}
      </Message>
    </>
  );
}

interface Told {
  title: string;
  text: string;
  code: 404 | 410 | 500 | 503;
  retryAfter?: number;
}

/** Seconds to wait where the newsroom does not say how many. */
const A_WHILE = 30;

function told(error: unknown, locale: string): Told {
  const words = wordsFor(locale);
  if (error instanceof InvalidTokenError) return { ...words.badToken, code: 410 }; // of a preview: pages send no other
  if (error instanceof InvalidInputError) return { ...words.badInput, code: 404 };
  if (error instanceof RateLimitedError) {
    const retryAfter = Math.ceil(error.retryAfter ?? A_WHILE);
    return { title: words.busy.title, text: words.busy.text(retryAfter), code: 503, retryAfter };
  }
  if (error instanceof UnavailableError) return { ...words.down, code: 503, retryAfter: Math.ceil(error.retryAfter ?? A_WHILE) };
  return { ...words.fault, code: 500 };
}
