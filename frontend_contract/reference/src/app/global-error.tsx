/** The last resort, when not even the document can be made. */
"use client";

import { Fault } from "@/parts/fault";

export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <Fault onRetry={() => location.reload()} />
      </body>
    </html>
  );
}
