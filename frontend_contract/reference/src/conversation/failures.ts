// What went wrong, in words for visitors: what a form can tell by itself, and what the newsroom has refused.
import { NewsroomError } from "@social-newsroom/client";

import { fill } from "./text";
import type { Field, Problem, Values } from "./types";
import type { Words } from "./words";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing, too long or malformed, by what the form's description says; null when it can be sent. */
export function checkValues(
  fields: readonly Field[],
  values: Values,
  words: Words,
  locale: string,
): Problem | null {
  const wrong = fields.flatMap((field) => {
    const message = checkValue(field, values[field.name] ?? "", words, locale);
    return message ? [{ field: field.name, message }] : [];
  });
  return wrong.length ? { code: "INVALID_INPUT", message: "", fields: wrong } : null;
}

function checkValue(field: Field, value: string, words: Words, locale: string): string {
  const { label, maxLength: most } = field;
  if (field.type === "TRAP") return "";
  if (!value.trim()) return field.required ? fill(words.fillIn, { label }) : "";
  const n = [...value].length; // as the newsroom counts: an emoji is one
  if (most && n > most) return fill(words.tooLong, { label, most, n }, locale);
  if (field.type === "EMAIL" && !EMAIL.test(value.trim())) return fill(words.noEmail, { label });
  if (field.type === "URL" && !URL.canParse(withScheme(value.trim()))) return fill(words.noUrl, { label });
  return "";
}

/** `example.org` is meant as `https://example.org`. */
export function withScheme(address: string): string {
  return !address || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
}

/** Words for codes that mean the same wherever they come. */
const BY_CODE: Partial<Record<string, keyof Words>> = {
  COMMENTS_CLOSED: "closedMeanwhile",
  EDIT_TIME_OVER: "editTimeOver",
  CONFLICT: "doneBefore",
  INVALID_TOKEN: "wrongKey",
  GONE: "threadGone",
  NOT_FOUND: "noSuchComment",
  UNAVAILABLE: "unavailable",
  NETWORK: "unavailable",
  TIMEOUT: "unavailable",
  UNREADABLE: "unavailable",
  INTERNAL: "unavailable",
};

/** What an error says to a visitor. What is no answer of the newsroom is one that did not come. */
export function problemOf(error: unknown, fields: readonly Field[], words: Words, locale: string): Problem {
  if (!(error instanceof NewsroomError))
    return { code: "UNAVAILABLE", message: words.unavailable, fields: [] };
  const { code, retryAfter } = error;
  if (code === "RATE_LIMITED") {
    const n = Math.max(1, Math.ceil(retryAfter ?? 60));
    return { code, message: fill(words.tooFast, { n }, locale), fields: [], retryAfter: n };
  }
  const faults = error.errors.map(({ field, message }) => fault(field, message, fields, words, locale));
  const about = error.errors[0]?.field;
  if (about === "parent") return { code, message: words.parentGone, fields: [] };
  if (about === "proofOfWork") return { code, message: words.taskFailed, fields: [] };
  const shown = faults.filter((each) => each !== null);
  if (code === "INVALID_INPUT" && shown.length) return { code, message: "", fields: shown };
  const word = BY_CODE[code];
  return { code, message: word ? words[word] : words.failed, fields: [] };
}

/** The newsroom's own words are English: in other languages ours stand first. */
function fault(name: string, message: string, fields: readonly Field[], words: Words, locale: string) {
  const field = fields.find((each) => each.name === name);
  if (!field) return null;
  if (field.type === "EMAIL") return { field: name, message: fill(words.noEmail, { label: field.label }) };
  if (field.type === "URL") return { field: name, message: fill(words.noUrl, { label: field.label }) };
  const ours = fill(words.notRight, { label: field.label });
  return {
    field: name,
    message: locale.startsWith("en") ? `${field.label}: ${message}` : `${ours} (${message})`,
  };
}

/** Whether sending the same once more may help: the answer was lost, or could not be given. */
export function isWorthAnotherTry(error: unknown): boolean {
  return !(error instanceof NewsroomError) || BY_CODE[error.code] === "unavailable";
}
