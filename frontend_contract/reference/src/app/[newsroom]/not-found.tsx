/** What stands where nothing is, below a newsroom. */
import { headers } from "next/headers";

import { loadNewsroom } from "@/page";
import { Frame } from "@/parts/frame";
import { Message } from "@/parts/trouble";
import { languageOf, wordsFor } from "@/words";

export default async function NotFound() {
  const asked = await headers();
  const slug = asked.get("x-path")?.split("/")[1] ?? "";
  const newsroom = slug ? await loadNewsroom(slug).catch(() => undefined) : undefined;
  const { notFound } = wordsFor(newsroom?.locale ?? languageOf(asked.get("accept-language")));
  const message = (
    <>
      <title>{notFound.title}</title>
      <Message title={notFound.title}>
        <p>{notFound.text}</p>
        <p>
          <a href={newsroom?.path ?? "/"}>{notFound.back}</a>
        </p>
      </Message>
    </>
  );
  return newsroom ? (
    <Frame newsroom={newsroom}>{message}</Frame>
  ) : (
    <main id="content" tabIndex={-1}>
      {message}
    </main>
  );
}
