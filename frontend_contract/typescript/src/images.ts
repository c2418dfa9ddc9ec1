// Pictures for pages.

/** What is needed of a picture: the fragment `Picture` has it all, cards have less. */
export interface ImageLike {
  alt: string;
  srcset: string;
  width?: number | null | undefined;
  height?: number | null | undefined;
  /** Whether it moves. */
  animated?: boolean | undefined;
  focalPoint?: { x: number; y: number } | null | undefined;
  sources?: readonly { contentType: string; srcset: string }[] | undefined;
  renditions?: readonly { name: string; href: string }[] | undefined;
}

/** Attributes of `<source>`, as React spells them. */
export interface SourceProps {
  type: string;
  srcSet: string;
  sizes?: string;
}

/** Attributes of `<img>`, as React spells them, and the `<source>`s to put before it in `<picture>`. */
export interface ImageProps {
  src: string;
  srcSet?: string;
  sizes?: string;
  width?: number;
  height?: number;
  alt: string;
  style?: { objectPosition: string };
  sources: SourceProps[];
}

const FALLBACK_WIDTH = 1280;
/** Formats in which a picture that moves does so; in all others its first frame stands. */
const MOVING = ["image/webp", "image/gif"];

/**
 * Attributes for a picture: `const { sources, ...img } = imageProps(release.hero, { sizes: "100vw" })`.
 * `style.objectPosition` keeps the point that matters in sight where the page crops (`object-fit: cover`).
 * `still` leaves out the formats in which an `animated` picture moves (WCAG 2.2, 2.2.2).
 */
export function imageProps(
  file: ImageLike,
  { sizes, still = false }: { sizes?: string; still?: boolean } = {},
): ImageProps {
  const sized = sizes === undefined ? {} : { sizes };
  const { width, height, focalPoint, srcset } = file;
  return {
    src: fallbackOf(file),
    ...(srcset ? { srcSet: srcset, ...sized } : {}),
    ...(width && height ? { width, height } : {}),
    alt: file.alt,
    ...(focalPoint ? { style: { objectPosition: `${percent(focalPoint.x)} ${percent(focalPoint.y)}` } } : {}),
    sources: (file.sources ?? [])
      .filter(({ contentType }) => !(still && file.animated && MOVING.includes(contentType)))
      .map(({ contentType, srcset }) => ({ type: contentType, srcSet: srcset, ...sized })),
  };
}

/** For readers that know no `srcset`: the largest of at most 1280 pixels, else the smallest, else the whole file. */
function fallbackOf({ srcset, renditions }: ImageLike): string {
  const candidates = srcset
    .split(/,\s+/)
    .map((each) => each.trim().split(/\s+/))
    .map(([href = "", width = "0w"]) => ({ href, width: Number.parseInt(width, 10) }))
    .sort((a, b) => a.width - b.width);
  const chosen = candidates.filter(({ width }) => width <= FALLBACK_WIDTH).at(-1) ?? candidates[0];
  return chosen?.href || renditions?.find(({ name }) => name === "original")?.href || "";
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
