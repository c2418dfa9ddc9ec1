/** What stands where nothing is. */
import { Message, PageStatus } from "@/parts/trouble";
import { wordsFor } from "@/words";

export function Missing({ locale, home }: { locale: string; home: string }) {
  const { notFound } = wordsFor(locale);
  return (
    <>
      <title>{notFound.title}</title>
      <PageStatus code={404} />
      <Message title={notFound.title}>
        <p>{notFound.text}</p>
        <p>
          <a href={home}>{notFound.back}</a>
        </p>
      </Message>
    </>
  );
}
