"use client";
// The form for a comment or a reply. Without JavaScript it is sent to a Server Action and comes back in the page.
import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";

import { addressOf } from "../address";
import type { PostState } from "../deeds";
import { postAction } from "../server/actions";
import { valuesOf } from "../text";
import type { Field, Form, Problem } from "../types";
import { Body } from "./Body";
import { useTalk } from "./context";
import { ErrorSummary, FieldInput } from "./Fields";
import { draftPlace, post, rememberPosted } from "./posting";
import { ReceiptPanel } from "./Receipt";
import { useDraft } from "./useDraft";
import { keepDraft } from "./visitor";

interface Props {
  /** The comment that is replied to. */
  parent?: { id: string; name: string };
  /** Below its comment, opened by JavaScript. */
  onCancel?: () => void;
  /** The state of the form that stands on the page by itself: others show what became of it too. */
  sent?: readonly [PostState, (data: FormData) => void, ...unknown[]];
}

export const EMPTY: PostState = { values: {} };

export function CommentForm({ parent, onCancel, sent }: Props) {
  const talk = useTalk();
  const { t, form, head, locale, isTaking } = talk;
  const own = useActionState(postAction, EMPTY);
  const [returned, action] = sent ?? own;
  const [here, setHere] = useState<PostState | null>(null);
  const [step, setStep] = useState<"solving" | "sending" | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const prefix = parent ? `reply-${parent.id.slice(0, 8)}` : "write";
  const state = here ?? returned;
  const where = draftPlace({ thread: head.id, parent: parent?.id ?? "" });
  useArrived(returned, head.id, where, talk.reread);
  const isRestored = useDraft(element, where, Boolean(onCancel));
  if (!form) return null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (step || !form) return;
    setStep("sending");
    const posted = await post(talk, form, valuesOf(new FormData(event.currentTarget)), setStep);
    setStep(null);
    setHere(posted);
    if (!posted.receipt) return;
    element.current?.reset();
    talk.reread();
    if (posted.comment) talk.dispatch({ type: "own", comment: posted.comment });
  }

  const isQuestion = head.questionAndAnswer && !parent;
  const send = t(isQuestion ? "sendQuestion" : parent ? "sendReply" : "send");
  const title = parent ? t("replyTo", { name: parent.name }) : t(head.questionAndAnswer ? "ask" : "write");
  return (
    <section className="talk-form" id={parent ? "reply" : "write"} aria-labelledby={`${prefix}-title`}>
      <h3 id={`${prefix}-title`}>{title}</h3>
      {state.receipt && <ReceiptPanel receipt={state.receipt} {...(onCancel && { onClose: onCancel })} />}
      {(!state.receipt || !onCancel) && (
        <form action={action} onSubmit={submit} ref={element} noValidate>
          <input type="hidden" name="thread" value={head.id} />
          <input type="hidden" name="locale" value={locale} />
          {parent && <input type="hidden" name="parent" value={parent.id} />}
          <ErrorSummary problem={state.problem} prefix={prefix} />
          {isRestored && !state.problem && (
            <p className="talk-soft" role="status">
              {t("draftKept")}
            </p>
          )}
          <Introduction form={form} isReply={Boolean(parent)} />
          <PostFields form={form} prefix={prefix} values={state.values} problem={state.problem} isQuestion={isQuestion} />
          {form.proofOfWork && (
            <noscript>
              <p className="talk-problem">{t("proofNeedsScript")}</p>
            </noscript>
          )}
          {!isTaking && (
            <p className="talk-problem" role="alert">
              {t("closedMeanwhile")}
            </p>
          )}
          <p className="talk-buttons">
            {isTaking && (
              <button type="submit" className="talk-button" aria-disabled={step !== null}>
                {step ? t(step) : send}
              </button>
            )}
            {onCancel && (
              <button type="button" className="talk-plain" onClick={onCancel}>
                {t("cancel")}
              </button>
            )}
            {parent && !onCancel && <a href={addressOf(talk.path, {}, "write")}>{t("ownInstead")}</a>}
            <span className="talk-unseen" role="status">
              {step ? t(step) : ""}
            </span>
          </p>
        </form>
      )}
    </section>
  );
}

/** A comment that was sent before the page's scripts had begun is remembered as if they had sent it. */
function useArrived({ receipt }: PostState, thread: string, where: string, reread: () => void) {
  useEffect(() => {
    if (!receipt) return;
    rememberPosted({ values: {}, receipt }, thread);
    keepDraft(where, null);
    reread();
  }, [receipt, thread, where, reread]);
}

/** What holds here, and what becomes of the comment and of the address. */
function Introduction({ form, isReply }: { form: Form; isReply: boolean }) {
  const { t, head } = useTalk();
  const markup = form.elements.map((name) => `<${name}>`).join(" ");
  return (
    <div className="talk-soft">
      <p>
        {t(head.mode === "PREMODERATED" ? "modePremoderated" : "modeOpen")}
        {form.emailPolicy === "REQUIRED" && ` ${t("emailRequired")}`}
        {form.emailPolicy === "OPTIONAL" && ` ${t("emailOptional")}`}
        {form.slowSeconds > 0 && ` ${t("slow", { n: form.slowSeconds })}`} {t("editFor", { n: form.editMinutes })}
      </p>
      {!isReply && (
        <details>
          <summary>{t("guidelines")}</summary>
          {form.guidelines && <Body html={form.guidelines} />}
          <p>{t("markup", { elements: markup })}</p>
        </details>
      )}
    </div>
  );
}

interface FieldsProps {
  form: Form;
  prefix: string;
  values: PostState["values"];
  problem: Problem | undefined;
  isQuestion: boolean;
}

/** The fields that are needed first; what may be said about oneself is folded away. */
function PostFields({ form, prefix, values, problem, isQuestion }: FieldsProps) {
  const { t } = useTalk();
  const isMain = ({ required, type, name }: Field) => required || type === "MARKUP" || name === "kind";
  const shown = form.fields.filter(({ type }) => type !== "TRAP");
  const others = shown.filter((field) => !isMain(field));
  const isOpen = others.some(({ name }) => values[name] || problem?.fields.some(({ field }) => field === name));
  const input = (field: Field) => {
    const value = values[field.name] ?? (field.name === "kind" ? (isQuestion ? "QUESTION" : "OTHER") : "");
    return <FieldInput key={field.name} {...{ field, prefix, value, problem }} />;
  };
  return (
    <>
      {shown.filter(isMain).map(input)}
      <details className="talk-more" open={isOpen}>
        <summary>{t("aboutYou")}</summary>
        {others.map(input)}
      </details>
      {form.fields.filter(({ type }) => type === "TRAP").map(input)}
    </>
  );
}
