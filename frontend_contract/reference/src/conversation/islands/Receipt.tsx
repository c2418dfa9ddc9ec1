"use client";
// What became of a comment, told to its author: it takes the focus, and shows the key once.
//
// Without JavaScript the form below the thread is open with that key: it edits, withdraws and objects.
import { addressOf, permalink } from "../address";
import type { Receipt } from "../types";
import { useIsAlive, useTalk } from "./context";
import { Attach } from "./ContributeForm";
import { Outcome } from "./Outcome";
import { OwnForm } from "./OwnForm";

/** What became of a post. */
export function ReceiptPanel({ receipt, onClose }: { receipt: Receipt; onClose?: () => void }) {
  const { t, path, form } = useTalk();
  const isAlive = useIsAlive();
  const { status, commentId, editToken, message } = receipt;
  const isHeld = status === "HELD";
  const title = t(status === "PUBLISHED" ? "publishedTitle" : isHeld ? "heldTitle" : "rejectedTitle");
  return (
    <Outcome title={title} tone={status === "PUBLISHED" ? "good" : isHeld ? "plain" : "bad"}>
      {status === "PUBLISHED" && (
        <p>
          {t("publishedText")}{" "}
          <a href={isAlive ? `#comment-${commentId}` : permalink(path, commentId)}>{t("readIt")}</a>
        </p>
      )}
      {isHeld && (
        <p>{t(form?.emailPolicy === "REQUIRED" && /e-mail/.test(message) ? "heldForEmail" : "heldText")}</p>
      )}
      {status === "REJECTED" && (
        <>
          <p>{t("rejectedText")}</p>
          <blockquote lang="en">{message}</blockquote>
          <p>{t("mayAppeal")}</p>
        </>
      )}
      {editToken && (
        <details open={!isAlive}>
          <summary>{t("keyTitle")}</summary>
          <p>{t(isAlive ? "keyKept" : "keyText")}</p>
          <code className="talk-key">{editToken}</code>
          <p>
            <a href={addressOf(path, { own: commentId }, "own")}>{t("keyPlace")}</a>
          </p>
        </details>
      )}
      {editToken && isAlive && status === "REJECTED" && (
        <OwnForm id={commentId} ownKey={editToken} prefix="sent" />
      )}
      {editToken && isAlive && status !== "REJECTED" && <Attach id={commentId} ownKey={editToken} />}
      {onClose && (
        <button type="button" className="talk-plain" onClick={onClose}>
          OK
        </button>
      )}
    </Outcome>
  );
}
