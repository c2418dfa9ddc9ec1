"use client";
// What has come while somebody reads: said once, and shown when they want it. Nothing moves before that.
import { useEffect, useRef } from "react";

import type { Comment } from "../types";
import { useTalk } from "./context";

export function News({ waiting }: { waiting: Comment[] }) {
  const { t, dispatch } = useTalk();
  const first = useRef<string | null>(null);
  useEffect(() => {
    if (waiting.length || !first.current) return;
    document.getElementById(`comment-${first.current}`)?.focus();
    first.current = null;
  }, [waiting]);
  const isOnPage = (id: string) =>
    typeof document !== "undefined" && document.getElementById(`comment-${id}`) !== null;
  const changed = waiting.filter(({ id }) => isOnPage(id));
  const fresh = waiting.filter(({ id }) => !isOnPage(id));
  const answers = fresh.filter(({ author }) => author?.official).length;
  const told = [
    answers > 0 && t("newAnswers", { n: answers }),
    fresh.length > answers && t("newComments", { n: fresh.length - answers }),
    changed.length > 0 && t("changedComments", { n: changed.length }),
  ].filter(Boolean);

  function show() {
    first.current = waiting[0]?.id ?? null;
    dispatch({ type: "show" });
  }
  return (
    <div className="talk-news" role="status">
      {told.length > 0 && (
        <button type="button" onClick={show}>
          {told.join(", ")}: <strong>{t("showNew")}</strong>
        </button>
      )}
    </div>
  );
}
