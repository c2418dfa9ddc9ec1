// Faults in what depends on the server's state: previews, embargo, withdrawals, changes, comments, webhooks.

import { edit, isGraphql, isItem, isList } from "./editing.js";

/** @typedef {import("./proxy.js").Fault} Fault */

/** @type {Fault[]} */
export const notPublic = [
  {
    name: "previews are kept by caches",
    among: ["preview"],
    finds: ["preview.not-stored"],
    answer: (given, asked) =>
      void (
        given.status === 200 &&
        /preview\?token|"previewToken|previewToken:/.test(asked.text) &&
        !/INVALID_TOKEN/.test(given.body) &&
        (given.headers["cache-control"] = "public, max-age=60")
      ),
  },
  {
    name: "an expired preview still opens",
    among: ["preview"],
    finds: ["preview.expired"],
    request: (asked, known) => {
      if (!known["expired-preview"] || !known.preview) return;
      const [old, good] = [known["expired-preview"].token, known.preview.token];
      asked.url.href = asked.url.href.replaceAll(encodeURIComponent(old), encodeURIComponent(good));
      asked.body = asked.body.replaceAll(old, good);
    },
  },
  {
    name: "a draft is in a list",
    among: ["preview"],
    finds: ["preview.not-public"],
    answer: (given, asked, known) =>
      isList(asked, "releases") &&
      known.preview &&
      edit(given, (told) => void told.results?.push({ title: known.preview.title })),
  },
  {
    name: "search finds what is under embargo",
    among: ["embargo.rest", "embargo.search"],
    finds: ["embargo.search"],
    answer: (given, asked, known) =>
      isList(asked, "releases") &&
      asked.text.includes(known.embargo?.title) &&
      asked.url.searchParams.has("search") &&
      edit(given, (told) => void told.results.push({ title: known.embargo.title })),
  },
  {
    name: "an item under embargo is a 403",
    among: ["embargo.rest", "embargo.graphql"],
    finds: ["embargo.rest"],
    answer: (given, asked, known) =>
      void (isItem(asked, "releases") && asked.text.includes(known.embargo?.id) && (given.status = 403)),
  },
  {
    name: "node says that an item under embargo is not public yet",
    among: ["embargo.rest", "embargo.graphql"],
    finds: ["embargo.graphql"],
    answer: (given, asked, known) =>
      isGraphql(asked) &&
      /node\(/.test(asked.text) &&
      asked.text.includes(known.embargo?.id) &&
      edit(given, (told) => void (told.errors[0].message = "Not public yet.")),
  },
  {
    name: "a feed shows what is under embargo",
    among: ["embargo.search", "embargo.feeds"],
    finds: ["embargo.feeds"],
    answer: (given, asked, known) =>
      void (asked.url.pathname.endsWith("/rss.xml") && (given.body += `<!-- ${known.embargo?.title} -->`)),
  },
];

/** @type {Fault[]} */
export const history = [
  {
    name: "what was withdrawn is a 404",
    among: ["withdrawal"],
    finds: ["withdrawal.gone"],
    answer: (given) => void (given.status === 410 && (given.status = 404)),
  },
  {
    name: "the reason of a withdrawal is not told",
    among: ["withdrawal"],
    finds: ["withdrawal.gone"],
    answer: (given) => void (given.status === 410 && edit(given, (told) => void (told.reason = ""))),
  },
  {
    name: "what was withdrawn is still in a list",
    among: ["withdrawal"],
    finds: ["withdrawal.lists"],
    answer: (given, asked, known) =>
      isList(asked, "releases") &&
      known.withdraw &&
      edit(given, (told) => void told.results.push({ id: known.withdraw.id })),
  },
  {
    name: "a correction is not shown",
    among: ["corrections"],
    finds: ["corrections.shown"],
    answer: (given, asked) =>
      isItem(asked, "releases") && edit(given, (told) => void (told.corrections &&= [])),
  },
  {
    name: "changes leave out an item",
    among: ["changes"],
    finds: ["changes.snapshot"],
    answer: (given, asked) =>
      isList(asked, "changes") &&
      edit(
        given,
        (told) =>
          void (
            told.snapshot &&
            (told.results = told.results.filter((/** @type {any} */ each) => each.type !== "TOPIC"))
          ),
      ),
  },
  {
    name: "the list of changes ends",
    among: ["changes"],
    finds: ["changes.never-ends", "changes.follow"],
    answer: (given, asked) =>
      isList(asked, "changes") && edit(given, (told) => void (told.has_more === false && (told.next = null))),
  },
  {
    name: "a tombstone still has the document",
    among: ["changes"],
    finds: ["changes.follow"],
    answer: (given, asked) =>
      isList(asked, "changes") &&
      edit(given, (told) => {
        for (const each of told.results ?? [])
          if (each.action === "WITHDRAWN") each.document = { id: each.item, version: each.version };
      }),
  },
];

/** @type {Fault[]} */
export const comments = [
  {
    name: "any edit token will do",
    among: ["comments.wrong-token", "comments.edit", "comments.privacy"],
    finds: ["comments.wrong-token"],
    request(asked, known) {
      const id = asked.url.pathname.split("/")[4];
      if (asked.headers["edit-token"] && known.tokens?.[id]) asked.headers["edit-token"] = known.tokens[id];
    },
    answer: (given, _asked, known) =>
      edit(given, (told) => void (told.edit_token && ((known.tokens ??= {})[told.id] = told.edit_token))),
  },
  {
    name: "the idempotency key counts for nothing",
    among: ["comments.idempotency", "comments.idempotency-reused", "comments.post"],
    finds: ["comments.idempotency-reused"],
    request: (asked) => void delete asked.headers["idempotency-key"],
  },
  {
    name: "a replay does not say that it is one",
    among: ["comments.idempotency", "comments.idempotency-reused", "comments.post"],
    finds: ["comments.idempotency"],
    answer: (given) => void delete given.headers["idempotent-replayed"],
  },
  {
    name: "an e-mail address is shown",
    among: ["comments.privacy", "comments.post"],
    finds: ["comments.privacy"],
    request: (asked, known) => void (known.email = /"email":"([^"]+)"/.exec(asked.body)?.[1] ?? known.email),
    answer: (given, asked, known) =>
      void (/\/comments\/[^/]+\/context$/.test(asked.url.pathname) && (given.body += ` ${known.email}`)),
  },
  {
    name: "scripts are not taken out of comments",
    among: ["comments.markup", "comments.post"],
    finds: ["comments.markup"],
    answer: (given) =>
      edit(
        given,
        (told) => void (/markup/.test(told.body ?? "") && (told.body += "<script>alert(1)</script>")),
      ),
  },
  {
    name: "what was taken back comes with its text",
    among: ["comments.withdraw", "comments.privacy"],
    finds: ["comments.withdraw"],
    answer: (given, asked) =>
      isList(asked, "comments/changes") &&
      edit(given, (told) => {
        for (const { comment } of told.results)
          if (comment.state === "WITHDRAWN") comment.body = "It was a mistake.";
      }),
  },
  {
    name: "an edit is not shown",
    among: ["comments.edit", "comments.post"],
    finds: ["comments.edit"],
    answer: (given) => edit(given, (told) => void (told.edited_at && (told.edited_at = null))),
  },
];

/** @type {Fault[]} */
export const webhooks = [
  {
    name: "webhooks are signed with another secret",
    among: ["webhooks"],
    finds: ["webhooks.verify", "webhooks.retry"],
    webhook: (message) => void (message.secret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
  },
  {
    name: "all webhooks have the same id",
    among: ["webhooks.verify", "webhooks.ids", "webhooks.fresh", "webhooks.content"],
    finds: ["webhooks.ids"],
    webhook: (message) => void (message.id = "msg_1"),
  },
  {
    name: "webhooks have the time of long ago",
    among: ["webhooks.verify", "webhooks.ids", "webhooks.fresh", "webhooks.content"],
    finds: ["webhooks.fresh"],
    webhook: (message) => void (message.at -= 3600),
  },
  {
    name: "an attempt has another id than the one before",
    among: ["webhooks"],
    finds: ["webhooks.retry"],
    webhook: (message, known) => void (message.id += `-${(known.count = (known.count ?? 0) + 1)}`),
  },
];
