/** Messages in place of a page: what happened, and what a reader can do. */
import { InvalidInputError, InvalidTokenError, RateLimitedError, UnavailableError } from "@social-newsroom/client";
import type { ReactNode } from "react";

import { wordsFor } from "@/words";

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
  const { title, text } = told(error, locale);
  return (
    <>
      <title>{title}</title>
      <meta name="robots" content="noindex" />
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

function told(error: unknown, locale: string): { title: string; text: string } {
  const words = wordsFor(locale);
  if (error instanceof InvalidTokenError) return words.badToken;
  if (error instanceof InvalidInputError) return words.badInput;
  if (error instanceof RateLimitedError) {
    return { title: words.busy.title, text: words.busy.text(error.retryAfter ?? 30) };
  }
  return error instanceof UnavailableError ? words.down : words.fault;
}
