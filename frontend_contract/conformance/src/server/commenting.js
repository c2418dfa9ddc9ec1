// How the kit comments: where, with what, and that it takes back what it posted.

import { randomUUID } from "node:crypto";
import { Skip } from "../checking.js";

/** @typedef {import("../trial.js").Trial} Trial */

/** The thread to write in, and its form. Skips the check where comments do not show at once. @param {Trial} trial */
export async function place(trial) {
  if (!trial.options.write) throw new Skip("posts a comment; allow it by --write");
  const thread = await trial.found.thread();
  if (thread.mode !== "OPEN") throw new Skip(`no thread shows comments at once (the mode is ${thread.mode})`);
  const form = await trial.found.once(
    "form",
    async () => trial.answered(await trial.server.api(`/threads/${thread.id}/form`), 200).json,
  );
  if (form.proof_of_work) throw new Skip("the newsroom asks for a proof of work");
  return { thread, form };
}

/** The content of a new comment, with all that its form requires. @param {any} form @param {string} text */
export function content(form, text) {
  const mark = randomUUID().slice(0, 8);
  /** @type {Record<string, string>} */
  const given = { EMAIL: `conformance-${mark}@example.org`, URL: "https://example.org/", MARKUP: text };
  const required = form.fields.filter((/** @type {any} */ field) => field.required && field.type !== "TRAP");
  const filled = required.map((/** @type {any} */ field) => [
    field.name,
    given[field.type] ?? field.choices?.[0]?.value ?? `Conformance ${mark}`,
  ]);
  return { ...Object.fromEntries(filled), body: text };
}

/** A text of its own. @param {string} what */
export const text = (what) => `Conformance: ${what} ${randomUUID()}`;

/**
 * Post a comment over REST; it is withdrawn when all checks are done.
 * @param {Trial} trial @param {{ body?: string, headers?: Record<string, string>, sent?: any }} [how]
 */
export async function post(trial, { body = text("a comment"), headers = {}, sent } = {}) {
  const { thread, form } = await place(trial);
  const json = sent ?? content(form, body);
  const answer = await trial.server.api(`/threads/${thread.id}/comments`, { method: "POST", json, headers });
  if (answer.status === 201 && answer.json.edit_token)
    undoLater(trial, answer.json.id, answer.json.edit_token);
  return { thread, answer, sent: json, receipt: answer.status === 201 ? answer.json : null };
}

/** @param {Trial} trial @param {string} id @param {string} token */
export function undoLater(trial, id, token) {
  const { server } = trial;
  trial.later(async () => {
    const answer = await server.api(`/comments/${id}`, {
      method: "DELETE",
      headers: { "edit-token": token },
    });
    if (answer.status >= 500) throw new Error(`comment ${id}: ${answer.status}`);
  });
}

/** A comment that is published; the check goes no further without one. @param {Trial} trial @param {any} [how] */
export async function publish(trial, how) {
  const done = await post(trial, how);
  trial.answered(done.answer, 201);
  trial.must(done.receipt.status, "PUBLISHED", "the status of a new comment");
  return done;
}

/** The newest comments of a thread. @param {Trial} trial @param {string} id @returns {Promise<any[]>} */
export async function newest(trial, id) {
  return trial.answered(await trial.server.api(`/threads/${id}/comments?order_by=NEWEST&page_size=50`), 200)
    .json.results;
}
