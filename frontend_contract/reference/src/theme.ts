/**
 * A newsroom's two colours, made readable: variants with the contrast of WCAG 2.2 AA on light and on dark paper.
 */

interface Colours {
  primary: string | null;
  accent: string | null;
}

type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [22, 24, 27];
/** The grounds that text in a colour may lie on: the darkest of the light theme, the lightest of the dark one. */
const GROUND: Record<Scheme, Rgb> = { light: [234, 236, 233], dark: [38, 42, 48] };
const PAPER: Record<Scheme, Rgb> = { light: [253, 252, 250], dark: [18, 20, 23] };
/** A little above the 4.5 that AA asks for. */
const CONTRAST = 4.8;

type Scheme = "light" | "dark";

/** CSS that sets the newsroom's colours; empty where it has none. */
export function themeCss(colours: Colours): string {
  const primary = parse(colours.primary);
  const accent = parse(colours.accent);
  if (!primary && !accent) return "";
  const light = scheme("light", primary, accent);
  const dark = scheme("dark", primary, accent);
  return `:root{${light}}@media (prefers-color-scheme:dark){:root{${dark}}}@media print{:root{${light}}}`;
}

function scheme(name: Scheme, primary: Rgb | null, accent: Rgb | null): string {
  const values: Record<string, Rgb> = {};
  if (primary) {
    const solid = primary;
    values["brand"] = readable(primary, name);
    values["brand-solid"] = solid;
    values["on-brand"] = contrast(WHITE, solid) >= contrast(INK, solid) ? WHITE : INK;
    values["brand-wash"] = mix(PAPER[name], primary, name === "light" ? 0.08 : 0.16);
  }
  if (accent) values["accent"] = readable(accent, name);
  return Object.entries(values)
    .map(([key, rgb]) => `--${key}:${hex(rgb)}`)
    .join(";");
}

/** The colour, darkened or lightened until text in it can be read on the scheme's grounds. */
function readable(colour: Rgb, name: Scheme): Rgb {
  const towards = name === "light" ? ([0, 0, 0] as Rgb) : WHITE;
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(colour, towards, share);
    if (contrast(tried, GROUND[name]) >= CONTRAST) return tried;
  }
  return towards;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return one.map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * share)) as Rgb;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Nothing but `#rrggbb` gets into a style sheet. */
function parse(value: string | null): Rgb | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value ?? "");
  return found ? (found.slice(1).map((part) => Number.parseInt(part, 16)) as Rgb) : null;
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
