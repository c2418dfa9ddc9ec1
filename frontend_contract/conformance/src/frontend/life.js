// What happens to items: drafts are previewed, texts corrected, releases withdrawn; and the frontend hears of it.

import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { Skip } from "../checking.js";
import { Server } from "../http.js";
import { plain } from "./bench.js";
import { reads, textsOf } from "./pages.js";

/** @typedef {import("./bench.js").FrontendTrial} Trial */

const GONE = {
  rule: "RFC 9110, section 15.5.11",
  link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11",
};
const PREVIEW = {
  rule: "The contract, README “Preview”",
  link: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5",
};
const STANDARD = { rule: "Standard Webhooks", link: "https://www.standardwebhooks.com/" };
const TOO_OLD_SECONDS = 600;

/** @type {import("../checking.js").Check[]} */
export const life = [
  {
    id: "withdrawn.gone",
    asserts: "The page of a withdrawn item is a 410.",
    ...GONE,
    needs: "`withdrawn`",
    run: gone,
  },
  {
    id: "withdrawn.text",
    asserts: "It says why, and nothing of what was withdrawn.",
    ...GONE,
    needs: "`withdrawn`",
    run: goneText,
  },
  {
    id: "withdrawn.not-listed",
    asserts: "No page leads to it.",
    ...GONE,
    needs: "`withdrawn` with `title`",
    run: notListed,
  },
  {
    id: "missing.not-found",
    asserts: "An address that nothing has is a 404, and a page for people.",
    rule: "RFC 9110, section 15.5.5",
    link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
    run: missing,
  },
  {
    id: "correction.shown",
    asserts: "The page of a corrected item shows the note of every correction.",
    rule: "The contract: `corrections`",
    link: "https://ethicaljournalismnetwork.org/",
    needs: "`corrected`",
    run: corrected,
  },
  {
    id: "preview.shows",
    asserts: "The preview shows the draft: all that the API’s draft says can be read.",
    ...PREVIEW,
    needs: "`preview`",
    run: previewShows,
  },
  {
    id: "preview.not-stored",
    asserts: "The preview is `no-store` or `private`, and not indexed.",
    ...PREVIEW,
    needs: "`preview`",
    run: previewNotStored,
  },
  {
    id: "preview.not-public",
    asserts: "No public page shows the draft, and its own address is not answered.",
    ...PREVIEW,
    needs: "`preview`",
    run: previewNotPublic,
  },
  {
    id: "preview.wrong",
    asserts: "A wrong or expired token gets a page for people that is no 5xx and shows no draft.",
    ...PREVIEW,
    needs: "`preview` or `expired-preview`",
    run: previewWrong,
  },
  {
    id: "webhook.receives",
    asserts: "The webhook takes what is signed, and refuses what is changed, old, foreign or unsigned.",
    ...STANDARD,
    needs: "`webhook` with `url` and `secret`",
    run: webhook,
  },
];

/** @param {Trial} trial */
async function gone(trial) {
  const { url } = trial.need("withdrawn");
  trial.same((await trial.bench.see(url)).status, 410, url);
}

/** @param {Trial} trial */
async function goneText(trial) {
  const { url, reason, title, texts = [] } = trial.need("withdrawn");
  const { text } = await trial.bench.see(url);
  if (reason) reads(trial, text, [reason], `${url}, the reason`);
  trial.that(text.length > 10, { expected: "words for people", seen: text || "nothing", where: url });
  for (const old of [title, ...texts].filter(Boolean)) {
    trial.that(!text.includes(plain(old)), {
      expected: "nothing of it",
      seen: old,
      where: `${url}, the text`,
    });
  }
}

/** @param {Trial} trial */
async function notListed(trial) {
  const { title } = trial.need("withdrawn");
  if (!title) throw new Skip("needs `title` of `withdrawn` in the configuration");
  for (const { url } of trial.pages) {
    const { text } = await trial.bench.see(url);
    trial.that(!text.includes(plain(title)), { expected: "not there", seen: title, where: url });
  }
}

/** @param {Trial} trial */
async function missing(trial) {
  const known = trial.config.missing ?? `${trial.pages[0].url.replace(/\/+$/, "")}/${randomUUID()}`;
  const { status, text } = await trial.bench.see(known);
  trial.same(status, 404, known);
  trial.that(text.length > 10, { expected: "words for people", seen: text || "nothing", where: known });
}

/** @param {Trial} trial */
async function corrected(trial) {
  const { url, note } = trial.need("corrected");
  const target = trial.pages.find((each) => each.name === "corrected");
  const item = target && (await trial.bench.item(target));
  const notes = item ? item.corrections.map((/** @type {any} */ each) => each.note) : [note];
  if (notes.filter(Boolean).length === 0)
    throw new Skip("the item of `corrected` has no correction; give its id or a note");
  reads(trial, (await trial.bench.see(url)).text, notes, `${url}, the corrections`);
}

/** @param {Trial} trial */
async function previewShows(trial) {
  const { url, token, title, texts = [] } = trial.need("preview");
  const { status, text } = await trial.bench.see(url);
  trial.same(status, 200, url);
  const answer = token && (await trial.bench.server.api(`/preview?token=${encodeURIComponent(token)}`));
  const said = answer?.status === 200 ? textsOf(answer.json) : [];
  reads(trial, text, [...new Set([title, ...texts, ...said].filter(Boolean))], `${url}, the draft`);
}

/** @param {Trial} trial */
async function previewNotStored(trial) {
  const { url } = trial.need("preview");
  const { headers, head } = await trial.bench.see(url);
  const seen = headers["cache-control"] ?? "none";
  trial.that(/no-store|private/.test(seen), {
    expected: "no-store or private",
    seen,
    where: `${url}, Cache-Control`,
  });
  const robots = [
    headers["x-robots-tag"],
    ...head.meta
      .filter((/** @type {any} */ each) => each[0] === "robots")
      .map((/** @type {any} */ each) => each[1]),
  ].join();
  trial.that(/noindex|none/.test(robots), {
    expected: "noindex",
    seen: robots || "none",
    where: `${url}, robots`,
  });
}

/** @param {Trial} trial */
async function previewNotPublic(trial) {
  const { title, publicUrl } = trial.need("preview");
  if (!title) throw new Skip("needs `title` of `preview` in the configuration");
  for (const { url } of trial.pages) {
    trial.that(!(await trial.bench.see(url)).text.includes(plain(title)), {
      expected: "nothing of the draft",
      seen: title,
      where: url,
    });
  }
  if (publicUrl) trial.same((await trial.bench.see(publicUrl)).status, 404, publicUrl);
}

/** @param {Trial} trial */
async function previewWrong(trial) {
  const { url, token, title } = trial.config.preview ?? {};
  const urls = [
    trial.config["expired-preview"]?.url,
    token && url.replaceAll(encodeURIComponent(token), "garbage").replaceAll(token, "garbage"),
  ].filter(Boolean);
  if (urls.length === 0)
    throw new Skip("needs `preview` with `token`, or `expired-preview`, in the configuration");
  for (const wrong of urls) {
    const { status, text } = await trial.bench.see(wrong);
    trial.that(status < 500, { expected: "no 5xx", seen: status, where: wrong });
    trial.that(text.length > 10, { expected: "words for people", seen: text || "nothing", where: wrong });
    if (title)
      trial.that(!text.includes(plain(title)), {
        expected: "nothing of the draft",
        seen: title,
        where: wrong,
      });
  }
}

/** @param {Trial} trial */
async function webhook(trial) {
  const { url, secret } = trial.need("webhook");
  if (!secret) throw new Skip("needs `secret` of `webhook` in the configuration");
  const server = new Server(new URL(url).origin);
  const now = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({ type: "test", timestamp: new Date(now * 1000).toISOString(), data: {} });
  const other = `whsec_${Buffer.from(randomUUID()).toString("base64")}`;
  const post = (
    /** @type {{ key?: string | null, at?: number, sent?: string }} */ {
      key = secret,
      at = now,
      sent = body,
    },
  ) => {
    const id = `msg_${randomUUID()}`;
    const signature = key
      ? { "webhook-signature": new Webhook(key).sign(id, new Date(at * 1000), body) }
      : {};
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(at),
      .../** @type {any} */ (signature),
    };
    return server.ask(url, { method: "POST", body: sent, headers });
  };
  const good = await post({});
  trial.that(good.status >= 200 && good.status < 300, {
    expected: "2xx",
    seen: good.status,
    where: "a message that is signed",
  });
  const bad = {
    changed: { sent: body.replace("test", "evil") },
    old: { at: now - TOO_OLD_SECONDS },
    foreign: { key: other },
    unsigned: { key: null },
  };
  for (const [what, how] of Object.entries(bad)) {
    const { status } = await post(how);
    trial.that(status >= 400 && status < 500, {
      expected: "4xx",
      seen: status,
      where: `a message that is ${what}`,
    });
  }
}
