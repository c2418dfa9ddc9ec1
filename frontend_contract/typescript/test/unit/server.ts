// A server on a free port of this machine that answers as the test says, and keeps what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server was asked. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Answers a request; `asked` holds it and those before. */
export type Answerer = (response: ServerResponse, asked: Asked[]) => void;

/** A server for one test: its address, what it was asked, and how to end it. */
export async function serve(answer: Answerer) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push({ method: request.method ?? "", url, headers: request.headers, body });
    answer(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, asked, close, [Symbol.asyncDispose]: close };
}

/** An answer in JSON. */
export function json(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(content));
}
