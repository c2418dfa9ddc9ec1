"use client";
// Reporting a comment to the editors: from what the newsroom says the form holds.
import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";

import { addressOf } from "../address";
import { report, type ReportState } from "../deeds";
import { reportAction } from "../server/actions";
import { valuesOf } from "../text";
import { useTalk } from "./context";
import { ErrorSummary, FieldInput } from "./Fields";
import { Outcome } from "./Outcome";
import { useDraft } from "./useDraft";
import { keepDraft, newKey, remembered, rememberToken } from "./visitor";

interface Props {
  id: string;
  name: string;
  onClose?: () => void;
}

export function ReportForm({ id, name, onClose }: Props) {
  const talk = useTalk();
  const { t, form, head, locale, path, asked } = talk;
  const [returned, action] = useActionState(
    reportAction,
    { values: {} } as ReportState,
    addressOf(path, asked, "report"),
  );
  const [here, setHere] = useState<ReportState | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = useRef("");
  const title = useRef<HTMLHeadingElement>(null);
  const element = useRef<HTMLFormElement>(null);
  const prefix = `report-${id.slice(0, 8)}`;
  const state = here ?? returned;
  useDraft(element, prefix, false);
  useEffect(() => {
    if (onClose) title.current?.focus();
  }, [onClose]);
  if (!form) return null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy || !form) return;
    const values = valuesOf(new FormData(event.currentTarget));
    setBusy(true);
    key.current ||= newKey();
    const visitorToken = remembered().token;
    const next = await report(talk, form.reportFields, values, {
      key: key.current,
      ...(visitorToken && { visitorToken }),
    });
    setBusy(false);
    if (next.problem?.code !== "UNAVAILABLE") key.current = "";
    rememberToken(next.visitorToken);
    if (next.isSent) keepDraft(prefix, null);
    setHere(next);
  }

  if (state.isSent) {
    return (
      <Outcome title={t("reportedTitle")}>
        <p>{t("reportedText")}</p>
        {onClose && (
          <button type="button" className="talk-plain" onClick={onClose}>
            OK
          </button>
        )}
      </Outcome>
    );
  }
  return (
    <form action={action} onSubmit={submit} ref={element} className="talk-form" noValidate>
      <h4 tabIndex={-1} ref={title}>
        {t("reportOf", { name })}
      </h4>
      <p className="talk-soft">{t("reportIntro")}</p>
      <input type="hidden" name="comment" value={id} />
      <input type="hidden" name="thread" value={head.id} />
      <input type="hidden" name="locale" value={locale} />
      <ErrorSummary problem={state.problem} prefix={prefix} />
      {form.reportFields.map((field) => (
        <FieldInput
          key={field.name}
          {...{ field, prefix }}
          value={state.values[field.name] ?? ""}
          problem={state.problem}
          rows={3}
        />
      ))}
      <p className="talk-buttons">
        <button className="talk-button" aria-disabled={isBusy}>
          {t(isBusy ? "sending" : "sendReport")}
        </button>
        {onClose && (
          <button type="button" className="talk-plain" onClick={onClose}>
            {t("cancel")}
          </button>
        )}
      </p>
    </form>
  );
}
