// The life of a comment: posted, changed, reacted to, reported, taken back; over REST, then by the contract's operations.

import { randomUUID } from "node:crypto";
import { Skip } from "../checking.js";
import { misfits } from "../fit.js";
import { content, newest, place, post, publish, text, undoLater } from "./commenting.js";

/** @typedef {import("../trial.js").Trial} Trial */

const CONTRACT = {
  rule: "The contract, README “Conversations”",
  link: "https://www.rfc-editor.org/rfc/rfc9110",
};
const KEYS = {
  rule: "IETF draft, The Idempotency-Key HTTP Header Field",
  link: "https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/",
};
const WRITES = "--write";

/** @type {import("../checking.js").Check[]} */
export const comments = [
  {
    id: "comments.post",
    asserts:
      "A comment that is posted is a 201 with `Location` and tokens, and shows in the thread, in both APIs.",
    ...CONTRACT,
    needs: WRITES,
    run: posted,
  },
  {
    id: "comments.edit",
    asserts: "Its author changes it with the `Edit-Token`; readers see the new text and when it was changed.",
    ...CONTRACT,
    needs: WRITES,
    run: edited,
  },
  {
    id: "comments.react",
    asserts: "A visitor’s reaction counts once, and not any more when it is taken back.",
    ...CONTRACT,
    needs: WRITES,
    run: reacted,
  },
  {
    id: "comments.report",
    asserts: "A report is a 201 with a receipt.",
    ...CONTRACT,
    needs: WRITES,
    run: reported,
  },
  {
    id: "comments.wrong-token",
    asserts:
      "Another comment’s token, a made-up one, and none change nothing: INVALID_TOKEN, or INVALID_INPUT without one.",
    ...CONTRACT,
    needs: WRITES,
    run: wrongToken,
  },
  {
    id: "comments.withdraw",
    asserts:
      "A comment that its author took back is gone from the thread, and comes as a change without its text.",
    ...CONTRACT,
    needs: WRITES,
    run: withdrawn,
  },
  {
    id: "comments.idempotency",
    asserts:
      "The same request with the same `Idempotency-Key` is one comment: the same answer, with `Idempotent-Replayed`.",
    ...KEYS,
    needs: WRITES,
    run: replayed,
  },
  {
    id: "comments.idempotency-reused",
    asserts: "Another request with the same key is a 422 IDEMPOTENCY_KEY_REUSED, and posts nothing.",
    ...KEYS,
    needs: WRITES,
    run: keyReused,
  },
  {
    id: "comments.markup",
    asserts: "Scripts, handlers and `javascript:` never come back in the text of a comment.",
    rule: "OWASP, cross-site scripting",
    link: "https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html",
    needs: WRITES,
    run: markup,
  },
  {
    id: "comments.privacy",
    asserts: "The e-mail address and the tokens of an author are in no public answer.",
    ...CONTRACT,
    needs: WRITES,
    run: privacy,
  },
  {
    id: "comments.refused",
    asserts:
      "A comment with an unknown field, without a text or in no thread is refused, and what is at fault is named.",
    ...CONTRACT,
    run: refused,
  },
  {
    id: "comments.graphql",
    asserts:
      "The contract’s operations do the same: PostComment, EditComment, ReactToComment, ReportComment, ExportComment, WithdrawComment.",
    ...CONTRACT,
    needs: WRITES,
    run: byOperations,
  },
];

/** @param {Trial} trial */
async function posted(trial) {
  const { thread, answer, receipt, sent } = await publish(trial);
  const shape = { $ref: "#/components/schemas/PostReceipt" };
  for (const misfit of trial.contract.misfits(shape)(receipt))
    trial.add(answer.asked, "a PostReceipt", misfit);
  trial.notStored(answer);
  const location = answer.header("location");
  trial.that(location.endsWith(`/comments/${receipt.id}`), {
    expected: `…/comments/${receipt.id}`,
    seen: location || "none",
    where: "Location",
  });
  trial.that(receipt.edit_token && receipt.visitor_token, {
    expected: "two tokens",
    seen: receipt,
    where: answer.asked,
  });
  const shown = trial.answered(await trial.server.api(location || `/comments/${receipt.id}`), 200).json;
  trial.same(shown.id, receipt.id, "the comment at its Location");
  trial.that(shown.body.includes(sent.body), {
    expected: sent.body,
    seen: shown.body,
    where: "the comment’s body",
  });
  const listed = (await newest(trial, thread.id)).some((each) => each.id === receipt.id);
  trial.that(listed, { expected: receipt.id, seen: "not there", where: "the thread’s newest comments" });
  const { comment } = await trial.data("query ($id: ID!) { comment(id: $id) { id body state } }", {
    id: receipt.id,
  });
  trial.same(comment, { id: receipt.id, body: shown.body, state: "PUBLISHED" }, "the comment over GraphQL");
}

/** @param {Trial} trial */
async function edited(trial) {
  const { receipt } = await publish(trial);
  const body = text("another text");
  const answer = await trial.server.api(`/comments/${receipt.id}`, {
    method: "PATCH",
    json: { body },
    headers: { "edit-token": receipt.edit_token },
  });
  trial.answered(answer, 200);
  const shown = trial.answered(await trial.server.api(`/comments/${receipt.id}`), 200).json;
  trial.that(shown.body.includes(body), { expected: body, seen: shown.body, where: "the comment’s body" });
  trial.that(shown.edited_at, { expected: "a time", seen: shown.edited_at, where: "edited_at" });
}

/** @param {Trial} trial */
async function reacted(trial) {
  const { form } = await place(trial);
  const [name] = form.reactions;
  if (!name) throw new Skip("the newsroom offers no reactions");
  const { receipt } = await publish(trial);
  const path = `/comments/${receipt.id}/reactions`;
  const first = trial.answered(await trial.server.api(path, { method: "POST", json: { name } }), 200).json;
  trial.same(first.comment.reaction_count, 1, "after a reaction");
  const headers = { "visitor-token": first.visitor_token };
  await trial.server.api(path, { method: "POST", json: { name }, headers });
  const count = async () => (await trial.server.api(`/comments/${receipt.id}`)).json.reaction_count;
  trial.same(await count(), 1, "after the same reaction of the same visitor");
  trial.answered(await trial.server.api(`${path}/${name}`, { method: "DELETE", headers }), 200);
  trial.same(await count(), 0, "after it was taken back");
}

/** @param {Trial} trial */
async function reported(trial) {
  const { receipt } = await publish(trial);
  const json = { reason: "OTHER", note: "Conformance: please ignore this." };
  const answer = trial.answered(
    await trial.server.api(`/comments/${receipt.id}/reports`, { method: "POST", json }),
    201,
  );
  const shape = { $ref: "#/components/schemas/ReportReceipt" };
  for (const misfit of trial.contract.misfits(shape)(answer.json))
    trial.add(answer.asked, "a ReportReceipt", misfit);
  trial.same(answer.json.comment_id, receipt.id, "comment_id of the receipt");
}

/** @param {Trial} trial */
async function wrongToken(trial) {
  const [mine, other] = [await publish(trial), await publish(trial)];
  const path = `/comments/${mine.receipt.id}`;
  const before = (await trial.server.api(path)).json;
  for (const token of [other.receipt.edit_token, "made-up", mine.receipt.visitor_token]) {
    const headers = { "edit-token": token };
    trial.problem(
      await trial.server.api(path, { method: "PATCH", json: { body: text("not mine") }, headers }),
      403,
      "INVALID_TOKEN",
    );
    trial.problem(await trial.server.api(path, { method: "DELETE", headers }), 403, "INVALID_TOKEN");
    trial.problem(await trial.server.api(`${path}/export`, { headers }), 403, "INVALID_TOKEN");
  }
  const none = await trial.server.api(path, { method: "DELETE" });
  trial.that([400, 403].includes(none.status), {
    expected: "400 or 403",
    seen: none.status,
    where: "DELETE without a token",
  });
  trial.same((await trial.server.api(path)).json, before, "the comment, afterwards");
}

/** @param {Trial} trial */
async function withdrawn(trial) {
  const { thread, receipt, sent } = await publish(trial);
  const path = `/comments/${receipt.id}`;
  const headers = { "edit-token": receipt.edit_token };
  trial.same(
    trial.answered(await trial.server.api(path, { method: "DELETE", headers }), 200).json.status,
    "WITHDRAWN",
    "the receipt’s status",
  );
  const shown = await trial.server.api(path);
  trial.that(!shown.text.includes(sent.body), {
    expected: "nothing of the text",
    seen: shown.text,
    where: shown.asked,
  });
  const listed = (await newest(trial, thread.id)).find((each) => each.id === receipt.id);
  trial.that(!listed || listed.state === "WITHDRAWN", {
    expected: "not published",
    seen: listed,
    where: "the thread’s comments",
  });
  const change = await lastChange(trial, receipt.id);
  trial.same(
    [change?.state, change?.body, change?.author],
    ["WITHDRAWN", "", null],
    "/comments/changes, the comment",
  );
}

/** A comment as the list of changes has it. @param {Trial} trial @param {string} id @returns {Promise<any>} */
async function lastChange(trial, id) {
  for (let address = "/comments/changes?page_size=100", count = 0; count < 1000; count += 1) {
    const { results, next, has_more: more } = trial.answered(await trial.server.api(address), 200).json;
    const found = results.find((/** @type {any} */ each) => each.comment.id === id);
    if (found || !more) return found?.comment;
    address = next;
  }
}

/** @param {Trial} trial */
async function replayed(trial) {
  const headers = { "idempotency-key": `"${randomUUID()}"` };
  const first = await publish(trial, { headers });
  const again = await post(trial, { headers, sent: first.sent });
  trial.answered(again.answer, 201);
  const same = (/** @type {any} */ receipt) => ({ ...receipt, visitor_token: "" }); // signed anew, for the same visitor
  trial.same(same(again.receipt), same(first.receipt), "the answer, asked again");
  trial.same(again.answer.header("idempotent-replayed"), "true", "Idempotent-Replayed");
  trial.same(first.answer.header("idempotent-replayed"), "", "Idempotent-Replayed of the first answer");
}

/** @param {Trial} trial */
async function keyReused(trial) {
  const headers = { "idempotency-key": `"${randomUUID()}"` };
  const { thread } = await publish(trial, { headers });
  const body = text("another comment with the same key");
  const { answer } = await post(trial, { headers, body });
  trial.problem(answer, 422, "IDEMPOTENCY_KEY_REUSED");
  const listed = (await newest(trial, thread.id)).some((each) => each.body.includes(body));
  trial.that(!listed, { expected: "not posted", seen: "posted", where: "the other comment" });
}

/** @param {Trial} trial */
async function markup(trial) {
  const bad = `<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">here</a> `;
  const { answer, receipt } = await post(trial, { body: `${bad}${text("markup")}` });
  if (answer.status !== 201 || receipt.status !== "PUBLISHED") return; // refused or held is as good
  const shown = trial.answered(await trial.server.api(`/comments/${receipt.id}`), 200).json.body;
  trial.that(!/<script|<img|<[^>]*\son\w+=|<[^>]*javascript:/i.test(shown), {
    expected: "none of it",
    seen: shown,
    where: "the comment’s body",
  });
}

/** @param {Trial} trial */
async function privacy(trial) {
  const { thread, receipt, sent } = await publish(trial);
  const { id } = receipt;
  const query =
    "query ($id: ID!) { comment(id: $id) { id body url author { name url organisation title } } }";
  const answers = [
    await trial.server.api(`/comments/${id}`),
    await trial.server.api(`/comments/${id}/context`),
    await trial.server.api(`/threads/${thread.id}/comments?page_size=50`),
    await trial.server.query(query, { id }),
  ];
  for (const { text: seen, asked } of answers) {
    for (const secret of [sent.email, receipt.edit_token, receipt.visitor_token].filter(Boolean)) {
      trial.that(!seen.includes(secret), { expected: "not there", seen: secret, where: asked });
    }
  }
}

/** @param {Trial} trial */
async function refused(trial) {
  const { id } = await trial.found.thread();
  const ask = (/** @type {string} */ thread, /** @type {any} */ json) =>
    trial.server.api(`/threads/${thread}/comments`, { method: "POST", json });
  for (const [json, field] of [
    [{ body: "Hello", colour: "red" }, "colour"],
    [{}, "body"],
    [{ body: 1 }, "body"],
  ]) {
    const answer = await ask(id, json);
    if (!trial.problem(answer, 400, "INVALID_INPUT")) continue;
    const fields = answer.json.errors.map((/** @type {any} */ error) => error.field);
    trial.that(fields.includes(field), {
      expected: `an error of ${field}`,
      seen: fields,
      where: `${answer.asked} ${JSON.stringify(json)}`,
    });
  }
  const nobody = { body: "Hello", author_name: "Nobody", email: "nobody@example.org" };
  trial.problem(await ask(trial.nobody(), nobody), 404, "NOT_FOUND");
}

/** @param {string} name */
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {Trial} trial */
async function byOperations(trial) {
  const { thread, form } = await place(trial);
  const run = (/** @type {string} */ name, /** @type {any} */ input) => carryOut(trial, name, input);
  const filled = Object.entries(content(form, text("by GraphQL"))).map(([name, value]) => [
    camel(name),
    value,
  ]);
  const { postComment } = await run("PostComment", { thread: thread.id, ...Object.fromEntries(filled) });
  const { commentId: id, editToken } = postComment;
  undoLater(trial, id, editToken);
  const body = text("by GraphQL, another text");
  const { editComment } = await run("EditComment", { id, editToken, body });
  trial.that(editComment.comment?.body.includes(body), {
    expected: body,
    seen: editComment,
    where: "EditComment",
  });
  if (form.reactions[0]) {
    const { reactToComment } = await run("ReactToComment", { id, name: form.reactions[0] });
    trial.same(reactToComment.comment.reactionCount, 1, "ReactToComment, reactionCount");
  }
  await run("ReportComment", { id, reason: "OTHER", note: "Conformance: please ignore this." });
  const { exportComment } = await run("ExportComment", { id, editToken });
  trial.same(exportComment.export.id, id, "ExportComment, id");
  const { withdrawComment } = await run("WithdrawComment", { id, editToken });
  trial.same(withdrawComment, { commentId: id, status: "WITHDRAWN" }, "WithdrawComment");
}

/** Run a mutation of the contract; the check goes no further with errors. @param {Trial} trial @param {string} name @param {any} input @returns {Promise<any>} */
async function carryOut(trial, name, input) {
  const operation = trial.contract.operation(name);
  if (!operation) throw new Skip(`the contract has no operation ${name}`);
  const { json } = await trial.server.query(operation.text, { input });
  trial.must(json.errors ?? null, null, `${name}, errors`);
  for (const misfit of misfits(trial.contract.schema, operation.document, json.data))
    trial.add(name, "what the schema promises", misfit);
  return json.data;
}
