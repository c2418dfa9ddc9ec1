// The report for machines: JUnit's XML and JSON.

import { groupOf } from "../checking.js";

/** @param {unknown} text */
function escaped(text) {
  return String(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @param {import("../checking.js").Finding[]} findings */
const lines = (findings) =>
  findings
    .map(({ where, expected, seen }) => `${where}\n  expected: ${expected}\n  seen: ${seen}`)
    .join("\n");

/**
 * JUnit's XML: a suite for each group, a case for each check.
 * @param {import("../checking.js").Result[]} results @param {string} target
 */
export function junit(results, target) {
  const suites = [...grouped(results)].map(([group, inGroup]) => {
    const cases = inGroup.map((result) => oneCase(result, group)).join("\n");
    return `<testsuite ${figures(inGroup)} name="${escaped(group)}">\n${cases}\n</testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${figures(results)} name="${escaped(target)}">\n${suites.join("\n")}\n</testsuites>\n`;
}

/** @param {import("../checking.js").Result[]} results @returns {Map<string, import("../checking.js").Result[]>} */
function grouped(results) {
  const groups = new Map();
  for (const result of results) {
    const group = groupOf(result.check);
    groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  return groups;
}

/** @param {import("../checking.js").Result[]} results */
function figures(results) {
  const count = (/** @type {string} */ outcome) => results.filter((each) => each.outcome === outcome).length;
  const seconds = results.reduce((sum, each) => sum + each.seconds, 0);
  return `tests="${results.length}" failures="${count("failed")}" errors="0" skipped="${count("skipped")}" time="${seconds.toFixed(3)}"`;
}

/** @param {import("../checking.js").Result} result @param {string} group */
function oneCase({ check, outcome, findings, reason, seconds }, group) {
  const begin = `<testcase classname="${escaped(group)}" name="${escaped(check.id)}" time="${seconds.toFixed(3)}"`;
  if (outcome === "passed") return `${begin}/>`;
  if (outcome === "skipped") return `${begin}><skipped message="${escaped(reason)}"/></testcase>`;
  const rule = `rule: ${check.rule} ${check.link}`;
  return `${begin}><failure message="${escaped(check.asserts)}">${escaped(`${lines(findings)}\n${rule}`)}</failure></testcase>`;
}

/** @param {import("../checking.js").Result[]} results @param {string} target @param {string[]} leftovers */
export function json(results, target, leftovers) {
  const told = results.map(({ check, outcome, findings, reason, seconds }) => ({
    id: check.id,
    asserts: check.asserts,
    rule: check.rule,
    link: check.link,
    outcome,
    ...(outcome === "skipped" && { reason }),
    ...(outcome === "failed" && { findings }),
    seconds: Number(seconds.toFixed(3)),
  }));
  return `${JSON.stringify({ target, results: told, leftovers }, null, 2)}\n`;
}
