// What visitors do: post, report, edit, withdraw, object. The same for the browser and for forms sent without JavaScript.
//
// Each takes what was typed and gives it back with what became of it. None of them throws for what the newsroom refuses.
import type { Newsroom } from "@social-newsroom/client";
import {
  AppealComment,
  EditComment,
  ExportComment,
  PostComment,
  type PostCommentMutation,
  ReportComment,
  WithdrawComment,
} from "@social-newsroom/client/operations";

import { idIn } from "./address";
import { checkValues, problemOf, withScheme } from "./failures";
import { toComment } from "./shape";
import type { Comment, Field, Form, OwnWords, Problem, Receipt, Values } from "./types";
import type { Words } from "./words";

/** Everything that the deeds need to know of where they are done. */
export interface Place {
  newsroom: Newsroom;
  words: Words;
  locale: string;
}

export interface PostState {
  values: Values;
  problem?: Problem;
  receipt?: Receipt;
}

export interface Posted extends PostState {
  comment?: Comment;
  visitorToken?: string;
}

export interface ReportState {
  values: Values;
  problem?: Problem;
  isSent?: boolean;
}

export type OwnDeed = "open" | "edit" | "withdraw" | "appeal";

export interface OwnState {
  values: Values;
  problem?: Problem;
  own?: OwnWords;
  done?: OwnDeed;
}

type PostInput = Parameters<NonNullable<typeof PostComment.types>>[0]["input"];

/** What a comment's form sends: its own fields, and whatever else the browser adds. */
export function postInput(form: Form, values: Values, more: Partial<PostInput>): PostInput {
  const given: Values = {};
  for (const field of form.fields) {
    const value = (values[field.name] ?? "").replace(/\r\n/g, "\n");
    if (value.trim()) given[field.name] = field.type === "URL" ? withScheme(value.trim()) : value;
  }
  const { thread, parent } = values;
  return { ...given, ...(thread && { thread }), ...(parent && { parent }), ...more } as PostInput;
}

/** What is wrong with a comment before it is sent; null when nothing is. */
export function checkPost(place: Place, form: Form, values: Values): Problem | null {
  const plain = { ...values, body: (values.body ?? "").replace(/\r\n/g, "\n") };
  return checkValues(form.fields, plain, place.words, place.locale);
}

/** Send a comment that was checked. */
export async function sendPost(place: Place, input: PostInput, key: string): Promise<PostCommentMutation> {
  const { data } = await place.newsroom.mutate(PostComment, { input }, { idempotencyKey: key });
  return data;
}

/** What the answer to a post means. */
export function readPosted(values: Values, data: PostCommentMutation): Posted {
  const posted = data.postComment;
  if (!posted) return { values };
  const { commentId, status, message, editToken, editableUntil, visitorToken } = posted;
  return {
    values: {},
    receipt: { commentId, status, message, editToken, editableUntil },
    visitorToken,
    ...(posted.comment && { comment: toComment(posted.comment) }),
  };
}

/** Tell the editors of a comment. */
export async function report(
  place: Place,
  fields: readonly Field[],
  values: Values,
  { key, visitorToken }: { key: string; visitorToken?: string },
): Promise<ReportState & { visitorToken?: string }> {
  const wrong = checkValues(fields, values, place.words, place.locale);
  if (wrong) return { values, problem: wrong };
  const given = Object.fromEntries(
    fields.map(({ name }) => [name, values[name] ?? ""]).filter(([, value]) => value),
  );
  const input = { ...given, id: values.comment ?? "", ...(visitorToken && { visitorToken }) };
  type Input = Parameters<NonNullable<typeof ReportComment.types>>[0]["input"];
  try {
    const { data } = await place.newsroom.mutate(
      ReportComment,
      { input: input as Input },
      { idempotencyKey: key },
    );
    return { values: {}, isSent: true, visitorToken: data.reportComment?.visitorToken };
  } catch (error) {
    return { values, problem: problemOf(error, fields, place.words, place.locale) };
  }
}

/** Do something with one's own comment; `values` hold its id or address (`comment`) and its `key`. */
export async function doOwn(
  place: Place,
  deed: OwnDeed,
  values: Values,
): Promise<OwnState & { comment?: Comment | null }> {
  const { newsroom, words, locale } = place;
  const id = idIn(values.comment ?? "");
  const editToken = (values.key ?? "").trim();
  const kept = { ...values, comment: id || (values.comment ?? "") };
  const wrong = checkValues(ownFields(words), kept, words, locale);
  if (wrong) return { values: kept, problem: wrong };
  let problem: Problem | undefined;
  let comment: Comment | null | undefined;
  try {
    if (deed === "edit") {
      const input = { id, editToken, body: (values.body ?? "").replace(/\r\n/g, "\n") };
      const edited = (await newsroom.mutate(EditComment, { input })).data.editComment;
      comment = edited?.comment && toComment(edited.comment);
    } else if (deed === "withdraw") {
      await newsroom.mutate(WithdrawComment, { input: { id, editToken } });
    } else if (deed === "appeal") {
      await newsroom.mutate(AppealComment, { input: { id, editToken, text: values.text ?? "" } });
    }
  } catch (error) {
    problem = problemOf(
      error,
      [{ ...bodyField(words), name: deed === "appeal" ? "text" : "body" }],
      words,
      locale,
    );
  }
  try {
    const own = (await newsroom.mutate(ExportComment, { input: { id, editToken } })).data.exportComment
      ?.export;
    const opened = own && {
      id: own.id,
      status: own.status,
      message: own.message,
      text: own.text,
      createdAt: own.createdAt,
    };
    const typed = problem ? kept : { comment: id, key: editToken, body: own?.text ?? "" };
    return {
      values: typed,
      ...(opened && { own: opened }),
      ...(problem ? { problem } : { done: deed }),
      comment,
    };
  } catch (error) {
    const failed = problem ?? problemOf(error, [], words, locale);
    return { values: kept, ...(problem || deed === "open" ? { problem: failed } : { done: deed }), comment };
  }
}

/** The fields with which one's own comment is opened. */
export function ownFields(words: Words): Field[] {
  const line = { help: "", type: "LINE", required: true, choices: [] } as const;
  return [
    { ...line, choices: [], name: "comment", label: words.ownAddress },
    { ...line, choices: [], name: "key", label: words.ownKey },
  ];
}

function bodyField(words: Words): Field {
  return { name: "body", label: words.change, help: "", type: "MARKUP", required: true, choices: [] };
}
