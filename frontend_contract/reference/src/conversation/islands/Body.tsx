"use client";
// The one place where HTML of the newsroom is set: it comes sanitised ("safe to show as it is").

export function Body({ html, language }: { html: string; language?: string }) {
  const lang = language || undefined; // that of the page
  return <div className="talk-words" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
