// What is not public: drafts with their previews, and items under embargo.

import { LISTS } from "../found.js";

/** @typedef {import("../trial.js").Trial} Trial */
/** @typedef {import("../http.js").Answer} Answer */

const PREVIEWS = {
  rule: "The contract, README “Preview”",
  link: "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5",
};
const EMBARGO = {
  rule: "The contract, README: what is not public is answered like what does not exist",
  link: "https://owasp.org/Top10/A01_2021-Broken_Access_Control/",
};
const OF_THE_MOMENT = /^(date|ratelimit|age|x-request-id|connection|keep-alive|server-timing|etag)$/; // an ETag is the question’s
const TYPES = {
  RELEASE: "release",
  ASSET: "asset",
  PRESS_KIT: "pressKit",
  DISCUSSION: "discussion",
  NEWSROOM: "newsroom",
};

/** @type {import("../checking.js").Check[]} */
export const notPublic = [
  {
    id: "preview.shows",
    asserts: "A preview token opens its draft, the same in both APIs.",
    ...PREVIEWS,
    needs: "`preview`",
    run: shows,
  },
  {
    id: "preview.not-stored",
    asserts: "Previews are `no-store`, over REST and GraphQL, by GET and POST.",
    ...PREVIEWS,
    needs: "`preview`",
    run: previewNotStored,
  },
  {
    id: "preview.not-public",
    asserts: "What a preview shows is nowhere in public.",
    ...PREVIEWS,
    needs: "`preview`",
    run: draftNotPublic,
  },
  {
    id: "preview.wrong",
    asserts: "A token that is malformed, cut off or changed is INVALID_TOKEN, and not stored.",
    ...PREVIEWS,
    run: wrongTokens,
  },
  {
    id: "preview.expired",
    asserts: "A token whose time is over is INVALID_TOKEN, and not stored.",
    ...PREVIEWS,
    needs: "`expired-preview`",
    run: expired,
  },
  {
    id: "embargo.rest",
    asserts: "REST answers for an item under embargo exactly as for one that does not exist.",
    ...EMBARGO,
    needs: "`embargo`",
    run: hiddenInRest,
  },
  {
    id: "embargo.graphql",
    asserts: "GraphQL does: by slug, path, id and `node`.",
    ...EMBARGO,
    needs: "`embargo`",
    run: hiddenInGraphql,
  },
  {
    id: "embargo.search",
    asserts: "Search does not find it, and counts nothing of it.",
    ...EMBARGO,
    needs: "`embargo`",
    run: hiddenInSearch,
  },
  {
    id: "embargo.lists",
    asserts: "It is in no list, no count and no change.",
    ...EMBARGO,
    needs: "`embargo`",
    run: hiddenInLists,
  },
  {
    id: "embargo.feeds",
    asserts: "It is in no feed and no sitemap.",
    ...EMBARGO,
    needs: "`embargo`",
    run: hiddenInFeeds,
  },
];

/** The root field of GraphQL for the draft of a preview. @param {any} preview */
const rootOf = (preview) => TYPES[/** @type {keyof typeof TYPES} */ (preview.type ?? "RELEASE")];

/** @param {any} preview */
function previewQuery(preview) {
  const text = preview.type === "NEWSROOM" ? "name" : "title";
  return `query ($token: String!) { ${rootOf(preview)}(previewToken: $token) { id slug ${text} } }`;
}

/** @param {Trial} trial */
async function shows(trial) {
  const preview = await trial.state.need("preview");
  const rest = trial.answered(
    await trial.server.api(`/preview?token=${encodeURIComponent(preview.token)}`),
    200,
  ).json;
  const data = await trial.data(previewQuery(preview), { token: preview.token });
  const graphql = data[rootOf(preview)];
  trial.same(rest.title ?? rest.name, preview.title, "the title, over REST");
  trial.same(graphql.title ?? graphql.name, preview.title, "the title, over GraphQL");
  trial.same([graphql.id, graphql.slug], [rest.id, rest.slug], "id and slug in both APIs");
  for (const text of preview.texts ?? []) {
    const seen = JSON.stringify(rest);
    trial.that(seen.includes(JSON.stringify(text).slice(1, -1)), {
      expected: text,
      seen,
      where: "the draft, over REST",
    });
  }
}

/** @param {Trial} trial */
async function previewNotStored(trial) {
  const preview = await trial.state.need("preview");
  const { token } = preview;
  trial.notStored(trial.answered(await trial.server.api(`/preview?token=${encodeURIComponent(token)}`), 200));
  trial.notStored(await trial.server.get({ query: previewQuery(preview), variables: { token } }));
  trial.notStored(await trial.server.query(previewQuery(preview), { token }));
}

/** @param {Trial} trial */
async function draftNotPublic(trial) {
  const preview = await trial.state.need("preview");
  if (preview.id) {
    const answer = await trial.server.api(`/releases/${preview.id}`);
    trial.that(!answer.text.includes(preview.title), {
      expected: "nothing of the draft",
      seen: answer.text,
      where: answer.asked,
    });
  }
  await isNowhere(trial, [preview.title], await everyList(trial));
}

/** @param {Trial} trial @param {string} token */
async function tokenRefused(trial, token) {
  const answer = await trial.server.api(`/preview?token=${encodeURIComponent(token)}`);
  trial.problem(answer, 403, "INVALID_TOKEN");
  trial.notStored(answer);
  const query = "query ($token: String!) { release(previewToken: $token) { id } }";
  for (const each of [
    await trial.server.get({ query, variables: { token } }),
    await trial.server.query(query, { token }),
  ]) {
    trial.refused(each, "release(previewToken: …)", "INVALID_TOKEN");
    trial.notStored(each);
  }
}

/** @param {Trial} trial */
async function wrongTokens(trial) {
  const tokens = ["garbage", "id=1:1abcde:abcdefghijklmnopqrstuvwxyz"];
  const { token } =
    trial.state.facts.preview || trial.state.canAct ? await trial.state.need("preview") : { token: "" };
  if (token) tokens.push(token.slice(0, -3), changed(token), `x${token}`);
  for (const each of tokens) await tokenRefused(trial, each);
}

/** A token with a character of its middle changed. @param {string} token */
function changed(token) {
  const middle = Math.floor(token.length / 2);
  return token.slice(0, middle) + (token[middle] === "a" ? "b" : "a") + token.slice(middle + 1);
}

/** @param {Trial} trial */
async function expired(trial) {
  const { token } = await trial.state.need("expired-preview");
  await tokenRefused(trial, token);
}

/** An answer without what any two answers differ in, and without the words of the question. @param {Answer} answer @param {string[]} asked */
function essence(answer, asked) {
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OF_THE_MOMENT.test(name)));
  let text = JSON.stringify({ status: answer.status, body: answer.text, ...headers }).replace(
    /nonce-[^'"]+/g,
    "",
  );
  for (const word of asked) text = text.replaceAll(word, "?").replaceAll(encodeURIComponent(word), "?");
  return JSON.parse(text);
}

/** Words of the same form that nothing has, so that they may be compared. @param {Trial} trial @param {string} word */
function another(trial, word) {
  const letters = trial
    .nobody()
    .replace(/[^a-f]/g, "")
    .repeat(word.length);
  return word.replace(/[a-z0-9]/gi, (_, place) => letters[place % letters.length] ?? "a");
}

/** Whether the server answers two questions alike. @param {Trial} trial @param {(word: string) => Promise<Answer>} ask @param {string} secret @param {string} nobody @param {string} where */
async function alike(trial, ask, secret, nobody, where) {
  const [seen, expected] = [await ask(secret), await ask(nobody)];
  const [told, same] = [essence(seen, [secret]), essence(expected, [nobody])];
  for (const part of new Set([...Object.keys(told), ...Object.keys(same)]))
    trial.same(told[part], same[part], `${where}, ${part}`);
}

/** @param {Trial} trial */
async function hiddenInRest(trial) {
  const { slug, newsroom, id } = await trial.state.need("embargo");
  const none = another(trial, slug);
  for (const path of [
    `/items?path=/${newsroom}/`,
    "/releases?slug=",
    "/releases?tag=",
    "/assets?slug=",
    "/releases?search=",
  ]) {
    await alike(trial, (word) => trial.server.api(path + word), slug, none, `${path}<slug>`);
  }
  if (!id) return;
  for (const path of ["", "/editions", "/kit.zip", "/release.txt"]) {
    await alike(
      trial,
      (word) => trial.server.api(`/releases/${word}${path}`),
      id,
      trial.nobody(),
      `/releases/<id>${path}`,
    );
  }
}

/** @param {Trial} trial */
async function hiddenInGraphql(trial) {
  const { slug, newsroom, id } = await trial.state.need("embargo");
  const none = another(trial, slug);
  const bySlug =
    "query ($newsroom: String!, $word: String!) { release(newsroom: $newsroom, slug: $word) { id title } }";
  await alike(
    trial,
    (word) => trial.server.query(bySlug, { newsroom, word }),
    slug,
    none,
    "release(newsroom, slug)",
  );
  const byPath = "query ($path: String!) { item(path: $path) { path movedTo item { id } } }";
  await alike(
    trial,
    (word) => trial.server.query(byPath, { path: `/${newsroom}/${word}` }),
    slug,
    none,
    "item(path)",
  );
  const byFilter = "query ($word: String!) { releases(filter: { slug: $word }) { totalCount nodes { id } } }";
  await alike(
    trial,
    (word) => trial.server.query(byFilter, { word }),
    slug,
    none,
    "releases(filter: {slug})",
  );
  if (!id) return;
  for (const field of ["release", "node", "thread"]) {
    const byId = `query ($word: ID!) { ${field}(${field === "thread" ? "item" : "id"}: $word) { id } }`;
    await alike(trial, (word) => trial.server.query(byId, { word }), id, trial.nobody(), `${field}(id)`);
  }
}

/** @param {Trial} trial */
async function hiddenInSearch(trial) {
  const { title, word } = await trial.state.need("embargo");
  for (const search of [`"${title}"`, ...(word ? [word, `${word.slice(0, -1)}*`] : [])]) {
    const answer = trial.answered(
      await trial.server.api(`/releases?search=${encodeURIComponent(search)}`),
      200,
    );
    trial.same(answer.json.results.length, 0, answer.asked);
    const query = "query ($search: String!) { releases(search: $search) { totalCount nodes { id } } }";
    trial.same(
      (await trial.data(query, { search })).releases,
      { totalCount: 0, nodes: [] },
      `releases(search: ${search})`,
    );
  }
}

/** @param {Trial} trial */
async function hiddenInLists(trial) {
  const secret = await trial.state.need("embargo");
  await isNowhere(trial, secrets(secret), await everyList(trial));
}

/** @param {Trial} trial */
async function hiddenInFeeds(trial) {
  const secret = await trial.state.need("embargo");
  await isNowhere(trial, secrets(secret), await everyFeed(trial, secret.newsroom));
}

/** @param {any} secret @returns {string[]} */
const secrets = ({ title, slug, id, word }) => [title, slug, id, word].filter(Boolean);

/** Addresses of all that is listed. @param {Trial} trial */
async function everyList(trial) {
  const { rest, graphql } = trial.server;
  const lists = LISTS.map((list) => `${rest}/${list.rest}?page_size=100`);
  const orders = ["NEWEST", "OLDEST", "UPDATED"].map((order) => `${rest}/releases?order_by=${order}`);
  const query = `{ releases(first: 100, orderBy: UPDATED) { totalCount nodes { id slug title } } topics(first: 100) { nodes { name } } }`;
  const changes = [];
  for (let next = `${rest}/changes?page_size=100`; next && changes.length < 30;) {
    changes.push(next);
    const { json } = trial.answered(await trial.server.ask(next), 200);
    next = json.has_more ? json.next : "";
  }
  return [rest, ...lists, ...orders, ...changes, `${graphql}?${new URLSearchParams({ query })}`];
}

/** Addresses of feeds and sitemaps, those that there are. @param {Trial} trial @param {string} newsroom */
async function everyFeed(trial, newsroom) {
  const feeds = ["rss.xml", "atom.xml", "feed.json"].map((name) => `/feeds/${newsroom}/${name}`);
  const sitemaps = ["/sitemap.xml", "/news-sitemap.xml", "/.well-known/official-statements.json"];
  const index = await trial.server.ask("/sitemap.xml");
  const named = [...index.text.matchAll(/<loc>([^<]+\.xml[^<]*)<\/loc>/g)].map((each) =>
    each[1].replaceAll("&amp;", "&"),
  );
  return [...feeds, ...sitemaps, ...named.filter((each) => each.startsWith(trial.server.address))];
}

/** Whether none of the words is in any of the answers. @param {Trial} trial @param {string[]} words @param {string[]} addresses */
async function isNowhere(trial, words, addresses) {
  for (const address of addresses) {
    const answer = await trial.server.ask(address);
    for (const word of words) {
      const quoted = JSON.stringify(word).slice(1, -1);
      const found = answer.text.includes(word) || answer.text.includes(quoted);
      trial.that(!found, {
        expected: `nothing of “${word}”`,
        seen: around(answer.text, word),
        where: answer.asked,
      });
    }
  }
}

/** @param {string} text @param {string} word */
function around(text, word) {
  const place = Math.max(0, text.indexOf(word) - 60);
  return text.slice(place, place + word.length + 120);
}
