// Receives webhooks: node webhooks.js FILE, a file of [{secrets, headers, body}]. Prints what came of each, as JSON.
import { readFileSync } from "node:fs";
import { type ReceivedMessage, verifyWebhook } from "@social-newsroom/client/webhooks";

const messages = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as (ReceivedMessage & {
  secrets: string[];
})[];
const told = messages.map(async ({ secrets, headers, body }) => {
  try {
    const { type, id, tags, data } = await verifyWebhook({ headers, body }, secrets);
    return {
      type,
      id,
      tags,
      title: "document" in data && data.document && "title" in data.document && data.document.title,
    };
  } catch (error) {
    return { error: (error as Error).message };
  }
});
console.log(JSON.stringify(await Promise.all(told)));
