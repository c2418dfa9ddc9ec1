// The conversation about an item, as a server component: reads the thread and its form, and hands them to the islands.
//
// Do not put it below a <Suspense> boundary or a loading.tsx: what is streamed later never shows without JavaScript.
import { settings } from "@/settings";

import { readAsked } from "./address";
import { Thread } from "./islands/Thread";
import { readConversation } from "./server/reading";
import { wordsOf } from "./words";
import "./conversation.css";

export interface ConversationProps {
  /** The release, asset, press kit or discussion. `path` is the address of its page in this frontend. */
  item: { id: string; title: string; path: string };
  /** Language of the page, as a BCP 47 tag: that of the newsroom. Texts that we do not have in it are English. */
  locale: string;
  newsroom: { slug: string; name: string };
  /** The page's own query, as Next gives it: `sort`, `show`, `after`, `before`, `comment`, `reply`, `report` and `own` are read. */
  searchParams?: Record<string, string | string[] | undefined>;
  /** Shown instead of the thread while a draft is previewed. */
  isPreview?: boolean;
  /** In which times are written. */
  timeZone?: string;
}

export async function Conversation(props: ConversationProps) {
  const {
    item,
    locale,
    newsroom,
    searchParams = {},
    isPreview = false,
    timeZone = process.env.TIME_ZONE || "Europe/Stockholm",
  } = props;
  const words = wordsOf(locale);
  if (isPreview) return <Notice title={words.conversation} text={words.previewed} />;
  const asked = readAsked(searchParams);
  const read = await readConversation(item, asked, { slug: newsroom.slug, locale }).catch(
    (error: unknown) => {
      console.error("The conversation could not be read.", error);
      return undefined;
    },
  );
  if (read === undefined) return <Notice title={words.conversation} text={words.unreachable} />;
  if (read === null || read.view.head.mode === "OFF")
    return <Notice title={words.conversation} text={words.modeOff} />;
  const { comment: _, ...others } = asked;
  return (
    <Thread
      {...read}
      {...{
        asked: read.view.isMissing ? others : asked,
        words,
        locale,
        timeZone,
        path: item.path,
        itemId: item.id,
      }}
      room={{ slug: newsroom.slug, name: newsroom.name }}
      apiUrl={settings().newsroomPublicUrl}
    />
  );
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <section className="talk" id="conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">{title}</h2>
      <p className="talk-notice">{text}</p>
    </section>
  );
}
