"use client";
// A comment with its replies: who says it, what it says, and what may be done with it.
import { Comment as CommentOperation } from "@social-newsroom/client/operations";
import { type MouseEvent, useRef, useState } from "react";

import { instant } from "@/format";

import { addressOf, permalink } from "../address";
import { toComment } from "../shape";
import { wordFor } from "../text";
import type { Attachment, Branch, Comment } from "../types";
import { Body } from "./Body";
import { CommentForm } from "./CommentForm";
import { useTalk } from "./context";
import { OwnForm } from "./OwnForm";
import { Reactions } from "./Reactions";
import { ReportForm } from "./ReportForm";

const PAGE = 20;

interface Props {
  branch: Branch;
  /** The comment that the address names. */
  isHere?: boolean;
  /** Whether replies stand below; in flat lists each comment stands alone. */
  isFlat?: boolean;
}

export function CommentItem({ branch: { comment, replies }, isHere = false, isFlat = false }: Props) {
  const { t, asked, path } = useTalk();
  const gone = comment.state !== "PUBLISHED" || !comment.author;
  const names = [
    "talk-comment",
    comment.author?.official && "is-official",
    isHere && "is-here",
    gone && "is-gone",
  ].filter(Boolean);
  return (
    <li>
      <article className={names.join(" ")} id={`comment-${comment.id}`} tabIndex={-1}>
        {gone ? (
          <p>{t(comment.state === "WITHDRAWN" ? "withdrawn" : "removed")}</p>
        ) : (
          <>
            <Head comment={comment} />
            {isFlat && comment.parentId && (
              <p className="talk-soft">
                {t("inReplyTo")} · <a href={permalink(path, comment.id)}>{t("seeContext")}</a>
              </p>
            )}
            <Body html={comment.body} language={comment.language} />
            <Beside comment={comment} />
            <Deeds comment={comment} />
          </>
        )}
      </article>
      {!isFlat && <Replies comment={comment} replies={replies} isHere={asked.comment === comment.id} />}
    </li>
  );
}

function Head({ comment }: { comment: Comment }) {
  const { t, at, words, path, room } = useTalk();
  const { author, kind, publishedAt, editedAt, pinned } = comment;
  if (!author) return null;
  const who = [author.title, author.organisation, wordFor("relation", author.relation, words)].filter(
    Boolean,
  );
  return (
    <header>
      <h4>
        {author.url ? (
          <a href={author.url} rel="nofollow ugc noopener">
            {author.name}
          </a>
        ) : (
          author.name
        )}{" "}
        {author.official && <span className="talk-badge">{t("speaksFor", { name: room.name })}</span>}
        {author.verified && !author.official && <span className="talk-badge is-quiet">{t("verified")}</span>}
      </h4>
      {who.length > 0 && <p className="talk-soft">{who.join(", ")}</p>}
      <p className="talk-soft">
        {wordFor("kind", kind, words) && <span className="talk-kind">{wordFor("kind", kind, words)}</span>}{" "}
        <a href={permalink(path, comment.id)} title={t("permalink")}>
          <time dateTime={instant(publishedAt)} suppressHydrationWarning>
            {at(publishedAt)}
          </time>
        </a>{" "}
        {editedAt && <span suppressHydrationWarning>{t("edited", { date: at(editedAt) })} </span>}
        {pinned && <span className="talk-kind">{t("isPinned")}</span>}
      </p>
    </header>
  );
}

/** What belongs to a comment besides its words. */
function Beside({ comment: { attachments, statement, answeredBy } }: { comment: Comment }) {
  const { t, path } = useTalk();
  return (
    <>
      {attachments.length > 0 && (
        <ul className="talk-files" aria-label={t("attached")}>
          {attachments.map((each) => (
            <AttachmentItem key={each.id} attachment={each} />
          ))}
        </ul>
      )}
      {statement && (
        <p className="talk-statement">
          {t("statement")} <a href={statement.url}>{statement.title}</a>
        </p>
      )}
      {answeredBy && (
        <p className="talk-soft">
          <a href={permalink(path, answeredBy.commentId)}>{t("answeredBy", { name: answeredBy.name })}</a>
          {answeredBy.title && `, ${answeredBy.title}`}
        </p>
      )}
    </>
  );
}

export function AttachmentItem({
  attachment: { href, title, description, thumbnail, by },
}: {
  attachment: Attachment;
}) {
  const { t } = useTalk();
  return (
    <li>
      <a href={href}>
        {thumbnail && (
          <img
            src={thumbnail.href}
            alt={thumbnail.alt || title}
            width={thumbnail.width}
            height={thumbnail.height}
            loading="lazy"
          />
        )}
        {!(thumbnail && title === thumbnail.alt) && <span>{title}</span>}
      </a>
      {description && <p className="talk-soft">{description}</p>}
      {by && <p className="talk-soft">{t("madeBy", { name: by })}</p>}
    </li>
  );
}

type Panel = "reply" | "report" | "own" | null;

/** Links that lead on without JavaScript, and open in place with it. */
function Deeds({ comment }: { comment: Comment }) {
  const { t, isTaking, asked, path, own } = useTalk();
  const [panel, setPanel] = useState<Panel>(null);
  const opener = useRef<HTMLElement>(null);
  const name = comment.author?.name ?? "";
  const mine = own[comment.id];
  const { reply: _, report: __, own: ___, ...rest } = asked;

  function open(event: MouseEvent<HTMLElement>, which: Panel) {
    event.preventDefault();
    opener.current = event.currentTarget;
    setPanel(panel === which ? null : which);
  }
  function close() {
    setPanel(null);
    opener.current?.focus();
  }
  const link = (which: "reply" | "report", words: string, hidden: string) => (
    <a
      href={addressOf(path, { ...rest, [which]: comment.id }, which)}
      rel="nofollow"
      onClick={(event) => open(event, which)}
      aria-expanded={panel === which ? true : undefined}
    >
      {words} <span className="talk-unseen">{hidden}</span>
    </a>
  );
  return (
    <>
      <footer className="talk-deeds">
        <Reactions comment={comment} />
        {isTaking && link("reply", t("reply"), `– ${name}`)}
        {!comment.author?.official && !mine && link("report", t("report"), `– ${name}`)}
        {mine && (
          <button
            type="button"
            className="talk-plain"
            aria-expanded={panel === "own"}
            onClick={(event) => open(event, "own")}
          >
            {t("mine")}
          </button>
        )}
      </footer>
      {panel === "reply" && <CommentForm parent={{ id: comment.id, name }} onCancel={close} />}
      {panel === "report" && <ReportForm id={comment.id} name={name} onClose={close} />}
      {panel === "own" && mine && (
        <OwnForm prefix={`own-${comment.id.slice(0, 8)}`} id={comment.id} ownKey={mine.key} onClose={close} />
      )}
    </>
  );
}

/** Those that are here, and a way to the others. */
function Replies({ comment, replies, isHere }: { comment: Comment; replies: Branch[]; isHere: boolean }) {
  const { t, path, newsroom, dispatch } = useTalk();
  const [isLoading, setLoading] = useState(false);
  const more = comment.replyCount - replies.length;

  async function load(event: MouseEvent<HTMLElement>) {
    event.preventDefault();
    if (isLoading) return;
    setLoading(true);
    try {
      const comments: Comment[] = [];
      let after: string | null | undefined;
      do {
        const { data } = await newsroom.query(CommentOperation, {
          id: comment.id,
          first: PAGE,
          after: after ?? null,
        });
        const page = data.comment?.replies;
        comments.push(...(page?.edges ?? []).map(({ node }) => toComment(node)));
        after = page?.pageInfo.hasNextPage && comments.length < 100 ? page.pageInfo.endCursor : null;
      } while (after);
      dispatch({ type: "replies", parent: comment.id, comments });
    } catch {
      location.assign(permalink(path, comment.id));
    } finally {
      setLoading(false);
    }
  }

  return (
    <>
      {replies.length > 0 && (
        <ol className="talk-comments">
          {replies.map((reply) => (
            <CommentItem key={reply.comment.id} branch={reply} />
          ))}
        </ol>
      )}
      {more > 0 && !isHere && (
        <p className="talk-onwards">
          <a href={permalink(path, comment.id)} onClick={load}>
            {isLoading ? t("loading") : t(replies.length ? "moreReplies" : "showReplies", { n: more })}
            {comment.author && <span className="talk-unseen"> – {comment.author.name}</span>}
          </a>
        </p>
      )}
    </>
  );
}
