/** Filters of lists: forms that need no script. */
import type { ReleaseKind, TopicNameFragment } from "@social-newsroom/client/operations";

import { wordsFor } from "@/words";

interface FiltersProps {
  path: string;
  locale: string;
  topics: readonly TopicNameFragment[];
  years: readonly number[];
  chosen: { kind: string; topic: string; year: string };
}

export function ReleaseFilters({ path, locale, topics, years, chosen }: FiltersProps) {
  const words = wordsFor(locale);
  const kinds = Object.entries(words.kinds) as [ReleaseKind, string][];
  return (
    <form className="filters" action={path} aria-label={words.filter}>
      <Choice name="kind" label={words.kind} none={words.allKinds} chosen={chosen.kind} options={kinds} />
      <Choice
        name="topic"
        label={words.topic}
        none={words.allTopics}
        chosen={chosen.topic}
        options={topics.map(({ slug, name }) => [slug, name])}
      />
      <Choice
        name="year"
        label={words.year}
        none={words.allYears}
        chosen={chosen.year}
        options={years.map((year) => [String(year), String(year)])}
      />
      <button className="button" type="submit">
        {words.show}
      </button>
      {(chosen.kind || chosen.topic || chosen.year) && <a href={path}>{words.clear}</a>}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  none: string;
  chosen: string;
  options: readonly (readonly [string, string])[];
}

export function Choice({ name, label, none, chosen, options }: ChoiceProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select name={name} defaultValue={chosen}>
        <option value="">{none}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
