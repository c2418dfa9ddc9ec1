/** The topics that an item is filed under. */
import type { TopicNameFragment } from "@social-newsroom/client/operations";

import { topicPath } from "@/sections";
import { wordsFor } from "@/words";

interface TopicsProps {
  topics: readonly TopicNameFragment[];
  home: string;
  locale: string;
}

export function Topics({ topics, home, locale }: TopicsProps) {
  if (!topics.length) return null;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{wordsFor(locale).filedUnder}</h2>
      <ul className="chips">
        {topics.map((topic) => (
          <li key={topic.id}>
            <a href={topicPath(home, topic.slug)}>{topic.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
