"use client";
// A comment of one's own: what became of it, changing it, withdrawing it, objecting, and taking one's words along.
//
// It is opened with its key: this browser may know it, or its author has kept it.
import { type FormEvent, type MouseEvent, useActionState, useRef, useState } from "react";

import { addressOf } from "../address";
import { doOwn, type OwnDeed, ownFields, type OwnState } from "../deeds";
import { ownAction } from "../server/actions";
import { valuesOf, wordFor } from "../text";
import type { OwnWords, Status } from "../types";
import { useTalk } from "./context";
import { Attach } from "./ContributeForm";
import { ErrorSummary, FieldInput } from "./Fields";
import { Outcome } from "./Outcome";
import { useDraft } from "./useDraft";
import { keepDraft, remember } from "./visitor";

interface Props {
  prefix: string;
  id?: string;
  /** Its key, where it is known. */
  ownKey?: string;
  onClose?: () => void;
  /** The state of the form that stands on the page by itself. */
  sent?: readonly [OwnState, (data: FormData) => void, ...unknown[]];
}

/** Before it is opened. */
export const UNOPENED: OwnState = { values: {} };

const THERE: readonly Status[] = ["PUBLISHED", "HELD"];

const DONE: Partial<Record<OwnDeed, "saved" | "withdrawnText" | "appealed">> = {
  edit: "saved",
  withdraw: "withdrawnText",
  appeal: "appealed",
};

export function OwnForm({ prefix, id = "", ownKey = "", onClose, sent }: Props) {
  const { t, locale, path, asked } = useTalk();
  const unsent = useActionState(ownAction, UNOPENED, addressOf(path, asked, "own"));
  const [returned, action] = sent ?? unsent;
  const { state, isBusy, isHere, submit } = useOwn(returned);
  const { values, own, done, problem } = state;
  const element = useRef<HTMLFormElement>(null);
  useDraft(element, own ? `own.${own.id}` : "", false);
  return (
    <>
      <form action={action} onSubmit={submit} ref={element} className="talk-own" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <ErrorSummary problem={problem} prefix={prefix} title={problem?.message || undefined} />
        {done && DONE[done] && <Outcome key={values.body} title={t(DONE[done])} />}
        {own ? (
          <>
            <input type="hidden" name="comment" value={own.id} />
            <input type="hidden" name="key" value={values.key} />
            <Opened {...{ own, values, prefix, isBusy }} />
          </>
        ) : (
          <Opener {...{ prefix, id, ownKey, state, isBusy }} />
        )}
        {onClose && (
          <button type="button" className="talk-plain" onClick={onClose}>
            {t("cancel")}
          </button>
        )}
      </form>
      {own && isHere && THERE.includes(own.status) && <Attach id={own.id} ownKey={values.key ?? ""} />}
    </>
  );
}

/** Doing it in place; until that has happened, what the page came back with. */
function useOwn(returned: OwnState) {
  const talk = useTalk();
  const { dispatch, reread } = talk;
  const [here, setHere] = useState<OwnState | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const deed = (button?.value || "open") as OwnDeed;
    setBusy(true);
    const next = await doOwn(talk, deed, valuesOf(new FormData(event.currentTarget)));
    setBusy(false);
    setHere(next);
    if (next.own) rememberStatus(next.own);
    reread();
    if (!next.own || !next.done) return;
    if (deed !== "open") keepDraft(`own.${next.own.id}`, null);
    if (deed === "withdraw") leave(next.own.id);
    if (deed === "edit" && next.comment) dispatch({ type: "own", comment: next.comment });
  }

  /** Its place is left in the thread, and takes the focus from the form that was below it. */
  function leave(withdrawn: string) {
    dispatch({ type: "withdrawn", id: withdrawn });
    document.getElementById(`comment-${withdrawn}`)?.focus();
  }
  return { state: here ?? returned, isBusy, isHere: here !== null, submit };
}

interface OpenerProps {
  prefix: string;
  id: string;
  ownKey: string;
  state: OwnState;
  isBusy: boolean;
}

/** Asks for the key, where this browser does not know it. */
function Opener({ prefix, id, ownKey, state: { values, problem }, isBusy }: OpenerProps) {
  const { t, words } = useTalk();
  const known: Record<string, string> = { comment: id, ...values };
  return (
    <>
      {ownKey ? (
        <>
          <input type="hidden" name="comment" value={id} />
          <input type="hidden" name="key" value={ownKey} />
        </>
      ) : (
        ownFields(words).map((field) => (
          <FieldInput key={field.name} {...{ field, prefix, problem }} value={known[field.name] ?? ""} />
        ))
      )}
      <button className="talk-button" name="deed" value="open" aria-disabled={isBusy}>
        {t(ownKey ? "mine" : "open")}
      </button>
    </>
  );
}

interface OpenedProps {
  own: OwnWords;
  values: OwnState["values"];
  prefix: string;
  isBusy: boolean;
}

/** What its author may do with it now. */
function Opened({ own, values, prefix, isBusy }: OpenedProps) {
  const { t, at, words, form } = useTalk();
  const [isEditable] = useState(() => Date.now() < editableUntil(own, form?.editMinutes ?? 0));
  const isThere = THERE.includes(own.status);
  const text = { type: "MARKUP", required: true, choices: [], help: "" } as const;
  return (
    <div className="talk-opened">
      <p>
        <strong>{wordFor("status", own.status, words)}</strong> · {t("ownFrom", { date: at(own.createdAt) })}
      </p>
      {own.status === "REJECTED" && <blockquote lang="en">{own.message}</blockquote>}
      {isThere && isEditable ? (
        <>
          <FieldInput
            field={{ ...text, choices: [], name: "body", label: t("change") }}
            prefix={prefix}
            value={values.body ?? own.text}
          />
          <button className="talk-button" name="deed" value="edit" aria-disabled={isBusy}>
            {t("save")}
          </button>
          <span className="talk-soft">
            {t("changeUntil", {
              date: at(new Date(editableUntil(own, form?.editMinutes ?? 0)).toISOString()),
            })}
          </span>
        </>
      ) : (
        <blockquote>{values.body ?? own.text}</blockquote>
      )}
      {own.status === "REJECTED" && (
        <>
          <FieldInput
            field={{ ...text, choices: [], type: "TEXT", name: "text", label: t("appealText") }}
            prefix={prefix}
            value={values.text}
          />
          <button className="talk-button" name="deed" value="appeal" aria-disabled={isBusy}>
            {t("sendAppeal")}
          </button>
        </>
      )}
      {(isThere || own.status === "REJECTED") && (
        <details className="talk-sure">
          <summary>{t("withdraw")}</summary>
          <p>{t("withdrawnText")}</p>
          <button className="talk-button is-grave" name="deed" value="withdraw" aria-disabled={isBusy}>
            {t("withdrawSure")}
          </button>
        </details>
      )}
      <button
        className="talk-plain"
        formAction="/api/conversation/export"
        name="deed"
        value="export"
        onClick={sendPlainly}
      >
        {t("exportWords")}
      </button>
    </div>
  );
}

/** This button leaves the page's own form: its answer is a file. */
function sendPlainly(event: MouseEvent<HTMLButtonElement>) {
  event.preventDefault();
  const own = event.currentTarget.form;
  if (!own) return;
  const plain = document.createElement("form");
  plain.method = "post";
  plain.action = "/api/conversation/export";
  for (const name of ["comment", "key", "locale"]) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = String(new FormData(own).get(name) ?? "");
    plain.append(input);
  }
  document.body.append(plain);
  plain.submit();
  plain.remove();
}

function editableUntil(own: OwnWords, minutes: number): number {
  return Date.parse(own.createdAt) + minutes * 60_000;
}

function rememberStatus({ id, status }: OwnWords) {
  remember((known) => {
    const one = known.own[id];
    if (one) one.status = status;
  });
}
