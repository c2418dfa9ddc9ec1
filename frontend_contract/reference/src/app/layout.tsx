/** The root of every page: style sheets alone. The document itself needs its language, so layouts below make it. */
import type { ReactNode } from "react";

import "@/styles/theme.css";

export default function Root({ children }: { children: ReactNode }) {
  return children;
}
