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
  const body = await textIn(request);
  if (body === null) return problem(413, `The message has more than ${MOST} bytes.`);
  try {
    const { type, data, tags } = await verifyWebhook({ body, headers: request.headers }, webhookSecrets);
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

/** The body as it came; null where it is longer than any message, whatever it says of its length. */
async function textIn({ body }: Request): Promise<string | null> {
  const reader = body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > MOST) return null;
    pieces.push(read.value);
  }
  return Buffer.concat(pieces).toString();
}

function problem(status: number, detail: string): Response {
  return Response.json({ status, detail }, { status, headers: { "Content-Type": "application/problem+json" } });
}
