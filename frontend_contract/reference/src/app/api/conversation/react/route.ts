// A reaction sent without JavaScript: back to the comment, which shows the new count. Such visitors are not known again,
// so that they cannot take a reaction back.
import { ReactToComment } from "@social-newsroom/client/operations";

import { idIn } from "@/conversation/address";
import { formIn, isForeign, pathOf, PRIVATE } from "@/conversation/server/guard";
import { placeOf } from "@/conversation/server/place";
import { valuesOf } from "@/conversation/text";

export async function POST(request: Request): Promise<Response> {
  if (isForeign(request))
    return new Response("This was not sent from our page.", { status: 403, headers: PRIVATE });
  const data = await formIn(request);
  if (!data) return new Response("What was sent cannot be read.", { status: 400, headers: PRIVATE });
  const values = valuesOf(data);
  const { newsroom } = await placeOf(values);
  const input = { id: idIn(values.comment ?? ""), name: values.name ?? "" };
  // What is refused leaves the count as it is, which the page shows.
  await newsroom.mutate(ReactToComment, { input }).catch(() => null);
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location: pathOf(values.back) } });
}
