/** Pictures in the formats and sizes that the newsroom made. */
import { type ImageLike, imageProps } from "@social-newsroom/client";

import { wordsFor } from "@/words";

interface PictureProps {
  file: ImageLike;
  sizes: string;
  className?: string;
  /** True for the picture that a reader sees first: it is loaded at once. */
  first?: boolean;
  /** True where the words beside it say the same. */
  decorative?: boolean;
}

/**
 * A picture that stands still, whatever it is made of.
 *
 * The point that must stay in sight becomes classes, in tenths: style attributes are not allowed on these pages.
 */
export function Picture({ moves = false, ...props }: PictureProps & { moves?: boolean }) {
  const { file, sizes, className, first = false, decorative = false } = props;
  const { sources, style: _, ...image } = imageProps(file, { sizes, still: !moves });
  const { focalPoint } = file;
  const focus = focalPoint ? `fx-${Math.round(focalPoint.x * 10)} fy-${Math.round(focalPoint.y * 10)}` : "";
  return (
    <picture className={className}>
      {sources.map((source) => (
        <source key={source.type} {...source} />
      ))}
      <img
        {...image}
        alt={decorative ? "" : image.alt}
        className={focus || undefined}
        decoding="async"
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : "auto"}
      />
    </picture>
  );
}

/** A picture that may move: readers stop it, and it does not begin where they have asked for less motion (WCAG 2.2, 2.2.2). */
export function MovablePicture({ locale, ...props }: PictureProps & { locale: string }) {
  if (!props.file.animated) return <Picture {...props} />;
  return (
    <div className="movable">
      <Picture {...props} className={`${props.className ?? ""} movable-moving`} moves />
      <Picture {...props} className={`${props.className ?? ""} movable-still`} first={false} />
      <label className="movable-stop">
        <input type="checkbox" autoComplete="off" /> {wordsFor(locale).stopMoving}
      </label>
    </div>
  );
}
