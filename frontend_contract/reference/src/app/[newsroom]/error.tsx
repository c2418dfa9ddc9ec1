/** The last resort, when the code itself fails: a message in place of the page. */
"use client";

import { Fault } from "@/parts/fault";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Fault onRetry={reset} />;
}
