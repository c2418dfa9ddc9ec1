"use client";
// Sending a file to an item or with one's own comment: consent, checks before it is sent, progress, and what happens next.
import { useRef } from "react";

import { megabytes } from "../text";
import type { Field, Problem, Terms } from "../types";
import { useTalk } from "./context";
import type { Belongs } from "./contributing";
import { ErrorSummary, FieldInput } from "./Fields";
import { Outcome } from "./Outcome";
import { useDraft } from "./useDraft";
import { useSending } from "./useSending";

/** The way to add a file to a comment of one's own. */
export function Attach({ id, ownKey }: { id: string; ownKey: string }) {
  const { t, terms } = useTalk();
  if (!terms) return null;
  return (
    <details>
      <summary>{t("attach")}</summary>
      <ContributeForm terms={terms} belongs={{ comment: id, key: ownKey }} />
    </details>
  );
}

interface Props {
  terms: Terms;
  belongs: Belongs;
}

export function ContributeForm({ terms, belongs }: Props) {
  const talk = useTalk();
  const { t, locale, path } = talk;
  const prefix = "comment" in belongs ? `file-${belongs.comment.slice(0, 8)}` : "file";
  const fields = useFields("comment" in belongs);
  const element = useRef<HTMLFormElement>(null);
  const where = `file.${"comment" in belongs ? belongs.comment : belongs.item}`;
  useDraft(element, where, false);
  const { problem, percent, standing, submit, stop, withdraw } = useSending({
    terms,
    belongs,
    fields,
    where,
  });

  if (standing === "taken back") return <Outcome title={t("fileTaken")} />;
  if (standing === "arrived") {
    return (
      <Outcome title={t("fileArrived")} tone="plain">
        <p>{t("fileArrivedText")}</p>
        <ErrorSummary problem={problem} prefix={prefix} />
        <button type="button" className="talk-plain" onClick={withdraw}>
          {t("takeFileBack")}
        </button>
      </Outcome>
    );
  }
  return (
    <form
      className="talk-file"
      method="post"
      encType="multipart/form-data"
      action={`/api/conversation/contribute?newsroom=${encodeURIComponent(talk.room.slug)}`}
      onSubmit={submit}
      ref={element}
      noValidate
    >
      <ErrorSummary problem={problem} prefix={prefix} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={path} />
      {"item" in belongs && <input type="hidden" name="item" value={belongs.item} />}
      <FileField {...{ prefix, terms, problem }} />
      {fields.map((field) => (
        <FieldInput key={field.name} {...{ field, prefix, problem }} rows={2} />
      ))}
      <Consent {...{ prefix, terms, problem }} />
      <p className="talk-buttons">
        <button className="talk-button" aria-disabled={percent !== null}>
          {t("sendFile")}
        </button>
        {percent !== null && (
          <>
            <progress max={100} value={percent} aria-label={t("sendFile")} />
            <span role="status">{t("uploaded", { n: percent })}</span>
            <button type="button" className="talk-plain" onClick={stop}>
              {t("cancelUpload")}
            </button>
          </>
        )}
      </p>
    </form>
  );
}

interface PartProps {
  prefix: string;
  terms: Terms;
  problem: Problem | undefined;
}

function FileField({ prefix, terms, problem }: PartProps) {
  const { t, locale } = useTalk();
  const error = problem?.fields.find(({ field }) => field === "upload")?.message;
  const id = `${prefix}-upload`;
  return (
    <div className={error ? "talk-field is-wrong" : "talk-field"}>
      <label htmlFor={id}>{t("file")}</label>
      <p className="talk-hint" id={`${id}-hint`}>
        <span lang="en">{terms.accepted}</span>.{" "}
        {t("fileAccepted", { size: megabytes(terms.mostBytes, locale) })}
      </p>
      {error && (
        <p className="talk-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        type="file"
        name="upload"
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}
      />
    </div>
  );
}

function Consent({ prefix, terms, problem }: PartProps) {
  const { t } = useTalk();
  const error = problem?.fields.find(({ field }) => field === "consent")?.message;
  const id = `${prefix}-consent`;
  return (
    <fieldset className="talk-consent">
      <legend>{t("terms")}</legend>
      <p id={`${id}-terms`}>{terms.text}</p>
      {error && <p className="talk-error">{error}</p>}
      <input type="hidden" name="termsVersion" value={terms.version} />
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name="consent"
          value="yes"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-terms`}
        />{" "}
        {t("consent")}
      </label>
    </fieldset>
  );
}

const LINE: Field = { name: "", label: "", help: "", type: "LINE", required: false, choices: [] };

/** What is asked about the file; of who sends it only where no comment says so already. */
function useFields(hasComment: boolean): Field[] {
  const { words, form } = useTalk();
  const line = (name: string, label: string, help = ""): Field => ({ ...LINE, name, label, help });
  const about: Field[] = [
    line("title", words.fileTitle),
    { ...line("description", words.fileDescription), type: "TEXT" },
    line("credit", words.fileCredit, words.fileCreditHelp),
  ];
  const person = (form?.fields ?? []).filter(
    ({ name, type }) => type === "TRAP" || ["authorName", "email", "organisation"].includes(name),
  );
  return hasComment ? about : [...about, ...person];
}
