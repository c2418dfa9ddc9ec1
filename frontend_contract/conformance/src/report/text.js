// The report for people: by group, what holds, what does not and why, what was left out and why.

import { groupOf, MOST_FINDINGS } from "../checking.js";

const MARKS = { passed: "✓", failed: "✗", skipped: "–" };
const COLOURS = { passed: 32, failed: 31, skipped: 33 };

/** Writes the report while the checks run. */
export class TextReport {
  /** @param {(text: string) => void} write @param {{ colour?: boolean }} [how] */
  constructor(write, { colour = false } = {}) {
    this.write = write;
    this.colour = colour;
    this.group = "";
  }

  /** @param {string} text @param {keyof typeof MARKS} outcome */
  paint(text, outcome) {
    return this.colour ? `\u001b[${COLOURS[outcome]}m${text}\u001b[0m` : text;
  }

  /** @param {import("../checking.js").Result} result */
  add({ check, outcome, findings, reason }) {
    const group = groupOf(check);
    if (group !== this.group) this.write(`\n${group}\n`);
    this.group = group;
    this.write(`  ${this.paint(MARKS[outcome], outcome)} ${check.id}  ${check.asserts}\n`);
    if (outcome === "skipped") this.write(`      skipped: ${reason}\n`);
    for (const { where, expected, seen } of findings) {
      this.write(`      ${where}\n        expected: ${expected}\n        seen:     ${seen}\n`);
    }
    if (findings.length === MOST_FINDINGS) this.write("      (there may be more)\n");
    if (outcome === "failed") this.write(`      rule: ${check.rule} <${check.link}>\n`);
  }

  /** @param {import("../checking.js").Result[]} results @param {string[]} leftovers @param {{ requests: number, seconds: number }} figures */
  end(results, leftovers, { requests, seconds }) {
    const count = (/** @type {string} */ outcome) =>
      results.filter((each) => each.outcome === outcome).length;
    for (const each of leftovers) this.write(`\nCould not be tidied up: ${each}\n`);
    this.write(
      `\n${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped; ` +
        `${requests} requests in ${seconds.toFixed(1)} s\n`,
    );
  }
}
