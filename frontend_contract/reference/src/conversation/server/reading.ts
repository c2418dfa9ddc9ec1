// Reading a thread for a page: what is asked for, and the form that goes with it. Always as it is now, never from a cache.
import "server-only";

import { GoneError, InvalidInputError, NotFoundError } from "@social-newsroom/client";
import {
  Comment as CommentOperation,
  CommentForm,
  Contributions,
  ContributionTerms,
  Thread as ThreadOperation,
  ThreadTree,
} from "@social-newsroom/client/operations";

import { newsroom } from "@/newsroom";

import { addressOf, type Asked, type Show } from "../address";
import { attachmentOf, toBranch, toComment, toForm } from "../shape";
import type { Form, Head, Terms, View } from "../types";

const FRESH = { init: { cache: "no-store" as const } };
const PAGE = 20;
const ORDERS = { newest: "NEWEST", oldest: "OLDEST", reactions: "REACTIONS" } as const;
const FILTERS: Record<
  Show,
  { kind?: "QUESTION" | "PRAISE" | "CRITICISM" | "OTHER"; official?: boolean; answered?: boolean }
> = {
  questions: { kind: "QUESTION" },
  praise: { kind: "PRAISE" },
  criticism: { kind: "CRITICISM" },
  other: { kind: "OTHER" },
  official: { official: true },
  unanswered: { kind: "QUESTION", answered: false },
};

export interface Read {
  view: View;
  form: Form | null;
  terms: Terms | null;
}

/** The thread of an item as a page shows it; null where there is none. */
export async function readConversation(
  item: { id: string; path: string },
  asked: Asked,
  { slug, locale }: { slug: string; locale: string },
): Promise<Read | null> {
  const view = await readView(item, asked);
  if (!view) return null;
  const { mode, id } = view.head;
  if (mode !== "OPEN" && mode !== "PREMODERATED") return { view, form: null, terms: null };
  const [{ data }, files, terms] = await Promise.all([
    newsroom().query(CommentForm, { thread: id, locale }, FRESH),
    readFiles(item.id),
    readTerms(slug),
  ]);
  const form = data.commentForm && toForm(data.commentForm);
  return { view: { ...view, files }, form, terms: form?.attachments ? terms : null };
}

async function readView(item: { id: string; path: string }, asked: Asked): Promise<View | null> {
  try {
    if (asked.comment) {
      const found = await aroundComment(item, asked, asked.comment);
      if (found) return found;
    }
    const { comment, ...others } = asked;
    const view = asked.show ? await listed(item, others, asked.show) : await tree(item, others);
    return view && comment ? { ...view, isMissing: true } : view;
  } catch (error) {
    if (error instanceof InvalidInputError && asked.after) {
      const { after: _, ...others } = asked; // a cursor that is no longer good: from the start
      return readView(item, others);
    }
    if (error instanceof NotFoundError || error instanceof GoneError) return null;
    throw error;
  }
}

async function tree(item: { id: string; path: string }, asked: Asked): Promise<View | null> {
  const variables = { item: item.id, order: ORDERS[asked.sort], after: asked.after };
  const { thread } = (await newsroom().query(ThreadTree, variables, FRESH)).data;
  if (!thread) return null;
  return {
    head: headOf(thread),
    branches: thread.comments.edges.map(({ node }) => toBranch(node)),
    pinned: asked.after ? [] : thread.pinnedComments.map(toComment),
    ...neighbours(item.path, asked, thread.comments.pageInfo),
  };
}

/** A part of the thread, without its tree: what is looked for may stand anywhere in it. */
async function listed(item: { id: string; path: string }, asked: Asked, show: Show): Promise<View | null> {
  const variables = {
    item: item.id,
    order: ORDERS[asked.sort],
    after: asked.after,
    first: PAGE,
    ...FILTERS[show],
  };
  const { thread } = (await newsroom().query(ThreadOperation, variables, FRESH)).data;
  if (!thread) return null;
  return {
    head: headOf(thread),
    branches: thread.comments.edges.map(({ node }) => ({ comment: toComment(node), replies: [] })),
    pinned: [],
    ...neighbours(item.path, asked, thread.comments.pageInfo),
  };
}

/** One comment with what is above and below it; null where this item's thread has none such. */
async function aroundComment(
  item: { id: string; path: string },
  asked: Asked,
  id: string,
): Promise<View | null> {
  const variables = { id, first: PAGE, after: asked.after };
  const answer = await newsroom()
    .query(CommentOperation, variables, FRESH)
    .catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
  const comment = answer?.data.comment;
  if (!comment?.thread || comment.itemId !== item.id) return null;
  return {
    head: headOf(comment.thread),
    branches: [toBranch(comment)],
    above: comment.context.map(toComment),
    pinned: [],
    ...neighbours(item.path, asked, comment.replies.pageInfo),
  };
}

function neighbours(path: string, asked: Asked, page: { hasNextPage: boolean; endCursor: string | null }) {
  const { reply: _, report: __, own: ___, after, ...rest } = asked;
  return {
    ...(page.hasNextPage && page.endCursor && { next: addressOf(path, { ...rest, after: page.endCursor }) }),
    ...(after && { previous: addressOf(path, rest) }),
  };
}

function headOf(raw: Head): Head {
  const {
    id,
    mode,
    commentCount,
    counts,
    answeredCount,
    lastActivityAt,
    opensAt,
    closesAt,
    questionAndAnswer,
  } = raw;
  return {
    id,
    mode,
    commentCount,
    counts,
    answeredCount,
    lastActivityAt,
    opensAt,
    closesAt,
    questionAndAnswer,
  };
}

/** What readers sent to the item itself; what belongs to comments is shown with those. */
async function readFiles(item: string) {
  const { contributions } = (await newsroom().query(Contributions, { item, first: 20 }, FRESH)).data;
  return (contributions?.nodes ?? []).filter(({ commentId }) => !commentId).map(attachmentOf);
}

async function readTerms(slug: string): Promise<Terms | null> {
  const { data } = await newsroom().query(ContributionTerms, { newsroom: slug }, FRESH);
  return data.contributionTerms?.open ? data.contributionTerms : null;
}
