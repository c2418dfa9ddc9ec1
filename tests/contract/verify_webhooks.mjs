// Receives webhooks with the published JavaScript library: prints for each message whether it verifies, as JSON.
// Input: a file of [{secret, headers, body}].

import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

const messages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const told = messages.map(({ secret, headers, body }) => {
  try {
    return { type: new Webhook(secret).verify(body, headers).type };
  } catch (error) {
    return { error: error.message };
  }
});
console.log(JSON.stringify(told));
