/** Messages in place of a page: what happened, and what a reader can do. */
import { InvalidInputError, InvalidTokenError, RateLimitedError, UnavailableError } from "@social-newsroom/client";
import type { ReactNode } from "react";

import { wordsFor } from "@/words";

/** The status that the answer gets: pages cannot set one, so the proxy reads it here (`src/inner.ts`). */
export function PageStatus({ code }: { code: 403 | 404 | 410 | 500 | 503 }) {
  return (
    <>
      <meta name="page-status" content={String(code)} />
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
  const { title, text, code } = told(error, locale);
  return (
    <>
      <title>{title}</title>
      <PageStatus code={code} />
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
  code: 403 | 404 | 500 | 503;
}

function told(error: unknown, locale: string): Told {
  const words = wordsFor(locale);
  if (error instanceof InvalidTokenError) return { ...words.badToken, code: 403 };
  if (error instanceof InvalidInputError) return { ...words.badInput, code: 404 };
  if (error instanceof RateLimitedError) {
    return { title: words.busy.title, text: words.busy.text(error.retryAfter ?? 30), code: 503 };
  }
  return error instanceof UnavailableError ? { ...words.down, code: 503 } : { ...words.fault, code: 500 };
}
