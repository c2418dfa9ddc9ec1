// Filling words, and writing times and sizes in a language.
import type { Words } from "./words";

/** Fills `{name}`s; of "one|many" takes what `n` asks for. */
export function fill(words: string, values: Record<string, string | number>, locale = "en"): string {
  const n = values.n;
  const [one = "", many] = words.split("|");
  const form =
    many !== undefined && typeof n === "number" && new Intl.PluralRules(locale).select(n) !== "one"
      ? many
      : one;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString(locale) : value;
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as readers write it. The time zone is fixed, so that server and browser write the same. */
export function moment(iso: string, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
    formats.set(key, format);
  }
  return format.format(new Date(iso)).replace(/[\u202f\u00a0]/g, " ");
}

/** Bytes in megabytes, as people read them. */
export function megabytes(bytes: number, locale: string): string {
  const number = (bytes / 1_048_576).toLocaleString(locale, { maximumFractionDigits: 1 });
  return `${number} MB`;
}

/** What a reaction is called; newsrooms name them as they like. */
export function reactionName(name: string, words: Words): string {
  const known: Record<string, string> = {
    like: words.like,
    heart: words.heart,
    insightful: words.insightful,
  };
  return known[name] ?? name.replace(/_/g, " ");
}

/** A word of its own for each value of an enum, such as `kind` + `QUESTION`; empty where there is none. */
export function wordFor(prefix: string, value: string | null | undefined, words: Words): string {
  if (!value) return "";
  const name = prefix + value.charAt(0) + value.slice(1).toLowerCase();
  return (words as Record<string, string>)[name] ?? "";
}

/** What was typed into a form, by the names of its fields; what React adds is left out. */
export function valuesOf(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  return values;
}
