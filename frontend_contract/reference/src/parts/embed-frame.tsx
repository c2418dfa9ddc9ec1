/** Something from another site, which loads when a reader says so, and not before (`public/press-room.js`). */
import type { DetailedHTMLProps, HTMLAttributes } from "react";

interface EmbedFrameProps {
  /** A frame, as the newsroom made it safe. */
  html: string;
  title: string;
  explain: string;
  load: string;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "embed-frame": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { "data-html": string };
    }
  }
}

export function EmbedFrame({ html, title, explain, load }: EmbedFrameProps) {
  return (
    <embed-frame data-html={html}>
      <div className="embed-ask">
        <p>
          <strong>{title}</strong>
        </p>
        <p className="small">{explain}</p>
        <button type="button" className="button">
          {load}
        </button>
      </div>
    </embed-frame>
  );
}
