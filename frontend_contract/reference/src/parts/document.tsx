/** The document around every page: language, colours, typeface. */
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { themeCss } from "@/theme";
import { directionOf, wordsFor } from "@/words";

const newsreader = localFont({
  src: [
    { path: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2", style: "normal" },
  ],
  weight: "200 800",
  variable: "--font-newsreader",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

interface DocumentProps {
  locale: string;
  colours?: { primary: string | null; accent: string | null } | undefined;
  children: ReactNode;
}

/** `<html>` and what is in it. The colours are a style sheet of their own, allowed by the answer's nonce. */
export async function Document({ locale, colours, children }: DocumentProps) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const css = colours ? themeCss(colours) : "";
  return (
    <html lang={locale} dir={directionOf(locale)} className={newsreader.variable}>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <script type="module" src="/press-room.js" nonce={nonce} />
        {css && <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />}
      </head>
      <body>
        <a className="skip" href="#content">
          {wordsFor(locale).skip}
        </a>
        {children}
      </body>
    </html>
  );
}
