"use client";
// The thread of an item: figures, pinned comments, the list, forms, and what is new. The server renders it whole.
import { useActionState, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";

import { addressOf, type Asked, permalink, type Show, SHOWS, type Sort, SORTS } from "../address";
import { postAction } from "../server/actions";
import type { Attachment, Comment, Form, Terms, View } from "../types";
import type { Words } from "../words";
import { Body } from "./Body";
import { CommentForm, EMPTY } from "./CommentForm";
import { AttachmentItem, CommentItem } from "./CommentItem";
import { browserNewsroom, TalkContext, useIsAlive, useTalk } from "./context";
import { ContributeForm } from "./ContributeForm";
import { News } from "./News";
import { OwnComments } from "./OwnComments";
import { ReportForm } from "./ReportForm";
import { change, find, lastSeq } from "./state";
import { useLive } from "./useLive";
import { remembered } from "./visitor";

export interface ThreadProps {
  view: View;
  form: Form | null;
  terms: Terms | null;
  asked: Asked;
  words: Words;
  locale: string;
  timeZone: string;
  path: string;
  itemId: string;
  room: { slug: string; name: string };
  /** Where browsers reach the newsroom. */
  apiUrl: string;
}

export function Thread(props: ThreadProps) {
  const { view, asked, words, locale, apiUrl, form, terms } = props;
  const [shown, dispatch] = useReducer(change, view, begin);
  const [reads, setReads] = useState(0);
  const isAlive = useIsAlive();
  const newsroom = useMemo(() => browserNewsroom(apiUrl), [apiUrl]);
  const own = useMemo(() => (isAlive ? remembered().own : {}), [isAlive, reads]);
  const reread = useCallback(() => setReads((count) => count + 1), []);
  const talk = {
    ...{ newsroom, words, locale, form, terms, own, reread, dispatch, asked, head: shown.head },
    ...{ path: props.path, room: props.room, timeZone: props.timeZone },
  };
  const begun = useRef(view);
  const isNewest = asked.sort === "newest" && view.isStart && !asked.show && !asked.comment;
  useLive(talk, isNewest && view.branches.length ? lastSeq(begin(begun.current)) : undefined);
  useFocusOnTarget();
  const { head } = shown;
  return (
    <TalkContext value={talk}>
      <section
        className="talk"
        id="conversation"
        aria-labelledby="conversation-title"
        data-alive={isAlive || undefined}
      >
        <h2 id="conversation-title">
          {head.questionAndAnswer ? words.questionsAndAnswers : words.conversation}
        </h2>
        <Figures />
        <ModeNotice isOver={shown.isOver} />
        {view.above ? <InContext shown={shown} view={view} /> : <Whole shown={shown} view={view} />}
        <News waiting={shown.waiting} />
        <Forms
          comments={[...shown.above.map((comment) => ({ comment, replies: [] })), ...shown.branches]}
          itemId={props.itemId}
        />
        <Contributions files={view.files ?? []} />
      </section>
    </TalkContext>
  );
}

type Shown = ReturnType<typeof begin>;

function begin(view: View) {
  const { head, branches, pinned, above = [] } = view;
  return { head, branches, pinned, above, waiting: [] as Comment[], isOver: false };
}

function Figures() {
  const { t, head } = useTalk();
  const figures = [
    t("commentCount", { n: head.commentCount }),
    head.counts.question > 0 && t("questionCount", { n: head.counts.question }),
    head.answeredCount > 0 && t("answeredCount", { n: head.answeredCount }),
  ];
  return <p className="talk-soft">{figures.filter(Boolean).join(" · ")}</p>;
}

/** Why nothing can be said here, or how it can. */
function ModeNotice({ isOver }: { isOver: boolean }) {
  const { t, at, head, isTaking } = useTalk();
  if (isOver) {
    return (
      <p className="talk-problem" role="alert">
        {t("endedLive")}
      </p>
    );
  }
  if (isTaking)
    return head.closesAt ? <p className="talk-soft">{t("closesAt", { date: at(head.closesAt) })}</p> : null;
  const now = new Date().toISOString();
  if (head.opensAt && head.opensAt > now)
    return <p className="talk-notice">{t("opensLater", { date: at(head.opensAt) })}</p>;
  if (head.closesAt && head.closesAt <= now)
    return <p className="talk-notice">{t("closedAt", { date: at(head.closesAt) })}</p>;
  return <p className="talk-notice">{t("modeClosed")}</p>;
}

/** One comment with those above it. */
function InContext({ shown, view }: { shown: Shown; view: View }) {
  const { t, path, asked } = useTalk();
  return (
    <>
      <p>
        <a href={addressOf(path, {})}>{t("wholeThread")}</a>
      </p>
      <h3>{t("oneInContext")}</h3>
      {shown.above.length > 0 && (
        <ol className="talk-comments is-above">
          {shown.above.map((comment) => (
            <CommentItem key={comment.id} branch={{ comment, replies: [] }} isFlat />
          ))}
        </ol>
      )}
      <ol className="talk-comments">
        {shown.branches.map((branch) => (
          <CommentItem key={branch.comment.id} branch={branch} isHere={branch.comment.id === asked.comment} />
        ))}
      </ol>
      <Onwards view={view} />
    </>
  );
}

function Whole({ shown, view }: { shown: Shown; view: View }) {
  const { t, head, asked, path, isTaking } = useTalk();
  return (
    <>
      {view.isMissing && <p className="talk-notice">{t("missingComment")}</p>}
      {shown.pinned.length > 0 && (
        <section className="talk-pinned" aria-labelledby="pinned-title">
          <h3 id="pinned-title">{t("pinned")}</h3>
          <ul>
            {shown.pinned.map(({ id, body, author, language }) => (
              <li key={id}>
                <Body html={body} language={language} />
                <p className="talk-soft">
                  {author?.name} · <a href={permalink(path, id)}>{t("readInThread")}</a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {head.commentCount > 1 && <Choices />}
      <h3 className="talk-unseen">{t("comments")}</h3>
      {shown.branches.length > 0 ? (
        <ol className="talk-comments">
          {shown.branches.map((branch) => (
            <CommentItem key={branch.comment.id} branch={branch} isFlat={Boolean(asked.show)} />
          ))}
        </ol>
      ) : (
        <p>{t(head.commentCount ? "noneSuch" : isTaking ? "nobodyYet" : "nobody")}</p>
      )}
      <Onwards view={view} />
    </>
  );
}

/** Other orders and parts of the thread. */
function Choices() {
  const { t, asked, path } = useTalk();
  const { show } = asked;
  const sort = (name: Sort) => ({
    words: t(name),
    href: addressOf(path, { sort: name, ...(show && { show }) }),
    isOn: asked.sort === name,
  });
  const part = (name: Show | undefined) => ({
    words: t(name ?? "everything"),
    href: addressOf(path, { sort: asked.sort, ...(name && { show: name }) }),
    isOn: show === name,
  });
  return (
    <nav className="talk-choices" aria-label={t("comments")}>
      <Choice label={t("order")} links={SORTS.map(sort)} />
      <Choice label={t("show")} links={[undefined, ...SHOWS].map(part)} />
    </nav>
  );
}

function Choice({
  label,
  links,
}: {
  label: string;
  links: { words: string; href: string; isOn: boolean }[];
}) {
  return (
    <>
      <span className="talk-soft">{label}</span>
      <ul aria-label={label}>
        {links.map(({ words, href, isOn }) => (
          <li key={words}>
            <a href={href} rel="nofollow" aria-current={isOn ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Onwards({ view }: { view: View }) {
  const { t } = useTalk();
  if (!view.next && !view.previous) return null;
  return (
    <p className="talk-onwards">
      {view.previous && (
        <a href={view.previous} rel="prev nofollow">
          {t("previousPage")}
        </a>
      )}
      {view.next && (
        <a href={view.next} rel="next nofollow">
          {view.above ? t("loadReplies") : t("nextPage")}
        </a>
      )}
    </p>
  );
}

/** What readers have sent to the item itself, as far as an editor has approved it. */
function Contributions({ files }: { files: Attachment[] }) {
  const { t } = useTalk();
  if (!files.length) return null;
  return (
    <>
      <h3>{t("contributionsTitle")}</h3>
      <ul className="talk-files">
        {files.map((file) => (
          <AttachmentItem key={file.id} attachment={file} />
        ))}
      </ul>
    </>
  );
}

/** The forms below the thread. Without JavaScript links lead to them. They stay when the thread is closed meanwhile. */
function Forms({ comments, itemId }: { comments: View["branches"]; itemId: string }) {
  const { t, form, asked, own, head, terms, path } = useTalk();
  const reported = asked.report ? find(comments, asked.report) : undefined;
  const replied = asked.reply ? find(comments, asked.reply) : undefined;
  const place = addressOf(path, asked, replied?.author ? "reply" : "write");
  const sent = useActionState(postAction, EMPTY, place);
  const { receipt } = sent[0];
  return (
    <>
      {reported?.author && (
        <div id="report">
          <ReportForm id={reported.id} name={reported.author.name} />
        </div>
      )}
      {form && (
        <CommentForm
          sent={sent}
          {...(replied?.author && { parent: { id: replied.id, name: replied.author.name } })}
        />
      )}
      {terms && (
        <details className="talk-mine">
          <summary>{t("contribute")}</summary>
          <p className="talk-soft">{t("contributeIntro")}</p>
          <ContributeForm terms={terms} belongs={{ item: itemId, thread: head.id }} />
        </details>
      )}
      <OwnComments
        own={own}
        thread={head.id}
        id={receipt?.commentId ?? asked.own}
        ownKey={receipt?.editToken}
      />
    </>
  );
}

/** A comment that the address names takes the focus: its place on the page alone is not told to everybody. */
function useFocusOnTarget() {
  useEffect(() => {
    const target = /^#comment-[\w-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (target) target.focus();
  }, []);
}
