/** The page of a discussion: what it is about, who answers, and the conversation. */
import type { DiscussionQuery } from "@social-newsroom/client/operations";
import type { ReactNode } from "react";

import { dayAndTime, instant } from "@/format";
import { StatementBanner } from "@/parts/cards";
import { Corrections } from "@/parts/corrections";
import { PersonCard } from "@/parts/people";
import { Topics } from "@/parts/topics";
import { wordsFor } from "@/words";

export type DiscussionData = NonNullable<DiscussionQuery["discussion"]>;

interface DiscussionViewProps {
  discussion: DiscussionData;
  home: string;
  children?: ReactNode;
}

export function DiscussionView({ discussion, home, children }: DiscussionViewProps) {
  const { locale, opensAt, closesAt } = discussion;
  const words = wordsFor(locale);
  return (
    <article className="discussion">
      {discussion.officialStatement && (
        <StatementBanner statement={discussion.officialStatement} locale={locale} title={words.statementOnThis} />
      )}
      <header className="release-head">
        <p className="label">
          <span className="kind">{words.discussion}</span>{" "}
          <time dateTime={instant(discussion.publishedAt)}>{dayAndTime(discussion.publishedAt, locale)}</time>
        </p>
        <h1>{discussion.title}</h1>
        {(opensAt || closesAt) && (
          <p className="soft">
            {[opensAt && words.opens(dayAndTime(opensAt, locale)), closesAt && words.closes(dayAndTime(closesAt, locale))]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
      </header>
      <div className="release-grid">
        <div className="release-body">
          <Corrections corrections={discussion.corrections} locale={locale} />
          <div className="prose lede-prose" dangerouslySetInnerHTML={{ __html: discussion.opening }} />
        </div>
        <div className="release-side">
          {discussion.host && (
            <section aria-labelledby="host">
              <h2 id="host">{words.host}</h2>
              <PersonCard person={discussion.host} locale={locale} />
            </section>
          )}
          {discussion.experts.length > 0 && (
            <section aria-labelledby="experts">
              <h2 id="experts">{words.experts}</h2>
              {discussion.experts.map((person) => (
                <PersonCard key={person.id} person={person} locale={locale} />
              ))}
            </section>
          )}
          <Topics topics={discussion.topics} home={home} locale={locale} />
        </div>
      </div>
      {children}
    </article>
  );
}
