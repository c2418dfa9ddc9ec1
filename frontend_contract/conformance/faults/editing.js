// What faults have in common: which answers they are about, and how these are changed.

/** @typedef {import("./proxy.js").Given} Given */
/** @typedef {import("./proxy.js").Asked} Asked */

/** Change the JSON of an answer, where it is JSON. @param {Given} given @param {(told: any) => any} change */
export function edit(given, change) {
  if (!/json/.test(given.headers["content-type"] ?? "") || !given.body) return;
  const told = JSON.parse(given.body);
  given.body = JSON.stringify(change(told) ?? told);
}

/** @param {Asked} asked */
export const isGraphql = (asked) => asked.url.pathname === "/graphql/";

/** Whether it asks for a list of REST. @param {Asked} asked @param {string} list */
export const isList = (asked, list) => asked.url.pathname === `/api/v1/${list}`;

/** Whether it asks for one item of a list. @param {Asked} asked @param {string} list */
export const isItem = (asked, list) =>
  asked.url.pathname.startsWith(`/api/v1/${list}/`) && asked.url.pathname.split("/").length === 5;
