// What the page shows of a thread while it changes: pure functions over branches, and what waits to be shown.
import type { Branch, Comment, Head } from "../types";

export interface Shown {
  head: Head;
  branches: Branch[];
  pinned: Comment[];
  above: Comment[];
  /** New or changed comments that are not shown yet: showing them would move what somebody reads. */
  waiting: Comment[];
  isOver: boolean;
}

export type Change =
  | { type: "heard"; comment: Comment; isNew: boolean; isInSight: boolean }
  | { type: "show" }
  | { type: "own"; comment: Comment }
  | { type: "head"; head: Head }
  | { type: "replies"; parent: string; comments: Comment[] }
  | { type: "reactions"; id: string; reactions: Comment["reactions"] }
  | { type: "withdrawn"; id: string }
  | { type: "over" };

export function change(shown: Shown, event: Change): Shown {
  switch (event.type) {
    case "head":
      return { ...shown, head: event.head };
    case "over":
      return { ...shown, isOver: true };
    case "own":
      return place(without(shown, event.comment), event.comment);
    case "show":
      return { ...[...shown.waiting].reverse().reduce(place, shown), waiting: [] };
    case "reactions":
      return update(shown, event.id, (comment) => ({ ...comment, reactions: event.reactions }));
    case "withdrawn":
      return update(shown, event.id, (comment) => ({
        ...comment,
        state: "WITHDRAWN",
        author: null,
        body: "",
      }));
    case "replies":
      return { ...shown, branches: withReplies(shown.branches, event.parent, event.comments) };
    case "heard":
      return heard(shown, event.comment, event);
  }
}

/** Figures change at once, and so does what is out of sight or taken down; the rest waits until somebody asks for it. */
function heard(
  shown: Shown,
  comment: Comment,
  { isNew, isInSight }: { isNew: boolean; isInSight: boolean },
): Shown {
  const known = find(shown.branches, comment.id);
  if (!known && comment.state !== "PUBLISHED") return without(shown, comment);
  if (!known) return isNew ? wait(shown, comment) : shown;
  if (known.seq >= comment.seq) return shown;
  const isSameText = known.body === comment.body && known.state === comment.state;
  if (isSameText || comment.state !== "PUBLISHED" || !isInSight) {
    return place(without(shown, comment), { ...comment, statement: known.statement });
  }
  return wait(shown, comment);
}

function wait(shown: Shown, comment: Comment): Shown {
  const others = shown.waiting.filter(({ id, seq }) => id !== comment.id || seq > comment.seq);
  return others.some(({ id }) => id === comment.id) ? shown : { ...shown, waiting: [comment, ...others] };
}

function without(shown: Shown, { id }: Comment): Shown {
  return { ...shown, waiting: shown.waiting.filter((each) => each.id !== id) };
}

/** Where a comment belongs: in its own place, below the one it replies to, or at the top. */
function place(shown: Shown, comment: Comment): Shown {
  if (find(shown.branches, comment.id)) return update(shown, comment.id, () => comment);
  const { parentId } = comment;
  if (parentId && find(shown.branches, parentId)) {
    return { ...shown, branches: withReplies(shown.branches, parentId, [comment]) };
  }
  return { ...shown, branches: [{ comment, replies: [] }, ...shown.branches] };
}

function update(shown: Shown, id: string, by: (comment: Comment) => Comment): Shown {
  const one = (comment: Comment) => (comment.id === id ? by(comment) : comment);
  const all = (branches: Branch[]): Branch[] =>
    branches.map(({ comment, replies }) => ({ comment: one(comment), replies: all(replies) }));
  return {
    ...shown,
    branches: all(shown.branches),
    pinned: shown.pinned.map(one),
    above: shown.above.map(one),
  };
}

function withReplies(branches: Branch[], parent: string, comments: Comment[]): Branch[] {
  return branches.map(({ comment, replies }) => {
    if (comment.id !== parent) return { comment, replies: withReplies(replies, parent, comments) };
    const known = new Set(replies.map((reply) => reply.comment.id));
    const more = comments.filter(({ id }) => !known.has(id)).map((each) => ({ comment: each, replies: [] }));
    const all = [...replies, ...more];
    return { comment: { ...comment, replyCount: Math.max(comment.replyCount, all.length) }, replies: all };
  });
}

export function find(branches: readonly Branch[], id: string): Comment | undefined {
  for (const { comment, replies } of branches) {
    const found = comment.id === id ? comment : find(replies, id);
    if (found) return found;
  }
  return undefined;
}

/** The newest change that is on the page: live updates begin after it. */
export function lastSeq(shown: Pick<Shown, "branches" | "pinned" | "above">): number {
  const all = (branches: Branch[]): number[] =>
    branches.flatMap(({ comment, replies }) => [comment.seq, ...all(replies)]);
  const others = [...shown.pinned, ...shown.above].map(({ seq }) => seq);
  return Math.max(0, ...all(shown.branches), ...others);
}
