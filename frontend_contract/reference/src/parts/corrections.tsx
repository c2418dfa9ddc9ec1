/** What has been corrected since publication, newest first. It stands before what was corrected. */
import type { CorrectionNoteFragment } from "@social-newsroom/client/operations";

import { dayAndTime, instant } from "@/format";
import { wordsFor } from "@/words";

export function Corrections({ corrections, locale }: { corrections: readonly CorrectionNoteFragment[]; locale: string }) {
  if (!corrections.length) return null;
  const words = wordsFor(locale);
  return (
    <aside className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections}</h2>
      <p className="small">{words.correctionsIntro}</p>
      <ol reversed>
        {[...corrections].reverse().map(({ version, note, at }) => (
          <li key={version}>
            <time dateTime={instant(at)}>{dayAndTime(at, locale)}</time>
            <p dir="auto">{note}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
