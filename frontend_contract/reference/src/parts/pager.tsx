/** Links to the pages before and after one of a list. */
import { wordsFor } from "@/words";

interface PagerProps {
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Path and query of the list; the cursor is put into it. */
  path: string;
  query: Record<string, string>;
  locale: string;
}

/** Whether there is a page before is known when walking back alone: after a cursor there is one. */
export function Pager({ pageInfo, path, query, locale }: PagerProps) {
  const words = wordsFor(locale);
  const { after, before, ...rest } = query;
  const previous = pageInfo.hasPreviousPage || after ? pageInfo.startCursor : null;
  const next = pageInfo.hasNextPage || before ? pageInfo.endCursor : null;
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={words.pagesOfList}>
      {previous ? (
        <a rel="prev" href={address(path, { ...rest, before: previous })}>
          ← {words.previousPage}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a rel="next" href={address(path, { ...rest, after: next })}>
          {words.nextPage} →
        </a>
      )}
    </nav>
  );
}

interface OnwardsProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null } | undefined;
  path: string;
  query?: Record<string, string>;
  label: string;
  locale: string;
}

/** The link to the rest of a list that is read in one direction. */
export function Onwards({ pageInfo, path, query = {}, label, locale }: OnwardsProps) {
  if (!pageInfo?.hasNextPage || !pageInfo.endCursor) return null;
  return (
    <nav className="pager" aria-label={wordsFor(locale).pagesOfList}>
      <span />
      <a rel="next" href={address(path, { ...query, after: pageInfo.endCursor })}>
        {label} →
      </a>
    </nav>
  );
}

/** A path with a query, without what is empty. */
export function address(path: string, query: Record<string, string>): string {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return parameters.size ? `${path}?${parameters}` : path;
}
