/** What has been corrected since publication: the newest is seen by everybody, those before it unfold. */
import type { CorrectionNoteFragment } from "@social-newsroom/client/operations";

import { dayAndTime, instant } from "@/format";
import { wordsFor } from "@/words";

export function Corrections({ corrections, locale }: { corrections: readonly CorrectionNoteFragment[]; locale: string }) {
  const [newest, ...earlier] = [...corrections].reverse();
  if (!newest) return null;
  const words = wordsFor(locale);
  return (
    <aside className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections}</h2>
      <p className="small">{words.correctionsIntro}</p>
      <ol reversed start={corrections.length}>
        <Correction correction={newest} locale={locale} />
      </ol>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlierCorrections(earlier.length)}</summary>
          <ol reversed>
            {earlier.map((correction) => (
              <Correction key={correction.version} correction={correction} locale={locale} />
            ))}
          </ol>
        </details>
      )}
    </aside>
  );
}

function Correction({ correction: { note, at }, locale }: { correction: CorrectionNoteFragment; locale: string }) {
  return (
    <li>
      <time dateTime={instant(at)}>{dayAndTime(at, locale)}</time>
      <p>{note}</p>
    </li>
  );
}
