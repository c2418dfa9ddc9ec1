// Passes webhooks on to the kit, signed again with a fault. For the tests of the kit.

import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

/** Start it. @param {string} target @param {(message: { id: string, at: number, secret: string }) => void} spoil */
export async function startRelay(target, spoil) {
  let secret = "";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    const message = {
      id: String(request.headers["webhook-id"]),
      at: Number(request.headers["webhook-timestamp"]),
      secret,
    };
    spoil(message);
    const headers = {
      "content-type": "application/json",
      "webhook-id": message.id,
      "webhook-timestamp": String(message.at),
      "webhook-signature": new Webhook(message.secret).sign(message.id, new Date(message.at * 1000), body),
    };
    const answer = await fetch(target, { method: "POST", body, headers }).catch(() => ({ status: 502 }));
    response.writeHead(answer.status).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    /** @param {string} given */
    keep(given) {
      secret = given;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
