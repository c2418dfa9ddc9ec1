/** Dates, sizes and lengths in the words of a language. */

/** The zone in which days begin. */
const ZONE = process.env.TIME_ZONE || "Europe/Stockholm";

/** A moment of the newsroom for `<time>`, which HTML allows three digits of a second and no more. */
export function instant(moment: string): string {
  return moment.replace(/(\.\d{3})\d+/, "$1");
}

/** `29 November 2026`. */
export function day(moment: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: ZONE }).format(new Date(moment));
}

/** `29 Nov`, for lists whose year is known. */
export function shortDay(moment: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: ZONE }).format(new Date(moment));
}

/** `29 November 2026 at 14:00`. */
export function dayAndTime(moment: string, locale: string): string {
  const options = { dateStyle: "long", timeStyle: "short", timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(moment));
}

/** `November`. */
export function month(moment: string, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: ZONE }).format(new Date(moment));
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The year in which a moment falls. */
export function yearOf(moment: string | Date): number {
  return Number(new Intl.DateTimeFormat("en", { year: "numeric", timeZone: ZONE }).format(new Date(moment)));
}

/** Whether a text is a year that something can have been published in. */
export function isYear(text: string): boolean {
  return /^(19|20|21)\d\d$/.test(text);
}

/** The moment at which a year begins, as RFC 3339 in UTC. */
export function startOfYear(year: number): string {
  const guess = Date.UTC(year, 0, 1);
  const parts = new Intl.DateTimeFormat("en", { timeZone: ZONE, timeZoneName: "longOffset" }).formatToParts(guess);
  const offset = /GMT([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(guess - minutes * 60_000).toISOString();
}

/** `1.2 MB`. */
export function bytes(count: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const options = { style: "unit", unit: units[step] ?? "byte", unitDisplay: "short", maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, options).format(count / 1000 ** step);
}

/** `1:05` for 65 seconds. */
export function length(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** `PDF` of `application/pdf`. */
export function format(contentType: string): string {
  const subtype = contentType.split("/").at(-1)?.split("+")[0] ?? contentType;
  const names: Record<string, string> = { jpeg: "JPEG", mpeg: "MP3", "svg": "SVG", quicktime: "MOV" };
  return names[subtype] ?? (subtype.length <= 5 ? subtype.toUpperCase() : subtype);
}
