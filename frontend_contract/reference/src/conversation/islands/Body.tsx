"use client";
// The one place where HTML of the newsroom is set: it comes sanitised ("safe to show as it is").

export function Body({ html, className = "talk-words" }: { html: string; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
