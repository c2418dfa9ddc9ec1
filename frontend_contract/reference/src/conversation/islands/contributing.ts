// Sending a file: the offer first, then its bytes to the address that the answer names, with progress.
import { CommentForm, Contribute, WithdrawContribution } from "@social-newsroom/client/operations";

import type { Place } from "../deeds";
import type { Terms, Values } from "../types";
import { remembered, rememberToken } from "./visitor";

type Input = Parameters<NonNullable<typeof Contribute.types>>[0]["input"];

export interface Ticket {
  id: string;
  uploadUrl: string;
  uploadToken: string;
  editToken: string;
}

/** What the file belongs to: one's own comment, or an item. */
export type Belongs = { comment: string; key: string } | { item: string; thread: string };

/** Offer a file. Throws `NewsroomError`. */
export async function offer(
  place: Place,
  terms: Terms,
  belongs: Belongs,
  values: Values,
  fileName: string,
  key: string,
): Promise<Ticket> {
  const { token } = remembered();
  const names = ["title", "description", "credit", "authorName", "email", "organisation", "website"];
  const given = Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  const to =
    "comment" in belongs ? { comment: belongs.comment, editToken: belongs.key } : { item: belongs.item };
  const needsProof = terms.proofOfWork && "thread" in belongs;
  const proofOfWork = needsProof ? await proofFor(place, belongs.thread) : undefined;
  const input = {
    ...{ ...given, ...to, fileName, consent: Boolean(values.consent), termsVersion: terms.version },
    ...(token && { visitorToken: token }),
    ...(proofOfWork && { proofOfWork }),
  } as Input;
  const { data } = await place.newsroom.mutate(Contribute, { input }, { idempotencyKey: key });
  const ticket = data.contribute?.ticket;
  if (!ticket) throw new Error("The newsroom gave no ticket.");
  rememberToken(ticket.visitorToken);
  return ticket;
}

async function proofFor({ newsroom, locale }: Place, thread: string): Promise<string | undefined> {
  const { data } = await newsroom.query(CommentForm, { thread, locale }, { init: { cache: "no-store" } });
  const challenge = data.commentForm?.challenge;
  return challenge ? (await import("./proof")).solve(challenge) : undefined;
}

/** Send the bytes. Resolves with the status: 0 when the connection broke, -1 when it was stopped. */
export function upload(
  ticket: Ticket,
  file: File,
  onProgress: (percent: number) => void,
  stop: AbortSignal,
): Promise<number> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", ticket.uploadUrl);
    request.setRequestHeader("Upload-Token", ticket.uploadToken);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.round((100 * loaded) / (total || file.size || 1)));
    request.onload = () => resolve(request.status);
    request.onerror = () => resolve(0);
    request.onabort = () => resolve(-1);
    stop.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

export async function takeBack({ newsroom }: Place, { id, editToken }: Ticket): Promise<void> {
  await newsroom.mutate(WithdrawContribution, { input: { id, editToken } });
}
