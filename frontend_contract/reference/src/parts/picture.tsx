/** Pictures in the formats and sizes that the newsroom made. */
import { type ImageLike, imageProps } from "@social-newsroom/client";

interface PictureProps {
  file: ImageLike;
  sizes: string;
  className?: string;
  /** True for the picture that a reader sees first: it is loaded at once. */
  first?: boolean;
  /** True where the words beside it say the same. */
  decorative?: boolean;
}

/** The point that must stay in sight becomes classes, in tenths: style attributes are not allowed on these pages. */
export function Picture({ file, sizes, className, first = false, decorative = false }: PictureProps) {
  const { sources, style: _, ...image } = imageProps(file, { sizes });
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
