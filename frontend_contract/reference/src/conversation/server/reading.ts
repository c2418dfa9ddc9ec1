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
/** Comments of the tree on a page, with those below each: what a query may cost sets the limit. */
const BRANCHES = 7;
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
    if (error instanceof InvalidInputError && (asked.after || asked.before)) {
      return readView(item, fromTheStart(asked)); // a cursor that is no longer good
    }
    if (error instanceof NotFoundError || error instanceof GoneError) return null;
    throw error;
  }
}

async function tree(item: { id: string; path: string }, asked: Asked): Promise<View | null> {
  const variables = { item: item.id, order: ORDERS[asked.sort], ...pageOf(asked, BRANCHES) };
  const { thread } = (await newsroom().query(ThreadTree, variables, FRESH)).data;
  if (!thread) return null;
  if (isShortStart(asked, thread.comments.pageInfo)) return tree(item, fromTheStart(asked));
  return {
    head: headOf(thread),
    branches: thread.comments.edges.map(({ node }) => toBranch(node)),
    pinned: asked.after || asked.before ? [] : thread.pinnedComments.map(toComment),
    ...neighbours(item.path, asked, thread.comments.pageInfo),
  };
}

/** A part of the thread, without its tree: what is looked for may stand anywhere in it. */
async function listed(item: { id: string; path: string }, asked: Asked, show: Show): Promise<View | null> {
  const variables = {
    item: item.id,
    order: ORDERS[asked.sort],
    ...pageOf(asked, PAGE),
    ...FILTERS[show],
  };
  const { thread } = (await newsroom().query(ThreadOperation, variables, FRESH)).data;
  if (!thread) return null;
  if (isShortStart(asked, thread.comments.pageInfo)) return listed(item, fromTheStart(asked), show);
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
  const variables = { id, ...pageOf(asked, PAGE) };
  const answer = await newsroom()
    .query(CommentOperation, variables, FRESH)
    .catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
  const comment = answer?.data.comment;
  if (!comment?.thread || comment.itemId !== item.id) return null;
  if (isShortStart(asked, comment.replies.pageInfo)) return aroundComment(item, fromTheStart(asked), id);
  return {
    head: headOf(comment.thread),
    branches: [toBranch(comment)],
    above: comment.context.map(toComment),
    pinned: [],
    ...neighbours(item.path, asked, comment.replies.pageInfo),
  };
}

interface Page {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** The variables for the page that is asked for: after a cursor, before one, or the first. */
function pageOf({ after, before }: Asked, size: number) {
  return before && !after ? { first: null, last: size, before } : { first: size, after };
}

/** Whether walking back has come to the start, where a page may be short, and new comments would be told nobody. */
function isShortStart({ after, before }: Asked, page: Page): boolean {
  return Boolean(before && !after && !page.hasPreviousPage);
}

function fromTheStart(asked: Asked): Asked {
  const { after: _, before: __, ...others } = asked;
  return others;
}

/** The pages around one. That there is one on the other side is known of itself where a cursor led here. */
function neighbours(path: string, asked: Asked, page: Page) {
  const { reply: _, report: __, own: ___, after, before, ...rest } = asked;
  const next = (page.hasNextPage || before) && page.endCursor;
  const start = page.startCursor; // none on a page that has become empty
  return {
    isStart: !after && !before,
    ...(next && { next: addressOf(path, { ...rest, after: next }) }),
    ...((page.hasPreviousPage || after) && {
      previous: addressOf(path, start ? { ...rest, before: start } : rest),
    }),
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
