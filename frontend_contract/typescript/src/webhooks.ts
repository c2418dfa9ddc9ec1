// Receiving webhooks: signatures by Standard Webhooks, events as a union by `type`, and the cache tags to revalidate.
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import type { Schemas } from "./rest.js";
import { cacheTags, type ListName } from "./tags.js";

export { WebhookVerificationError } from "standardwebhooks";

type Action = "ISSUED" | "CORRECTED" | "REFRESHED" | "WITHDRAWN";

/** What every message says of what happened. `document` is null in short messages and of what is public no more. */
export interface EventData<Type extends string, Document, Did extends string> {
  seq: number;
  action: Did;
  item: string;
  type: Type;
  kind: string | null;
  newsroom: string | null;
  version: number;
  note: string;
  issued_at: string;
  document: Document | null;
  url: string | null;
}

interface Message<Type extends string, Data> {
  type: Type;
  timestamp: string;
  data: Data;
}

type ItemEvent<Group extends string, Type extends string, Document> = {
  [Did in Action]: Message<`${Group}.${Lowercase<Did>}`, EventData<Type, Document, Did>>;
}[Action];

type CommentEvent = {
  [Did in "PUBLISHED" | "REMOVED"]: Message<
    `comment.${Lowercase<Did>}`,
    Omit<EventData<"COMMENT", Schemas["Comment"], Did>, "version"> & {
      version: null;
      comment: string;
      thread: string | null;
    }
  >;
}["PUBLISHED" | "REMOVED"];

/** Everything that a newsroom tells of. The contract may grow: ignore types that you do not know. */
export type WebhookEvent =
  | ItemEvent<"release" | "statement", "RELEASE", Schemas["IssuedRelease"]>
  | ItemEvent<"asset", "ASSET", Schemas["IssuedAsset"]>
  | ItemEvent<"press_kit", "PRESS_KIT", Schemas["IssuedPressKit"]>
  | ItemEvent<"discussion", "DISCUSSION", Schemas["IssuedDiscussion"]>
  | CommentEvent
  | Message<"newsroom.updated", EventData<"NEWSROOM", Schemas["IssuedNewsroom"], Action>>
  | Message<"test", { url: null }>;

/** An event whose signature was right. */
export type VerifiedEvent = WebhookEvent & {
  /** The `webhook-id`: messages come at least once, and the same one has the same id. */
  id: string;
  /** The cache tags of everything that shows what has changed. */
  tags: string[];
};

/** A message as it was received: the body's own text, not JSON that was read and written again. */
export interface ReceivedMessage {
  body: string;
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * The event of a message whose signature is right. `secrets` are those of the endpoint, two while they are changed.
 * Throws `WebhookVerificationError` for what was tampered with, is of somebody else, or is older than five minutes.
 */
export async function verifyWebhook(
  message: Request | ReceivedMessage,
  secrets: string | readonly string[],
): Promise<VerifiedEvent> {
  const body = typeof message.body === "string" ? message.body : await (message as Request).text();
  const headers = plain(message.headers);
  const verifiers = (typeof secrets === "string" ? [secrets] : secrets).map((secret) => new Webhook(secret));
  let refusal: unknown = new WebhookVerificationError("No secret to verify with");
  for (const verifier of verifiers) {
    try {
      const event = verifier.verify(body, headers) as WebhookEvent;
      return { ...event, id: headers["webhook-id"] ?? "", tags: tagsOf(event) };
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** The cache tags of everything that shows what an event is about: its item or thread, and lists of them. */
export function tagsOf(event: WebhookEvent): string[] {
  if (event.type === "comment.published" || event.type === "comment.removed") {
    const { item, thread } = event.data;
    return cacheTags({ item, thread, list: ["comment", "thread"] });
  }
  if (!("item" in event.data)) return [];
  return cacheTags({ item: event.data.item, list: event.data.type.toLowerCase() as ListName });
}

function plain(headers: ReceivedMessage["headers"]): Record<string, string> {
  const entries: [string, unknown][] =
    headers instanceof Headers ? [...headers.entries()] : Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value ?? "")]));
}
