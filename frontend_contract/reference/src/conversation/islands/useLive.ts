"use client";
// What happens in the thread while somebody reads it. Comes as a stream, or by looking now and then; the client decides.
import type { LiveEvent } from "@social-newsroom/client/live";
import { Thread as ThreadOperation } from "@social-newsroom/client/operations";
import { type Dispatch, useEffect } from "react";

import { fromLive, toComment } from "../shape";
import type { Comment, Head } from "../types";
import type { Talk } from "./context";
import type { Change } from "./state";

/** Milliseconds: first the page itself. */
const PATIENCE = 800;

/** Follows a thread after change `since`; without it, what is new is asked for once. */
export function useLive(talk: Pick<Talk, "newsroom" | "head" | "dispatch">, since: number | undefined): void {
  const { newsroom, dispatch } = talk;
  const { id, mode } = talk.head;
  useEffect(() => {
    if (mode === "OFF") return;
    const stop = new AbortController();
    const timer = setTimeout(() => void follow(stop.signal), PATIENCE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };

    async function follow(signal: AbortSignal) {
      const begunAt = talk.head.lastActivityAt ?? "";
      const hear = (comment: Comment) => heard(dispatch, comment, begunAt);
      try {
        if (since === undefined) await reread(hear);
        const { liveThread } = await import("@social-newsroom/client/live");
        for await (const event of liveThread(newsroom, id, { since, signal })) {
          if (event.type === "reset") await reread(hear);
          else tell(event, hear, dispatch);
        }
      } catch {
        // Nothing is lost but the liveliness: the page can be loaded again.
      }
    }

    async function reread(hear: (comment: Comment) => void) {
      const { data } = await newsroom.query(ThreadOperation, { id, first: 20, order: "NEWEST" });
      for (const { node } of [...(data.thread?.comments.edges ?? [])].reverse()) hear(toComment(node));
    }
    // The thread's figures change with every event: they are no reason to begin anew.
  }, [newsroom, id, mode === "OFF", since, dispatch]);
}

function tell(event: LiveEvent, hear: (comment: Comment) => void, dispatch: Dispatch<Change>) {
  if (event.type === "comment") hear(fromLive(event.comment));
  if (event.type === "end") dispatch({ type: "over" });
  if (event.type === "thread") dispatch({ type: "head", head: headOf(event.thread) });
}

function headOf(live: Extract<LiveEvent, { type: "thread" }>["thread"]): Head {
  return {
    id: live.id,
    mode: live.mode,
    commentCount: live.comment_count,
    counts: live.counts,
    answeredCount: live.answered_count,
    lastActivityAt: live.last_activity_at,
    opensAt: live.opens_at,
    closesAt: live.closes_at,
    questionAndAnswer: live.question_and_answer,
  };
}

/** New is what was published after the page was made; whether it is in sight decides whether it may change by itself. */
function heard(dispatch: Dispatch<Change>, comment: Comment, begunAt: string) {
  const element = document.getElementById(`comment-${comment.id}`);
  const box = element?.getBoundingClientRect();
  const isInSight = Boolean(box && (box.top < innerHeight || element?.contains(document.activeElement)));
  dispatch({ type: "heard", comment, isNew: comment.publishedAt > begunAt, isInSight });
}
