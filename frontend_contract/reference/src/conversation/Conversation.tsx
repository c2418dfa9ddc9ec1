// The conversation about an item, as a server component: reads the thread and its form, and hands them to the islands.
//
// Do not put it below a <Suspense> boundary or a loading.tsx: what is streamed later never shows without JavaScript.

export interface ConversationProps {
  /** The release, asset, press kit or discussion. `path` is the address of its page in this frontend. */
  item: { id: string; title: string; path: string };
  /** Language of the page: "sv" or "en"; others get English. */
  locale: string;
  newsroom: { slug: string; name: string };
  /** The page's own query, as Next gives it: `sort`, `kind`, `show`, `after`, `comment`, `reply` and `report` are read. */
  searchParams?: Record<string, string | string[] | undefined>;
  /** Shown instead of the thread while a draft is previewed. */
  isPreview?: boolean;
}

export async function Conversation({ item }: ConversationProps) {
  return <section id="conversation" data-item={item.id} />;
}
