"use client";
// Fields of a form as the newsroom describes them, each tied to its hint and its error, and the summary of what is wrong.
import { useEffect, useRef, useState } from "react";

import type { Field, Problem } from "../types";
import { useTalk } from "./context";

const AUTOCOMPLETE: Record<string, string> = {
  authorName: "name",
  email: "email",
  url: "url",
  organisation: "organization",
  title: "organization-title",
};

interface FieldProps {
  field: Field;
  /** What ids begin with: two forms on one page must not share them. */
  prefix: string;
  value?: string;
  problem?: Problem | undefined;
  rows?: number;
}

/** A field with its label. The trap is hidden from people, whatever they use. */
export function FieldInput({ field, prefix, value = "", problem, rows = 6 }: FieldProps) {
  const { t } = useTalk();
  const id = `${prefix}-${field.name}`;
  if (field.type === "TRAP") {
    return (
      <div className="talk-trap" aria-hidden="true">
        <label htmlFor={id}>{field.label}</label>
        <input id={id} name={field.name} defaultValue={value} tabIndex={-1} autoComplete="off" />
      </div>
    );
  }
  const error = problem?.fields.find((each) => each.field === field.name)?.message;
  const hints = [field.help && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const common = {
    ...{ id, name: field.name, defaultValue: value },
    ...(hints && { "aria-describedby": hints }),
    ...(error && { "aria-invalid": true }),
    ...(field.required && { "aria-required": true }),
    ...(AUTOCOMPLETE[field.name] && { autoComplete: AUTOCOMPLETE[field.name] }),
  };
  return (
    <div className={error ? "talk-field is-wrong" : "talk-field"}>
      <label htmlFor={id}>
        {field.label}
        {!field.required && <span className="talk-soft"> {t("optional")}</span>}
      </label>
      {field.help && (
        <p className="talk-hint" id={`${id}-hint`}>
          {field.help}
        </p>
      )}
      {error && (
        <p className="talk-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Input field={field} common={common} rows={rows} />
    </div>
  );
}

type Common = { id: string; name: string; defaultValue: string };

function Input({ field, common, rows }: { field: Field; common: Common; rows: number }) {
  const { t } = useTalk();
  if (field.type === "CHOICE") {
    const isSaid = (field.required || field.name === "kind") && common.defaultValue;
    return (
      <select {...common}>
        {!isSaid && field.choices.every(({ value }) => value) && (
          <option value="">{t(field.required ? "pick" : "choose")}</option>
        )}
        {field.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === "MARKUP" || field.type === "TEXT")
    return <LongText most={field.maxLength} common={common} rows={rows} />;
  const type = field.type === "EMAIL" ? "email" : "text";
  return <input {...common} type={type} {...(field.type === "URL" && { inputMode: "url" as const })} />;
}

/** Says how much is left when it becomes scarce; longer texts are not cut, but refused with words. */
function LongText({
  most,
  common,
  rows,
}: {
  most?: number | null | undefined;
  common: Common;
  rows: number;
}) {
  const { t } = useTalk();
  const [length, setLength] = useState(0);
  const left = most ? most - length : Infinity;
  return (
    <>
      <textarea
        {...common}
        rows={rows}
        dir="auto"
        onInput={(event) => setLength([...event.currentTarget.value].length)}
      />
      {most && left < most / 5 && (
        <p className={left < 0 ? "talk-error" : "talk-hint"} aria-live="polite">
          {t("charactersLeft", { n: left })}
        </p>
      )}
    </>
  );
}

interface SummaryProps {
  problem: Problem | undefined;
  prefix: string;
  /** What failed; the usual title says that nothing is sent yet. */
  title?: string;
}

/** What is wrong, with a link to each field. It takes the focus when it appears or changes. */
export function ErrorSummary({ problem, prefix, title }: SummaryProps) {
  const { t } = useTalk();
  const place = useRef<HTMLDivElement>(null);
  const left = useSecondsLeft(problem);
  useEffect(() => {
    if (problem) place.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const { fields, message, retryAfter } = problem;
  return (
    <div className="talk-problem" role="alert" tabIndex={-1} ref={place} data-code={problem.code}>
      <h4>{title ?? (fields.length ? t("problems", { n: fields.length }) : t("notSent"))}</h4>
      {message && message !== title && <p>{message}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map((each) => (
            <li key={each.field}>
              <a href={`#${prefix}-${each.field}`}>{each.message}</a>
            </li>
          ))}
        </ul>
      )}
      {retryAfter !== undefined && left === 0 && <p>{t("maySendAgain")}</p>}
      {!title && !fields.length && <p>{t("nothingLost")}</p>}
    </div>
  );
}

/** Seconds until it may be tried again; null where there is no wait. */
function useSecondsLeft(problem: Problem | undefined): number | null {
  const [over, setOver] = useState<Problem | null>(null);
  useEffect(() => {
    if (!problem?.retryAfter) return;
    const timer = setTimeout(() => setOver(problem), problem.retryAfter * 1000);
    return () => clearTimeout(timer);
  }, [problem]);
  if (!problem?.retryAfter) return null;
  return over === problem ? 0 : problem.retryAfter;
}
