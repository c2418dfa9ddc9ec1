// What happened in public: corrections, withdrawals, and the list of changes that a partner follows.

import { Skip } from "../checking.js";
import { LISTS } from "../found.js";

/** @typedef {import("../trial.js").Trial} Trial */

const GONE = {
  rule: "RFC 9110, section 15.5.11; the contract, README “Errors”",
  link: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11",
};
const CORRECTED = {
  rule: "The contract, schema.graphql: `corrections`",
  link: "https://iptc.org/std/ninjs/",
};
const CHANGES = { rule: "The contract, README “Partners”", link: "https://www.rfc-editor.org/rfc/rfc9457" };
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** @type {import("../checking.js").Check[]} */
export const history = [
  {
    id: "corrections.shown",
    asserts: "A corrected item has the correction with its note, version and time, the same in both APIs.",
    ...CORRECTED,
    run: corrections,
  },
  {
    id: "corrections.editions",
    asserts: "Its history has the correction, with the same note.",
    ...CORRECTED,
    run: correctedEditions,
  },
  {
    id: "withdrawal.gone",
    asserts:
      "A withdrawn item is a 410 GONE with `reason` and `withdrawn_at`, by its id and by its path; not stored.",
    ...GONE,
    needs: "`withdrawn`",
    run: gone,
  },
  {
    id: "withdrawal.graphql",
    asserts: "GraphQL says GONE, with the reason, by id, slug and path.",
    ...GONE,
    needs: "`withdrawn`",
    run: goneInGraphql,
  },
  {
    id: "withdrawal.lists",
    asserts: "It is in no list, in no search, and in no sitemap.",
    ...GONE,
    needs: "`withdrawn`",
    run: goneFromLists,
  },
  {
    id: "withdrawal.editions",
    asserts: "Its history ends with the withdrawal.",
    ...GONE,
    needs: "`withdrawn`",
    run: withdrawnEditions,
  },
  {
    id: "changes.snapshot",
    asserts: "Following `/changes` from the start gives every public item, once and as it is now.",
    ...CHANGES,
    run: snapshot,
  },
  {
    id: "changes.pages",
    asserts: "Pages of 7 give what pages of 100 give; `seq` grows.",
    ...CHANGES,
    run: pages,
  },
  {
    id: "changes.never-ends",
    asserts: "The last page has a `next` as well; asked again, nothing is new.",
    ...CHANGES,
    run: neverEnds,
  },
  {
    id: "changes.garbage-cursor",
    asserts: "A cursor that was not given is a 400 INVALID_CURSOR.",
    ...CHANGES,
    run: garbage,
  },
  {
    id: "changes.follow",
    asserts:
      "What is published, corrected and withdrawn comes in that order; then no answer shows the document any more.",
    ...CHANGES,
    needs: "--control: `publish`, `correct`, `withdraw`",
    run: follow,
  },
];

/** An item that was corrected: known, made, or found in a list. @param {Trial} trial @returns {Promise<any>} */
async function corrected(trial) {
  if (trial.state.facts.corrected || trial.state.canAct) return trial.state.need("corrected");
  const found = (await trial.found.list("releases")).find((each) => each.corrections.length > 0);
  if (!found) throw new Skip("no release has a correction; needs `corrected` in --state, or --control");
  return { id: found.id, note: found.corrections.at(-1).note };
}

/** @param {Trial} trial */
async function corrections(trial) {
  const { id, note } = await corrected(trial);
  const item = trial.answered(await trial.server.api(`/releases/${id}`), 200).json;
  const shown = item.corrections.find((/** @type {any} */ each) => each.note === note);
  const where = `/releases/${id}, corrections`;
  if (!trial.that(shown, { expected: note, seen: item.corrections, where })) return;
  trial.that(MOMENT.test(shown.at), { expected: "a time in UTC", seen: shown.at, where });
  trial.that(shown.version > 1 && shown.version <= item.version, {
    expected: `a version up to ${item.version}`,
    seen: shown.version,
    where,
  });
  const { release } = await trial.data(
    "query ($id: ID!) { release(id: $id) { version corrections { version note at } } }",
    { id },
  );
  trial.same(release, { version: item.version, corrections: item.corrections }, "corrections, in both APIs");
}

/** @param {Trial} trial */
async function correctedEditions(trial) {
  const { id, note } = await corrected(trial);
  const editions = trial.answered(await trial.server.api(`/releases/${id}/editions?page_size=100`), 200).json
    .results;
  const found = editions.some((/** @type {any} */ each) => each.action === "CORRECTED" && each.note === note);
  trial.that(found, { expected: `CORRECTED: ${note}`, seen: editions, where: `/releases/${id}/editions` });
}

/** @param {Trial} trial */
async function gone(trial) {
  const { id, reason, path } = await trial.state.need("withdrawn");
  for (const address of [`/releases/${id}`, ...(path ? [`/items?path=${encodeURIComponent(path)}`] : [])]) {
    const answer = await trial.server.api(address);
    if (!trial.problem(answer, 410, "GONE")) continue;
    trial.notStored(answer);
    if (reason === undefined)
      trial.same(typeof answer.json.reason, "string", `${answer.asked}, type of reason`);
    else trial.same(answer.json.reason, reason, `${answer.asked}, reason`);
    trial.that(MOMENT.test(answer.json.withdrawn_at), {
      expected: "a time in UTC",
      seen: answer.json.withdrawn_at,
      where: `${answer.asked}, withdrawn_at`,
    });
  }
}

/** @param {Trial} trial */
async function goneInGraphql(trial) {
  const { id, reason, path, newsroom, slug } = await trial.state.need("withdrawn");
  /** @type {[string, Record<string, unknown>][]} */
  const asked = [["query ($id: ID!) { release(id: $id) { id } }", { id }]];
  if (newsroom && slug)
    asked.push([
      "query ($newsroom: String!, $slug: String!) { release(newsroom: $newsroom, slug: $slug) { id } }",
      { newsroom, slug },
    ]);
  if (path) asked.push(["query ($path: String!) { item(path: $path) { path } }", { path }]);
  for (const [query, variables] of asked) {
    const answer = await trial.server.query(query, variables);
    if (!trial.refused(answer, query, "GONE")) continue;
    const { extensions } = answer.json.errors[0];
    trial.that(reason === undefined || extensions.reason === reason, {
      expected: reason,
      seen: extensions,
      where: `${query}, reason`,
    });
  }
}

/** @param {Trial} trial */
async function goneFromLists(trial) {
  const { id, title, path } = await trial.state.need("withdrawn");
  for (const order of ["NEWEST", "OLDEST", "UPDATED"]) {
    const answer = trial.answered(await trial.server.api(`/releases?order_by=${order}&page_size=100`), 200);
    trial.that(!answer.text.includes(id), { expected: "not there", seen: id, where: answer.asked });
  }
  if (title) {
    const answer = trial.answered(
      await trial.server.api(`/releases?search=${encodeURIComponent(`"${title}"`)}`),
      200,
    );
    trial.that(!answer.text.includes(id), { expected: "not found", seen: id, where: answer.asked });
  }
  if (!path) return;
  const index = await trial.server.ask("/sitemap.xml");
  for (const [, address] of index.text.matchAll(/<loc>([^<]+\.xml)<\/loc>/g)) {
    if (!address.startsWith(trial.server.address)) continue;
    const answer = await trial.server.ask(address);
    trial.that(!answer.text.includes(`${path}<`), { expected: "not there", seen: path, where: answer.asked });
  }
}

/** @param {Trial} trial */
async function withdrawnEditions(trial) {
  const { id, reason } = await trial.state.need("withdrawn");
  const answer = trial.answered(await trial.server.api(`/releases/${id}/editions?page_size=100`), 200);
  const last = answer.json.results.at(-1);
  trial.same(last?.action, "WITHDRAWN", `${answer.asked}, the last action`);
  if (reason !== undefined) trial.same(last?.note, reason, `${answer.asked}, its note`);
}

/** All changes, to the end. @param {Trial} trial @param {string} address @returns {Promise<{ changes: any[], next: string, last: any }>} */
async function all(trial, address) {
  const changes = [];
  for (let count = 0; ; count += 1) {
    const { json } = trial.answered(await trial.server.api(address), 200);
    changes.push(...json.results);
    if (!json.has_more || count > 1000) return { changes, next: json.next, last: json };
    address = json.next;
  }
}

/** @param {Trial} trial @param {number} size */
function begin(trial, size) {
  const { newsroom } = trial.options;
  return `/changes?page_size=${size}${newsroom ? `&newsroom=${newsroom}` : ""}`;
}

/** @param {Trial} trial */
async function snapshot(trial) {
  const { changes } = await all(trial, begin(trial, 100));
  const told = new Map();
  for (const { item, document, version } of changes) {
    trial.that(!told.has(item), {
      expected: "each item once",
      seen: item,
      where: "/changes, from the start",
    });
    if (document)
      trial.same([document.id, document.version], [item, version], `/changes, the document of ${item}`);
    told.set(item, document);
  }
  for (const { rest, type } of LISTS) {
    const listed = trial.answered(
      await trial.server.api(`${`/${rest}`}?page_size=100${scope(trial, rest)}`),
      200,
    ).json;
    const kept = [...told.values()].filter((document) => document?.type === type);
    if (!listed.next)
      trial.same(kept.map(idOf).sort(), listed.results.map(idOf).sort(), `/changes and /${rest}`);
    for (const card of listed.results) {
      const document = told.get(card.id);
      if (document)
        trial.same(document.version, card.version, `/changes and /${rest}, version of ${card.id}`);
    }
  }
}

/** @param {any} item @returns {string} */
const idOf = (item) => item.id;

/** @param {Trial} trial @param {string} list */
const scope = (trial, list) =>
  trial.options.newsroom && list !== "newsrooms" ? `&newsroom=${trial.options.newsroom}` : "";

/** @param {Trial} trial */
async function pages(trial) {
  const whole = (await all(trial, begin(trial, 100))).changes.map((each) => each.seq);
  const small = (await all(trial, begin(trial, 7))).changes.map((each) => each.seq);
  trial.same(small, whole, "/changes by 7 and by 100");
  trial.same(
    whole,
    [...new Set(whole)].sort((a, b) => a - b),
    "/changes, seq",
  );
}

/** @param {Trial} trial */
async function neverEnds(trial) {
  const { next } = await all(trial, begin(trial, 100));
  trial.must(typeof next, "string", "/changes, type of next on the last page");
  const again = trial.answered(await trial.server.api(next), 200).json;
  trial.same(
    [again.results, again.has_more, typeof again.next],
    [[], false, "string"],
    "/changes, asked again at the end",
  );
}

/** @param {Trial} trial */
async function garbage(trial) {
  for (const cursor of ["garbage", "W10", "1"]) {
    trial.problem(await trial.server.api(`/changes?after=${cursor}`), 400, "INVALID_CURSOR");
  }
}

/** @param {Trial} trial */
async function follow(trial) {
  const start = (await all(trial, begin(trial, 100))).next;
  const { id } = await trial.state.act("publish", { title: "Conformance: to be followed" });
  const note = "Conformance: the place was wrong.";
  const reason = "Conformance: no longer true.";
  const tag = async () => (await trial.server.api(`/releases/${id}`)).header("etag");
  const first = await tag();
  const issued = await mine(trial, start, id);
  trial.same(issued.actions, ["ISSUED"], "after publishing");
  trial.same(issued.last?.document?.id, id, "after publishing, the document");
  await trial.state.act("correct", { id, note });
  trial.that((await tag()) !== first, {
    expected: "another ETag",
    seen: first,
    where: `/releases/${id}, after the correction`,
  });
  const corrected = await mine(trial, issued.next, id);
  trial.same([corrected.actions, corrected.last?.note], [["CORRECTED"], note], "after the correction");
  await trial.state.act("withdraw", { id, reason });
  const withdrawn = await mine(trial, corrected.next, id);
  trial.same(
    [withdrawn.actions, withdrawn.last?.note, withdrawn.last?.document],
    [["WITHDRAWN"], reason, null],
    "after the withdrawal",
  );
  const replayed = (await all(trial, start)).changes.filter((each) => each.item === id);
  trial.same(
    replayed.map((each) => each.document),
    replayed.map(() => null),
    "earlier changes of the withdrawn item, documents",
  );
}

/** The changes of one item. @param {Trial} trial @param {string} from @param {string} id */
async function mine(trial, from, id) {
  const { changes, next } = await all(trial, from);
  const own = changes.filter((each) => each.item === id);
  return { actions: own.map((each) => each.action), last: own.at(-1), next };
}
