// From what the API answers to what is shown: comments of GraphQL, and those that live updates bring in REST's spelling.
import type { LiveComment } from "@social-newsroom/client/live";

import type { Attachment, Author, Branch, Comment, Form, Kind, State } from "./types";

type File = {
  __typename?: string;
  alt?: string;
  width?: number | null;
  height?: number | null;
  srcset?: string;
  renditions?: { name: string; href: string; contentType?: string }[];
};

interface RawFile {
  id: string;
  title: string;
  description: string;
  contributor?: { name: string } | undefined;
  file: File;
}

interface RawComment extends Omit<Comment, "attachments" | "statement" | "author"> {
  author?: Author | null;
  statement?: { id: string; title: string; path: string } | null;
  attachments?: RawFile[];
  replies?: { nodes: RawComment[] } | { edges: { node: RawComment }[] };
}

/** The comment that an answer holds. */
export function toComment(raw: RawComment): Comment {
  return {
    id: raw.id,
    parentId: raw.parentId ?? null,
    depth: raw.depth,
    state: raw.state as State,
    kind: raw.kind as Kind,
    author: raw.author ? authorOf(raw.author) : null,
    body: raw.body,
    language: raw.language,
    publishedAt: raw.publishedAt,
    editedAt: raw.editedAt ?? null,
    pinned: raw.pinned,
    replyCount: raw.replyCount,
    reactions: raw.reactions.map(({ name, count }) => ({ name, count })),
    answeredBy: raw.answeredBy && {
      name: raw.answeredBy.name,
      title: raw.answeredBy.title,
      commentId: raw.answeredBy.commentId,
    },
    statement: raw.statement && { id: raw.statement.id, title: raw.statement.title, url: raw.statement.path },
    attachments: (raw.attachments ?? []).map(attachmentOf),
    seq: raw.seq,
  };
}

/** A comment with those of its replies that came along. */
export function toBranch(raw: RawComment): Branch {
  const replies = raw.replies ?? { nodes: [] };
  const nodes = "nodes" in replies ? replies.nodes : replies.edges.map(({ node }) => node);
  return { comment: toComment(raw), replies: nodes.map(toBranch) };
}

/** The form that an answer describes, without its challenge, which is for one post alone. */
export function toForm(raw: Omit<Form, "elements"> & { markup: { elements: { name: string }[] } }): Form {
  const {
    fields,
    reportFields,
    reactions,
    slowSeconds,
    editMinutes,
    emailPolicy,
    proofOfWork,
    attachments,
    guidelines,
  } = raw;
  const elements = raw.markup.elements.map(({ name }) => name);
  return {
    ...{ fields, reportFields, elements, reactions, slowSeconds, editMinutes },
    ...{ emailPolicy, proofOfWork, attachments, guidelines },
  };
}

function authorOf(raw: Author): Author {
  const { name, url, organisation, title, relation, verified, official } = raw;
  return { name, url, organisation, title, relation, verified, official };
}

/** A file of a visitor's. */
export function attachmentOf(raw: RawFile): Attachment {
  const { file, contributor } = raw;
  const shown = {
    id: raw.id,
    title: raw.title,
    description: raw.description,
    ...(contributor && { by: contributor.name }),
  };
  const sizes = (file.srcset ?? "")
    .split(", ")
    .map((each) => each.split(" ")[0] ?? "")
    .filter(Boolean);
  const rendition = file.renditions?.find(({ name }) => name === "original") ?? file.renditions?.[0];
  const href = rendition?.href ?? sizes.at(-1) ?? "";
  const small = sizes[0];
  if (!small || !file.width || !file.height) return { ...shown, href };
  return {
    ...shown,
    href,
    thumbnail: { href: small, width: file.width, height: file.height, alt: file.alt ?? "" },
  };
}

/** A comment as live updates bring it: REST's spelling, and a statement by its id alone. */
export function fromLive(live: LiveComment): Comment {
  const by = live.answered_by;
  return {
    id: live.id,
    parentId: live.parent_id,
    depth: live.depth,
    state: live.state,
    kind: live.kind,
    author: live.author && authorOf(live.author),
    body: live.body,
    language: live.language,
    publishedAt: live.published_at,
    editedAt: live.edited_at,
    pinned: live.pinned,
    replyCount: live.reply_count,
    reactions: live.reactions,
    answeredBy: by && { name: by.name, title: by.title, commentId: by.comment_id },
    attachments: live.attachments.map((each) =>
      attachmentOf({ ...(each as RawFile), contributor: undefined }),
    ),
    seq: live.seq,
  };
}
