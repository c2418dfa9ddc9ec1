/** The document of the page that lists the newsrooms. */
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { Document } from "@/parts/document";
import { languageOf } from "@/words";

export default async function StartLayout({ children }: { children: ReactNode }) {
  return <Document locale={languageOf((await headers()).get("accept-language"))}>{children}</Document>;
}
