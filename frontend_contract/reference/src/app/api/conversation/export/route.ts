// What is kept of one's own comment, as a file. The key comes in the body of the request.
import { NewsroomError } from "@social-newsroom/client";
import { ExportComment } from "@social-newsroom/client/operations";

import { idIn } from "@/conversation/address";
import { problemOf } from "@/conversation/failures";
import { formIn, isForeign, PRIVATE } from "@/conversation/server/guard";
import { placeOf } from "@/conversation/server/place";
import { valuesOf } from "@/conversation/text";

export async function POST(request: Request): Promise<Response> {
  if (isForeign(request))
    return new Response("This was not sent from our page.", { status: 403, headers: PRIVATE });
  const data = await formIn(request);
  if (!data) return new Response("What was sent cannot be read.", { status: 400, headers: PRIVATE });
  const values = valuesOf(data);
  const { newsroom, words, locale } = await placeOf(values);
  const input = { id: idIn(values.comment ?? ""), editToken: values.key ?? "" };
  try {
    const answer = await newsroom.mutate(ExportComment, { input });
    const text = JSON.stringify(answer.data.exportComment?.export, null, 2);
    const headers = { ...PRIVATE, "Content-Disposition": 'attachment; filename="comment.json"' };
    return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
  } catch (error) {
    const { message } = problemOf(error, [], words, locale);
    const status = error instanceof NewsroomError && error.status >= 400 ? error.status : 503;
    return new Response(message, {
      status,
      headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
