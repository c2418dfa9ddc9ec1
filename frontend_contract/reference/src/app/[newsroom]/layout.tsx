/** The document of a newsroom's pages: in its language and colours, or the visitor's language where it fails. */
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { loadNewsroom } from "@/page";
import { Document } from "@/parts/document";
import { languageOf } from "@/words";

interface LayoutProps {
  params: Promise<{ newsroom: string }>;
  children: ReactNode;
}

export default async function NewsroomLayout({ params, children }: LayoutProps) {
  const newsroom = await loadNewsroom(decodeURIComponent((await params).newsroom)).catch(() => undefined);
  const locale = newsroom?.locale ?? languageOf((await headers()).get("accept-language"));
  return (
    <Document locale={locale} colours={newsroom?.colours}>
      {children}
    </Document>
  );
}
