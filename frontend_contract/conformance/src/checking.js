// What a check is, what it finds, and why it may be skipped.

/**
 * A check: one promise of the contract.
 * @typedef {object} Check
 * @property {string} id `group.name`; it never changes its meaning.
 * @property {string} asserts What holds, in a sentence.
 * @property {string} rule The rule or standard that says so.
 * @property {string} link Where it is written.
 * @property {string} [needs] What it needs besides an address, for the list of checks.
 * @property {{ id: string, asserts: string }} [family] For checks made of the contract: what they are together.
 * @property {(trial: any) => Promise<void>} run
 */

/**
 * Something that is not as it has to be.
 * @typedef {object} Finding
 * @property {string} where Which request or page.
 * @property {string} expected
 * @property {string} seen
 */

/**
 * What became of a check.
 * @typedef {object} Result
 * @property {Check} check
 * @property {"passed" | "failed" | "skipped"} outcome
 * @property {Finding[]} findings
 * @property {string} reason Why it was skipped.
 * @property {number} seconds
 */

/** A check that cannot be made here, and why. */
export class Skip extends Error {}

/** A check that cannot go on: what is wrong is among its findings. */
export class Stop extends Error {}

/** The server or page has not answered as anything could be read from. */
export class Unreadable extends Error {}

export const MOST_FINDINGS = 5;
const LONGEST = 300;

/** What one check finds: the first few findings are kept, the others are counted. */
export class Findings {
  constructor() {
    /** @type {Finding[]} */
    this.list = [];
    this.count = 0;
  }

  /** @param {string} where @param {unknown} expected @param {unknown} seen */
  add(where, expected, seen) {
    this.count += 1;
    if (this.list.length < MOST_FINDINGS) {
      this.list.push({ where, expected: shown(expected), seen: shown(seen) });
    }
  }

  /**
   * Whether `seen` is `expected`: JSON values, compared by what is in them.
   * @param {unknown} seen @param {unknown} expected @param {string} where
   */
  same(seen, expected, where) {
    const equal = canonical(seen) === canonical(expected);
    if (!equal) this.add(where, expected, seen);
    return equal;
  }

  /**
   * Whether something holds.
   * @param {unknown} holds @param {{ expected: unknown, seen: unknown, where: string }} told
   */
  that(holds, { expected, seen, where }) {
    if (!holds) this.add(where, expected, seen);
    return Boolean(holds);
  }

  /** As `same`, but the check goes no further. @param {unknown} seen @param {unknown} expected @param {string} where */
  must(seen, expected, where) {
    if (!this.same(seen, expected, where)) throw new Stop();
  }
}

/** A value as a report shows it. @param {unknown} value */
export function shown(value) {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text;
}

/** JSON with its keys in order. @param {unknown} value @returns {string} */
export function canonical(value) {
  return (
    JSON.stringify(value, (_key, each) =>
      each && typeof each === "object" && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? "undefined"
  );
}

/** The group of a check. @param {Check} check */
export const groupOf = (check) => check.id.split(".")[0];

/**
 * Whether a check is chosen: by its id, its group, or a beginning that ends with a dot.
 * @param {Check} check @param {string[]} only
 */
export function isChosen(check, only) {
  return only.length === 0 || only.some((name) => check.id === name || check.id.startsWith(`${name}.`));
}
