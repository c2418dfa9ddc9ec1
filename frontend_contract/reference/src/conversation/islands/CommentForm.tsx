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
  parent?: { id: string; name: string } | undefined;
  /** Below its comment, opened by JavaScript. */
  onCancel?: () => void;
  /** The state of the form that stands on the page by itself: others show what became of it too. */
  sent?: readonly [PostState, (data: FormData) => void, ...unknown[]];
}

export const EMPTY: PostState = { values: {} };

export function CommentForm({ parent, onCancel, sent }: Props) {
  const { t, form, head, locale, path, asked } = useTalk();
  const own = useActionState(postAction, EMPTY, addressOf(path, asked, "write"));
  const [returned, action] = sent ?? own;
  const element = useRef<HTMLFormElement>(null);
  const where = draftPlace({ thread: head.id, parent: parent?.id ?? "" });
  const { state, step, submit } = usePosting(returned, where);
  const isRestored = useDraft(element, where, Boolean(onCancel));
  if (!form) return null;
  const { receipt, problem, values } = state;
  const prefix = parent ? `reply-${parent.id.slice(0, 8)}` : "write";
  const title = parent ? t("replyTo", { name: parent.name }) : t(head.questionAndAnswer ? "ask" : "write");
  return (
    <section className="talk-form" id={parent ? "reply" : "write"} aria-labelledby={`${prefix}-heading`}>
      <h3 id={`${prefix}-heading`}>{title}</h3>
      {receipt && (
        <ReceiptPanel key={receipt.commentId} receipt={receipt} {...(onCancel && { onClose: onCancel })} />
      )}
      {(!receipt || !onCancel) && (
        <form action={action} onSubmit={submit} ref={element} noValidate>
          <input type="hidden" name="thread" value={head.id} />
          <input type="hidden" name="locale" value={locale} />
          {parent && <input type="hidden" name="parent" value={parent.id} />}
          <ErrorSummary problem={problem} prefix={prefix} />
          {isRestored && !problem && (
            <p className="talk-soft" role="status">
              {t("draftKept")}
            </p>
          )}
          <Introduction form={form} isReply={Boolean(parent)} />
          <PostFields {...{ form, prefix, values, problem }} isQuestion={head.questionAndAnswer && !parent} />
          <Obstacles needsProof={form.proofOfWork} />
          <Buttons {...{ parent, onCancel, step }} />
        </form>
      )}
    </section>
  );
}

type Step = "solving" | "sending" | null;

/** Sending in place; until that has happened, what the page came back with. */
function usePosting(returned: PostState, where: string) {
  const talk = useTalk();
  const { form, head, reread, dispatch } = talk;
  const [here, setHere] = useState<PostState | null>(null);
  const [step, setStep] = useState<Step>(null);
  useArrived(returned, head.id, where, reread);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    if (step || !form) return;
    setStep("sending");
    const posted = await post(talk, form, valuesOf(new FormData(element)), setStep);
    setStep(null);
    setHere(posted);
    if (!posted.receipt) return;
    element.reset();
    reread();
    if (posted.comment) dispatch({ type: "own", comment: posted.comment });
  }
  return { state: here ?? returned, step, submit };
}

/** What keeps a comment from being taken. */
function Obstacles({ needsProof }: { needsProof: boolean }) {
  const { t, isTaking } = useTalk();
  return (
    <>
      {needsProof && (
        <noscript>
          <p className="talk-problem">{t("proofNeedsScript")}</p>
        </noscript>
      )}
      {!isTaking && (
        <p className="talk-problem" role="alert">
          {t("closedMeanwhile")}
        </p>
      )}
    </>
  );
}

function Buttons({
  parent,
  onCancel,
  step,
}: Pick<Props, "parent"> & { onCancel: Props["onCancel"]; step: Step }) {
  const { t, isTaking, head, path } = useTalk();
  const send = parent ? "sendReply" : head.questionAndAnswer ? "sendQuestion" : "send";
  return (
    <p className="talk-buttons">
      {isTaking && (
        <button type="submit" className="talk-button" aria-disabled={step !== null}>
          {t(step ?? send)}
        </button>
      )}
      {onCancel && (
        <button type="button" className="talk-plain" onClick={onCancel}>
          {t("cancel")}
        </button>
      )}
      {parent && !onCancel && <a href={addressOf(path, {}, "write")}>{t("ownInstead")}</a>}
      <span className="talk-unseen" role="status">
        {step ? t(step) : ""}
      </span>
    </p>
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
        {form.slowSeconds > 0 && ` ${t("slow", { n: form.slowSeconds })}`}{" "}
        {t("editFor", { n: form.editMinutes })}
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
  const isOpen = others.some(
    ({ name }) => values[name] || problem?.fields.some(({ field }) => field === name),
  );
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
