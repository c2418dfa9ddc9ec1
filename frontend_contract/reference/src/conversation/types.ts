// The shapes that the conversation's components share: what the API answers, cut down to what is shown.

export type Mode = "OPEN" | "PREMODERATED" | "CLOSED" | "OFF";
export type State = "PUBLISHED" | "WITHDRAWN" | "REMOVED";
export type Status = "PUBLISHED" | "HELD" | "REJECTED" | "WITHDRAWN" | "ERASED";
export type Kind = "QUESTION" | "PRAISE" | "CRITICISM" | "OTHER";

export interface Author {
  name: string;
  url?: string | null;
  organisation: string;
  title: string;
  relation?: string | null;
  verified: boolean;
  official: boolean;
}

export interface Attachment {
  id: string;
  title: string;
  description: string;
  /** Who sent it, where that is not the comment's author. */
  by?: string;
  /** The whole file, or its largest rendition. */
  href: string;
  /** An image small enough to be shown in the thread. */
  thumbnail?: { href: string; width: number; height: number; alt: string };
}

export interface Comment {
  id: string;
  parentId?: string | null;
  depth: number;
  state: State;
  kind: Kind;
  author?: Author | null;
  /** Sanitised HTML. */
  body: string;
  /** What it is written in, as a BCP 47 tag. */
  language: string;
  publishedAt: string;
  editedAt?: string | null;
  pinned: boolean;
  replyCount: number;
  reactions: { name: string; count: number }[];
  answeredBy?: { name: string; title: string; commentId: string } | null;
  statement?: { id: string; title: string; url: string } | null;
  attachments: Attachment[];
  seq: number;
}

/** A comment with those of its replies that are here. */
export interface Branch {
  comment: Comment;
  replies: Branch[];
}

export interface Head {
  id: string;
  mode: Mode;
  commentCount: number;
  counts: { question: number; praise: number; criticism: number; other: number };
  answeredCount: number;
  /** When a comment was last published. */
  lastActivityAt?: string | null;
  opensAt?: string | null;
  closesAt?: string | null;
  questionAndAnswer: boolean;
}

export interface Field {
  name: string;
  label: string;
  help: string;
  type: "LINE" | "TEXT" | "MARKUP" | "EMAIL" | "URL" | "CHOICE" | "TRAP";
  required: boolean;
  maxLength?: number | null;
  choices: { value: string; label: string }[];
}

export interface Form {
  fields: Field[];
  reportFields: Field[];
  /** Names of the elements that the text may hold. */
  elements: string[];
  reactions: string[];
  slowSeconds: number;
  editMinutes: number;
  emailPolicy: "OFF" | "OPTIONAL" | "REQUIRED";
  proofOfWork: boolean;
  attachments: boolean;
  guidelines: string;
}

export interface Terms {
  open: boolean;
  text: string;
  version: string;
  accepted: string;
  mostBytes: number;
  mostPerComment: number;
  proofOfWork: boolean;
}

/** What the page shows of a thread. */
export interface View {
  head: Head;
  branches: Branch[];
  pinned: Comment[];
  /** With `?comment=`: those above it; the comment itself is the only branch. */
  above?: Comment[];
  /** The comment that was asked for is not in this thread. */
  isMissing?: boolean;
  /** What readers have sent to the item itself. */
  files?: Attachment[];
  /** Whether it is the first page of its list. */
  isStart: boolean;
  /** Addresses of the neighbouring pages. */
  next?: string;
  previous?: string;
}

/** Why something was refused, in words for whoever sent it. */
export interface Problem {
  code: string;
  /** What is wrong as a whole; empty where the fields say it. */
  message: string;
  fields: { field: string; message: string }[];
  /** Seconds to wait. */
  retryAfter?: number;
}

/** What became of a post, for its author alone. */
export interface Receipt {
  commentId: string;
  status: Status;
  message: string;
  editToken: string;
  editableUntil: string;
}

/** One's own comment, with everything that is kept of it. */
export interface OwnWords {
  id: string;
  status: Status;
  message: string;
  text: string;
  createdAt: string;
}

export type Values = Record<string, string>;
