/** The newsroom's webhook: what has changed is asked for anew at the next visit. */
import { verifyWebhook, WebhookVerificationError } from "@social-newsroom/client/webhooks";
import { revalidateTag } from "next/cache";

import { ALL, NEWSROOMS, newsroomTag } from "@/load";
import { settings } from "@/settings";

/** Bytes. Messages with whole documents are far smaller. */
const MOST = 5_000_000;

export async function POST(request: Request): Promise<Response> {
  const { webhookSecrets } = settings();
  if (!webhookSecrets.length) {
    return problem(501, "No webhook is set up here: give its secret in NEWSROOM_WEBHOOK_SECRETS.");
  }
  if (Number(request.headers.get("content-length") ?? 0) > MOST) return problem(413, "The message is too long.");
  try {
    const { type, data, tags } = await verifyWebhook(request, webhookSecrets);
    const changed = new Set(tags);
    if (!type.startsWith("comment.") && type !== "test") {
      changed.add(NEWSROOMS);
      const newsroom = "newsroom" in data ? data.newsroom : null;
      changed.add(newsroom ? newsroomTag(newsroom) : ALL);
    }
    // At once, and not after one more stale answer: a correction must be there for the next reader.
    for (const tag of changed) revalidateTag(tag, { expire: 0 });
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return problem(401, "The signature is not one of this endpoint's secret, or the message is too old.");
  }
}

function problem(status: number, detail: string): Response {
  return Response.json({ status, detail }, { status, headers: { "Content-Type": "application/problem+json" } });
}
