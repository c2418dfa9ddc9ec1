// Webhooks: signatures, several secrets, and what is to be revalidated.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  tagsOf,
  verifyWebhook,
  type WebhookEvent,
  WebhookVerificationError,
} from "@social-newsroom/client/webhooks";
import { Webhook } from "standardwebhooks";

const OLD = `whsec_${Buffer.from("the old secret of the endpoint").toString("base64")}`;
const NEW = `whsec_${Buffer.from("the new secret of the endpoint").toString("base64")}`;
const EVENT = {
  type: "release.corrected",
  timestamp: "2026-11-29T19:00:00Z",
  data: {
    seq: 4711,
    action: "CORRECTED",
    item: "i",
    type: "RELEASE",
    version: 3,
    note: "The figure was wrong.",
  },
};
const BODY = JSON.stringify(EVENT);

function signed(body = BODY, secret = OLD, at = new Date()) {
  const headers = {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
  };
  return { body, headers };
}

test("a message verifies with any of the endpoint's secrets, as a request or in parts", async () => {
  const expected = { ...EVENT, id: "msg_1", tags: ["item-i", "list-release"] };
  const { body, headers } = signed();
  assert.deepEqual(await verifyWebhook({ body, headers }, OLD), expected);
  assert.deepEqual(await verifyWebhook({ body, headers }, [NEW, OLD]), expected);
  const upper = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
  );
  assert.deepEqual(await verifyWebhook({ body, headers: upper }, OLD), expected);
  assert.deepEqual(
    await verifyWebhook(new Request("https://x/", { method: "POST", body, headers }), OLD),
    expected,
  );
});

test("what was tampered with, is foreign or old is refused", async () => {
  const { body, headers } = signed();
  const refused = async (
    message: Parameters<typeof verifyWebhook>[0],
    secrets: string | string[],
    words: string,
  ) =>
    assert.rejects(verifyWebhook(message, secrets), (error: Error) => {
      assert.ok(error instanceof WebhookVerificationError);
      assert.equal(error.message, words);
      return true;
    });
  await refused({ body: body.replace("4711", "4712"), headers }, OLD, "No matching signature found");
  await refused({ body, headers: { ...headers, "webhook-id": "msg_2" } }, OLD, "No matching signature found");
  await refused({ body, headers }, [NEW], "No matching signature found");
  await refused({ body, headers }, [], "No secret to verify with");
  await refused({ body, headers: {} }, OLD, "Missing required headers");
  await refused(signed(BODY, OLD, new Date(Date.now() - 301_000)), OLD, "Message timestamp too old");
});

test("tags are of everything that shows what has changed", () => {
  const tags = (type: string, data: object) =>
    tagsOf({ type, timestamp: "", data } as unknown as WebhookEvent);
  assert.deepEqual(tags("press_kit.withdrawn", { item: "k", type: "PRESS_KIT" }), [
    "item-k",
    "list-press_kit",
  ]);
  assert.deepEqual(tags("comment.removed", { item: "i", type: "COMMENT", thread: null }), [
    "item-i",
    "list-comment",
    "list-thread",
  ]);
  assert.deepEqual(tags("comment.published", { item: "i", type: "COMMENT", thread: "t" }), [
    "item-i",
    "thread-t",
    "list-comment",
    "list-thread",
  ]);
  assert.deepEqual(tags("newsroom.updated", { item: "n", type: "NEWSROOM" }), ["item-n", "list-newsroom"]);
  assert.deepEqual(tags("test", { url: null }), []);
  assert.deepEqual(tags("topic.invented", {}), []);
});
