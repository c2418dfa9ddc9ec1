// Sending a comment from the browser: the proof of work, one key for one comment, and further tries when an answer is lost.
import { NewsroomError } from "@social-newsroom/client";
import { CommentForm } from "@social-newsroom/client/operations";

import { checkPost, type Place, postInput, type Posted, readPosted, sendPost } from "../deeds";
import { isWorthAnotherTry, problemOf } from "../failures";
import type { Form, Values } from "../types";
import { type Draft, draft, keepDraft, newKey, remember, remembered, rememberToken } from "./visitor";

const PAUSE = 1500;

/** Send a comment. What was typed stays in the draft until it has arrived; the same text keeps its key, so that it arrives once. */
export async function post(
  place: Place,
  form: Form,
  values: Values,
  onStep: (step: "solving" | "sending") => void,
): Promise<Posted> {
  const where = draftPlace(values);
  const problem = checkPost(place, form, values);
  if (problem) return { values, problem };
  const sent = JSON.stringify(postInput(form, values, {}));
  const before = draft(where);
  const kept: Draft = before?.sent === sent ? before : { values, sent, key: newKey() };
  keepDraft(where, kept);
  try {
    const input = await withProof(place, form, values, kept, onStep);
    onStep("sending");
    const data = await sendTwice(place, input, kept.key ?? "");
    const posted = readPosted(values, data);
    keepDraft(where, null);
    rememberPosted(posted, values.thread ?? "");
    return posted;
  } catch (error) {
    // What was refused is another request when it is sent again; what got lost is the same one.
    if (!isWorthAnotherTry(error)) keepDraft(where, { values });
    return { values, problem: problemOf(error, form.fields, place.words, place.locale) };
  }
}

/** Where the draft of a comment is kept. */
export function draftPlace({ thread = "", parent = "" }: Values): string {
  return `${thread}.${parent}`;
}

type Input = ReturnType<typeof postInput>;

/** What is sent, with the solution of a task where one is asked for. A request that is repeated takes its solution along. */
async function withProof(
  { newsroom, locale }: Place,
  form: Form,
  values: Values,
  kept: Draft & { proof?: string; token?: string | undefined },
  onStep: (step: "solving" | "sending") => void,
): Promise<Input> {
  kept.token ??= remembered().token;
  if (form.proofOfWork && !kept.proof) {
    onStep("solving");
    const { thread } = values;
    const { data } = await newsroom.query(CommentForm, { thread, locale }, { init: { cache: "no-store" } });
    const { solve } = await import("./proof");
    const challenge = data.commentForm?.challenge;
    if (challenge) kept.proof = await solve(challenge).catch(unsolved);
  }
  keepDraft(draftPlace(values), kept);
  return postInput(form, values, {
    ...(kept.token && { visitorToken: kept.token }),
    ...(kept.proof && { proofOfWork: kept.proof }),
  });
}

/** Web Crypto is missing, or the browser has given up: said as the newsroom would say it. */
function unsolved(cause: unknown): never {
  const errors = [{ field: "proofOfWork", code: "INVALID_INPUT", message: "" }];
  throw new NewsroomError("The task was not solved.", { code: "INVALID_INPUT", status: 400, errors, cause });
}

/** Once more with the same key after an answer that was lost, and without a visitor's token that is no longer good. */
async function sendTwice(place: Place, input: Input, key: string) {
  try {
    return await sendPost(place, input, key);
  } catch (error) {
    if (error instanceof NewsroomError && error.code === "INVALID_TOKEN" && input.visitorToken) {
      remember((known) => void delete known.token);
      const { visitorToken: _, ...others } = input;
      return sendPost(place, others, newKey());
    }
    if (!isWorthAnotherTry(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return sendPost(place, input, key);
  }
}

/** That a comment is this visitor's. */
export function rememberPosted({ receipt, visitorToken }: Posted, thread: string): void {
  rememberToken(visitorToken);
  if (!receipt?.editToken) return;
  const { commentId, editToken, status } = receipt;
  remember((known) => {
    known.own[commentId] = { key: editToken, thread, status, at: new Date().toISOString() };
  });
}
