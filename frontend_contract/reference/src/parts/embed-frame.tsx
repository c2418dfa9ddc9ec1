/** Something from another site, which loads when a reader says so, and not before. */
"use client";

import { useState } from "react";

interface EmbedFrameProps {
  /** A frame, as the newsroom made it safe. */
  html: string;
  title: string;
  explain: string;
  load: string;
}

export function EmbedFrame({ html, title, explain, load }: EmbedFrameProps) {
  const [isLoaded, setLoaded] = useState(false);
  if (isLoaded) return <div className="embed-frame" dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <div className="embed-ask">
      <p>
        <strong>{title}</strong>
      </p>
      <p className="small">{explain}</p>
      <button type="button" className="button" onClick={() => setLoaded(true)}>
        {load}
      </button>
    </div>
  );
}
