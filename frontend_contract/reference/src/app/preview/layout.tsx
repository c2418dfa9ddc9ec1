/** Previews make their own document: its language is the draft's. */
import type { ReactNode } from "react";

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children;
}
