/** Nothing lies deeper than `/newsroom/slug`. */
import { NotFoundError } from "@social-newsroom/client";

import { framed, type PageProps } from "@/page";

export default async function DeeperPage({ params }: PageProps) {
  return framed((await params).newsroom, () =>
    Promise.reject(new NotFoundError("No page lies so deep.", { code: "NOT_FOUND", status: 404 })),
  );
}
