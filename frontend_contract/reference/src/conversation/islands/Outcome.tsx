"use client";
// Something that has happened, told to whoever did it.
import { type ReactNode, useEffect, useRef } from "react";

interface OutcomeProps {
  title: string;
  children?: ReactNode;
  tone?: "good" | "plain" | "bad";
}

/** It takes the focus when it appears. */
export function Outcome({ title, children, tone = "good" }: OutcomeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div className={`talk-outcome is-${tone}`} role="status" tabIndex={-1} ref={place}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
