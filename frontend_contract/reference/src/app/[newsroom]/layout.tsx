/** A newsroom's pages. */
import type { ReactNode } from "react";

export default function NewsroomLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
