// The conversation's words: one language goes to the browser, as plain strings.
import { en } from "./en";
import { sv } from "./sv";

export type Words = Record<keyof typeof en, string>;

/** The words of a language, by its BCP 47 tag; English where there is no other. */
export function wordsOf(locale: string): Words {
  return locale.toLowerCase().split("-")[0] === "sv" ? sv : en;
}
