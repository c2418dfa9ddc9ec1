// A proxy in front of a real server that plants one fault. For the tests of the kit.

import { createServer } from "node:http";

/**
 * A request on its way to the server.
 * @typedef {object} Asked
 * @property {string} method
 * @property {URL} url
 * @property {Record<string, string>} headers
 * @property {string} body
 * @property {string} text What the request is about: its address and its body, decoded.
 */

/**
 * An answer on its way back.
 * @typedef {object} Given
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string} body
 */

/**
 * A fault: what it does to requests, to answers, and to webhooks.
 * @typedef {object} Fault
 * @property {string} name
 * @property {string[]} among The checks to run: groups or ids.
 * @property {string[]} finds The checks that must fail, and no others among them.
 * @property {(asked: Asked, known: Known) => void} [request]
 * @property {(given: Given, asked: Asked, known: Known) => void} [answer]
 * @property {(message: { id: string, at: number, secret: string }, known: Known) => void} [webhook]
 */

/** What the proxy knows, by the answers that went through it and through the control. @typedef {Record<string, any>} Known */

const HOP =
  /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|host|accept-encoding)$/;
const BINARY = /^(image|video|audio|font)\/|zip|pdf|octet-stream/;

/**
 * Start it. Addresses of the server in what it answers become those of the proxy, and back.
 * @param {string} upstream @param {Fault} fault @param {Known} known
 */
export async function startProxy(upstream, fault, known) {
  let own = "";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    const asked = toUpstream(
      { method: request.method ?? "GET", address: request.url ?? "/", headers: plain(request.headers), body },
      upstream,
      own,
    );
    fault.request?.(asked, known);
    try {
      const given = await pass(asked, upstream, own);
      fault.answer?.(given, asked, known);
      const length = Buffer.byteLength(given.body, given.encoding);
      const sized =
        asked.method === "HEAD" || given.status === 304 ? {} : { "content-length": String(length) };
      response.writeHead(given.status, { ...given.headers, ...sized });
      response.end(asked.method === "HEAD" ? undefined : given.body, given.encoding);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  own = `http://127.0.0.1:${port}`;
  return {
    address: own,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {Record<string, any>} headers @returns {Record<string, string>} */
function plain(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.test(name)));
}

/** @param {{ method: string, address: string, headers: Record<string, string>, body: string }} given @param {string} upstream @param {string} own @returns {Asked} */
function toUpstream({ method, address, headers, body }, upstream, own) {
  const back = (/** @type {string} */ text) =>
    text.replaceAll(own, upstream).replaceAll(encodeURIComponent(own), encodeURIComponent(upstream));
  const url = new URL(back(address), upstream);
  return { method, url, headers, body: back(body), text: `${decoded(url.pathname + url.search)} ${body}` };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** @param {Asked} asked @param {string} upstream @param {string} own */
async function pass({ method, url, headers, body }, upstream, own) {
  const sent = ["GET", "HEAD"].includes(method) ? undefined : body;
  const response = await fetch(url, { method, headers, body: sent, redirect: "manual" });
  const encoding = /** @type {BufferEncoding} */ (
    BINARY.test(response.headers.get("content-type") ?? "") ? "latin1" : "utf8"
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const there = (/** @type {string} */ text) => text.replaceAll(upstream, own);
  const named = Object.fromEntries(
    [...response.headers].filter(([name]) => !HOP.test(name)).map(([name, value]) => [name, there(value)]),
  );
  const text = bytes.toString(encoding);
  return {
    status: response.status,
    headers: named,
    body: encoding === "utf8" ? there(text) : text,
    encoding,
  };
}
