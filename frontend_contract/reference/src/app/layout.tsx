/** The root of every page: style sheets alone. The document itself needs its language, so layouts below make it. */
import type { ReactNode } from "react";

import "@/styles/theme.css";
import "@/styles/base.css";
import "@/styles/layout.css";
import "@/styles/parts.css";
import "@/styles/text.css";
import "@/styles/print.css";

export default function Root({ children }: { children: ReactNode }) {
  return children;
}
