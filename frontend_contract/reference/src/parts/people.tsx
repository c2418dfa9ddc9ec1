/** People: whom to ask, who speaks. */
import type { ContactCardFragment, TopicNameFragment } from "@social-newsroom/client/operations";

import { topicPath } from "@/sections";
import { wordsFor } from "@/words";

import { Picture } from "./picture";

interface PersonCardProps {
  person: ContactCardFragment & { topics?: readonly TopicNameFragment[] };
  locale: string;
  /** Path of the newsroom, for links to topics. */
  home?: string;
  level?: 3 | 4;
}

export function PersonCard({ person, locale, home, level = 3 }: PersonCardProps) {
  const words = wordsFor(locale);
  const Name = `h${level}` as const;
  return (
    <article className="person" id={`person-${person.id}`}>
      {person.photo ? (
        <Picture file={person.photo} sizes="6rem" className="person-photo" decorative />
      ) : (
        <span className="person-photo person-letters" aria-hidden="true">
          {initials(person.name)}
        </span>
      )}
      <div>
        <Name>{person.name}</Name>
        <p className="soft small">{[person.title, person.organisation].filter(Boolean).join(", ")}</p>
        <ul className="plain small">
          {person.email && (
            <li>
              <a href={`mailto:${person.email}`}>
                {person.email.split("@")[0]}
                <wbr />@{person.email.split("@").slice(1).join("@")}
              </a>
            </li>
          )}
          {person.phone && (
            <li>
              <a href={`tel:${person.phone.replace(/[^+\d]/g, "")}`}>{person.phone}</a>
            </li>
          )}
          {person.channels.map((channel) => (
            <li key={channel.url}>
              <a href={channel.url} rel="noopener">
                {channel.service}
              </a>
            </li>
          ))}
        </ul>
        {home && person.topics && person.topics.length > 0 && (
          <p className="small soft">
            {words.speaksAbout}:{" "}
            {person.topics.map((topic, index) => (
              <span key={topic.id}>
                {index > 0 && ", "}
                <a href={topicPath(home, topic.slug)}>{topic.name}</a>
              </span>
            ))}
          </p>
        )}
      </div>
    </article>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => part?.charAt(0) ?? "").join("");
}
