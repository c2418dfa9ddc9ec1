/** Texts by language. A language without texts of its own reads English. */
import { en, type Words } from "./en";
import { sv } from "./sv";

export type { Words };

const LANGUAGES: Record<string, Words> = { en, sv };

/** The texts for a BCP 47 tag, such as `sv` or `en-GB`. */
export function wordsFor(locale: string): Words {
  const language = locale.toLowerCase().split("-")[0] ?? "";
  return (Object.hasOwn(LANGUAGES, language) && LANGUAGES[language]) || en;
}

/** The language that an `Accept-Language` header likes best, of those that there are texts in. */
export function languageOf(accepted: string | null): string {
  const wanted = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { tag: tag.split("-")[0] ?? "", quality: quality ? Number(quality) : 1 };
    })
    .sort((left, right) => right.quality - left.quality);
  return wanted.find(({ tag, quality }) => quality > 0 && Object.hasOwn(LANGUAGES, tag))?.tag ?? "en";
}

/** Scripts that run from right to left, of those in use on the web. */
const LEFTWARDS = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/** Which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return LEFTWARDS.includes(new Intl.Locale(locale).maximize().script ?? "") ? "rtl" : "ltr";
}

/** The name of a language in that language: `Svenska` for `sv`. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
