/** What stands in the place of something withdrawn. The status 410 comes from the proxy. */
import type { GoneError } from "@social-newsroom/client";

import { Message } from "@/parts/trouble";
import { dayAndTime } from "@/format";
import { wordsFor } from "@/words";

export function Gone({ error, locale, home }: { error: GoneError; locale: string; home: string }) {
  const { withdrawn } = wordsFor(locale);
  return (
    <>
      <title>{withdrawn.title}</title>
      <meta name="robots" content="noindex" />
      <Message title={withdrawn.title}>
        <p>{withdrawn.text}</p>
        <dl className="pairs">
          {error.reason && (
            <div>
              <dt>{withdrawn.reason}</dt>
              <dd>{error.reason}</dd>
            </div>
          )}
          {error.withdrawnAt && (
            <div>
              <dt>{withdrawn.at}</dt>
              <dd>
                <time dateTime={error.withdrawnAt}>{dayAndTime(error.withdrawnAt, locale)}</time>
              </dd>
            </div>
          )}
        </dl>
        <p>
          <a href={home}>{withdrawn.back}</a>
        </p>
      </Message>
    </>
  );
}
