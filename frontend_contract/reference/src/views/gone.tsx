/** What stands in the place of something withdrawn. */
import type { GoneError } from "@social-newsroom/client";

import { Message, PageStatus } from "@/parts/trouble";
import { dayAndTime, instant } from "@/format";
import { wordsFor } from "@/words";

export function Gone({ error, locale, home }: { error: GoneError; locale: string; home: string }) {
  const { withdrawn } = wordsFor(locale);
  return (
    <>
      <title>{withdrawn.title}</title>
      <PageStatus code={410} />
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
                <time dateTime={instant(error.withdrawnAt)}>{dayAndTime(error.withdrawnAt, locale)}</time>
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
