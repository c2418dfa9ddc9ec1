// Lists page by page: every item once, in both directions, by Relay's rules and over REST.

import { LISTS } from "../found.js";
import { Unreadable } from "../checking.js";

/** @typedef {import("../trial.js").Trial} Trial */

const RELAY = { rule: "Relay, Cursor Connections", link: "https://relay.dev/graphql/connections.htm" };
const PAGES = {
  rule: "The contract, README “Pages”; RFC 8288",
  link: "https://www.rfc-editor.org/rfc/rfc8288",
};
const SIZES = [1, 2, 7];
const WALKED = [
  ...LISTS.map(({ rest, graphql }) => ({ rest, graphql })),
  { rest: "threads", graphql: "threads" },
];

/** The lists to walk through. @param {Trial} trial */
const walked = ({ options: { lists } }) =>
  WALKED.filter(({ rest }) => !lists?.length || lists.includes(rest));
const PAGE = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

/** @type {import("../checking.js").Check[]} */
export const pagination = [
  {
    id: "pagination.forward",
    asserts:
      "Every connection gives each item exactly once and in the same order, forward with pages of 1, 2 and 7.",
    ...RELAY,
    run: (trial) => everyConnection(trial, forward),
  },
  {
    id: "pagination.backward",
    asserts: "The same backward from the end, with `last` and `before`.",
    ...RELAY,
    run: (trial) => everyConnection(trial, backward),
  },
  {
    id: "pagination.comments",
    asserts: "The comments of a thread are paged through as other connections, in both directions.",
    ...RELAY,
    run: comments,
  },
  {
    id: "pagination.page-info",
    asserts:
      "`hasNextPage` (forward) and `hasPreviousPage` (backward) say whether the list goes on; `startCursor` and `endCursor` are those of the edges.",
    ...RELAY,
    run: pageInfo,
  },
  {
    id: "pagination.total-count",
    asserts: "`totalCount` is the number of items that the list has.",
    rule: "The contract, schema.graphql",
    link: RELAY.link,
    run: totalCount,
  },
  {
    id: "pagination.first-and-last",
    asserts: "`first` with `last`, and page sizes of 0, -1 and 101, are INVALID_INPUT.",
    ...RELAY,
    run: wrongSizes,
  },
  {
    id: "pagination.garbage-cursor",
    asserts: "A cursor that the list did not give is INVALID_CURSOR.",
    rule: "The contract, README “Errors”",
    link: RELAY.link,
    run: garbage,
  },
  {
    id: "pagination.rest-forward",
    asserts: "Every list of REST gives each item exactly once by its `next`, with pages of 1, 2 and 7.",
    ...PAGES,
    run: restForward,
  },
  {
    id: "pagination.rest-backward",
    asserts: "`previous` leads back through the same items, to the first page.",
    ...PAGES,
    run: restBackward,
  },
  {
    id: "pagination.rest-links",
    asserts: "`next` and `previous` are whole addresses of the server, and the same in the `Link` header.",
    ...PAGES,
    run: links,
  },
  {
    id: "pagination.rest-refusals",
    asserts: "A garbage `cursor` is INVALID_CURSOR; a `page_size` of 0, 101 or `x` is INVALID_INPUT.",
    ...PAGES,
    run: restRefusals,
  },
];

/** A page of a connection. @param {Trial} trial @param {string} list @param {string} given @returns {Promise<any>} */
async function page(trial, list, given) {
  const data = await trial.data(`{ ${list}(${given}) { ${PAGE} } }`);
  return data[list];
}

/** @param {any} connection @returns {string[]} */
const idsOf = (connection) => connection.edges.map((/** @type {any} */ edge) => edge.node.id);

/**
 * Walk through a connection to its end, or until `most` items.
 * @param {(given: string) => Promise<any>} read @param {number} size @param {number} most @param {boolean} back
 */
async function walk(read, size, most, back) {
  /** @type {string[]} */
  const ids = [];
  for (let cursor = ""; ids.length < most;) {
    const given = back
      ? `last: ${size}${cursor && `, before: "${cursor}"`}`
      : `first: ${size}${cursor && `, after: "${cursor}"`}`;
    const found = await read(given);
    if (back) ids.unshift(...idsOf(found));
    else ids.push(...idsOf(found));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.pageInfo;
    if (!(back ? hasPreviousPage : hasNextPage)) break;
    const next = back ? startCursor : endCursor;
    if (!next || next === cursor)
      throw new Unreadable(`a page says that there are more, but gives no new cursor (${given})`);
    cursor = next;
  }
  return ids;
}

/** @param {Trial} trial @param {(trial: Trial, list: string, read: (given: string) => Promise<any>) => Promise<void>} way */
async function everyConnection(trial, way) {
  for (const { graphql } of walked(trial)) await way(trial, graphql, (given) => page(trial, graphql, given));
}

/** @param {Trial} trial @param {string} list @param {(given: string) => Promise<any>} read */
async function forward(trial, list, read) {
  const { mostItems } = trial.options;
  const all = idsOf(await read("first: 100"));
  const whole = all.slice(0, mostItems);
  const most = all.length > mostItems ? mostItems : all.length + 1; // one more would be one too many
  for (const size of SIZES) {
    const ids = await walk(read, size, most, false);
    trial.same(ids.slice(0, most), whole, `${list}, forward by ${size}`);
  }
}

/** @param {Trial} trial @param {string} list @param {(given: string) => Promise<any>} read */
async function backward(trial, list, read) {
  const { mostItems } = trial.options;
  const all = idsOf(await read("last: 100"));
  const whole = all.slice(-mostItems);
  const most = all.length > mostItems ? mostItems : all.length + 1;
  const start = await read("first: 100");
  if (!start.pageInfo.hasNextPage) trial.same(all, idsOf(start), `${list}, by \`last\` and by \`first\``);
  for (const size of SIZES) {
    const ids = await walk(read, size, most, true);
    trial.same(ids.slice(-most), whole, `${list}, backward by ${size}`);
  }
}

/** @param {Trial} trial */
async function comments(trial) {
  const { thread_id: id } = await trial.found.comment();
  const read = async (/** @type {string} */ given) => {
    const { thread } = await trial.data(
      `{ thread(id: "${id}") { comments(order: OLDEST, ${given}) { ${PAGE} } } }`,
    );
    return thread.comments;
  };
  await forward(trial, "comments", read);
  await backward(trial, "comments", read);
}

/** @param {Trial} trial */
async function pageInfo(trial) {
  for (const { graphql: list } of walked(trial)) {
    const whole = await page(trial, list, "first: 100");
    const cursors = whole.edges.map((/** @type {any} */ edge) => edge.cursor);
    if (cursors.length < 2 || whole.pageInfo.hasNextPage) continue;
    const half = Math.ceil(cursors.length / 2);
    const begin = await page(trial, list, `first: ${half}`);
    const end = await page(trial, list, `first: ${half}, after: "${begin.pageInfo.endCursor}"`);
    const last = await page(trial, list, `last: ${half}`);
    const before = await page(trial, list, `last: ${cursors.length}, before: "${last.pageInfo.startCursor}"`);
    trial.same(begin.pageInfo.hasNextPage, true, `${list}, hasNextPage of the first half`);
    trial.same(begin.pageInfo.hasPreviousPage, false, `${list}, hasPreviousPage at the beginning`);
    trial.same(end.pageInfo.hasNextPage, false, `${list}, hasNextPage at the end`);
    trial.same(last.pageInfo.hasPreviousPage, true, `${list}, hasPreviousPage of the last half`);
    trial.same(before.pageInfo.hasPreviousPage, false, `${list}, hasPreviousPage back at the beginning`);
    for (const each of [begin, end, last, before]) {
      const edges = each.edges.map((/** @type {any} */ edge) => edge.cursor);
      trial.same(
        [each.pageInfo.startCursor, each.pageInfo.endCursor],
        [edges[0], edges.at(-1)],
        `${list}, startCursor and endCursor`,
      );
    }
  }
}

/** @param {Trial} trial */
async function totalCount(trial) {
  const asked = walked(trial).map(
    ({ graphql }) => `${graphql}(first: 100) { totalCount edges { cursor } pageInfo { hasNextPage } }`,
  );
  for (const part of asked) {
    const [list, found] = /** @type {[string, any]} */ (Object.entries(await trial.data(`{ ${part} }`))[0]);
    if (!found.pageInfo.hasNextPage) trial.same(found.totalCount, found.edges.length, `${list}, totalCount`);
  }
}

/** @param {Trial} trial */
async function wrongSizes(trial) {
  for (const given of [
    "first: 1, last: 1",
    "first: 0",
    "first: -1",
    "first: 101",
    "last: 0",
    "last: -1",
    "last: 101",
  ]) {
    const answer = await trial.server.query(`{ releases(${given}) { edges { cursor } } }`);
    trial.refused(answer, `releases(${given})`, "INVALID_INPUT");
  }
}

/** @param {Trial} trial */
async function garbage(trial) {
  for (const { graphql: list } of walked(trial)) {
    const cursors = list === "releases" ? ["garbage", "YXJyYXljb25uZWN0aW9uOjA=", "W10", "é"] : ["garbage"];
    for (const cursor of cursors) {
      const answer = await trial.server.query(
        `{ ${list}(first: 1, after: "${cursor}") { edges { cursor } } }`,
      );
      trial.refused(answer, `${list}(first: 1, after: "${cursor}")`, "INVALID_CURSOR");
    }
  }
}

/** A page of REST. @param {Trial} trial @param {string} address @returns {Promise<any>} */
async function restPage(trial, address) {
  return trial.answered(await trial.server.api(address), 200).json;
}

/** @param {any} found @returns {string[]} */
const restIds = (found) => found.results.map((/** @type {any} */ item) => item.id);

/** @param {Trial} trial @param {string} list @param {number} size @param {number} most */
async function restWalk(trial, list, size, most) {
  const pages = [];
  let count = 0;
  for (let address = `/${list}?page_size=${size}`; address && count < most;) {
    const found = await restPage(trial, address);
    pages.push(found);
    count += found.results.length;
    if (found.next === address) throw new Unreadable(`${address}: next is the page itself`);
    address = found.next;
  }
  return pages;
}

/** @param {Trial} trial */
async function restForward(trial) {
  for (const { rest: list } of walked(trial)) {
    const { mostItems } = trial.options;
    const all = restIds(await restPage(trial, `/${list}?page_size=100`));
    const most = all.length > mostItems ? mostItems : all.length + 1;
    for (const size of SIZES) {
      const pages = await restWalk(trial, list, size, most);
      trial.same(pages.flatMap(restIds).slice(0, most), all.slice(0, mostItems), `/${list} by ${size}`);
    }
  }
}

/** @param {Trial} trial */
async function restBackward(trial) {
  for (const { rest: list } of walked(trial)) {
    const pages = await restWalk(trial, list, 2, Math.min(trial.options.mostItems, 9));
    const there = pages.map(restIds);
    const back = [];
    for (let found = pages.at(-1); found;) {
      back.unshift(restIds(found));
      if (back.length > there.length) break;
      found = found.previous && (await restPage(trial, found.previous));
    }
    trial.same(back, there, `/${list}, back by previous`);
  }
}

/** @param {Trial} trial */
async function links(trial) {
  for (const { rest: list } of walked(trial)) {
    let answer = trial.answered(await trial.server.api(`/${list}?page_size=1`), 200);
    for (let pages = 0; pages < 2; pages += 1) {
      const told = { next: answer.json.next, previous: answer.json.previous };
      const header = answer.header("link");
      for (const [name, address] of Object.entries(told)) {
        const where = `${answer.asked}, ${name}`;
        const rel = name === "previous" ? "prev" : name;
        const linked = [...header.matchAll(/<([^>]*)>;\s*rel="?(\w+)"?/g)].find(
          (each) => each[2] === rel || each[2] === name,
        );
        if (address === null) trial.same(linked?.[1], undefined, `${where} in Link`);
        else {
          const begin = trial.server.address + trial.server.rest;
          trial.that(address.startsWith(begin), {
            expected: `an address below ${begin}`,
            seen: address,
            where,
          });
          trial.same(linked?.[1], address, `${where} in Link`);
        }
      }
      if (!told.next) break;
      answer = trial.answered(await trial.server.api(told.next), 200);
    }
  }
}

/** @param {Trial} trial */
async function restRefusals(trial) {
  for (const { rest: list } of walked(trial)) {
    trial.problem(await trial.server.api(`/${list}?cursor=garbage`), 400, "INVALID_CURSOR");
  }
  for (const size of ["0", "-1", "101", "x"]) {
    trial.problem(await trial.server.api(`/releases?page_size=${size}`), 400, "INVALID_INPUT");
  }
}
