"use client";
// Reactions to a comment: counted at once, taken back with the same button. Without JavaScript a plain form sends them.
import { NewsroomError } from "@social-newsroom/client";
import { ReactToComment } from "@social-newsroom/client/operations";
import { type FormEvent, useState } from "react";

import { addressOf } from "../address";
import { problemOf } from "../failures";
import { reactionName } from "../text";
import type { Comment } from "../types";
import { useIsAlive, useTalk } from "./context";
import { remember, remembered } from "./visitor";

/** Outlines of a thumb, a heart and a lamp, on a field of 24 by 24; other reactions have their word alone. */
const SIGNS: Record<string, string> = {
  like: "M7 11v9H3v-9zm0 0 4-8c1.5 0 2.5 1 2.5 2.5V9H20l-1.6 9.4A2 2 0 0 1 16.4 20H7",
  heart: "M12 20S3.5 14.5 3.5 8.8A4.6 4.6 0 0 1 12 6.5a4.6 4.6 0 0 1 8.5 2.3C20.5 14.5 12 20 12 20z",
  insightful: "M9 18h6m-5 3h4M8.5 15A6.5 6.5 0 1 1 15.5 15c-.6.6-.5 1.5-.5 3H9c0-1.5 0-2.4-.5-3z",
};

function Sign({ name }: { name: string }) {
  const path = SIGNS[name];
  if (!path) return null;
  return (
    <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export function Reactions({ comment }: { comment: Comment }) {
  const talk = useTalk();
  const { t, form, words, locale, newsroom, isTaking, path, asked, dispatch } = talk;
  const isAlive = useIsAlive();
  const [said, setSaid] = useState("");
  const [isBusy, setBusy] = useState(false);
  const mine = isAlive ? (remembered().reactions[comment.id] ?? []) : [];
  const counts = new Map(comment.reactions.map(({ name, count }) => [name, count]));
  const offered = isTaking ? (form?.reactions ?? []) : [];
  const names = [...new Set([...offered, ...counts.keys()])];
  if (!names.length) return null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const name = button?.value;
    if (!name || isBusy) return;
    setBusy(true);
    setSaid(await react(name, !mine.includes(name)));
    setBusy(false);
  }

  /** What is to be said of it; nothing where the count tells. */
  async function react(name: string, on: boolean): Promise<string> {
    const { token } = remembered();
    const input = { id: comment.id, name, on, ...(token && { visitorToken: token }) };
    try {
      const { data } = await newsroom.mutate(ReactToComment, { input });
      noteMine(comment.id, name, on, data.reactToComment?.visitorToken);
      const reactions = data.reactToComment?.comment?.reactions;
      if (reactions) dispatch({ type: "reactions", id: comment.id, reactions });
      return on ? t("reacted") : "";
    } catch (error) {
      if (error instanceof NewsroomError && error.code === "CONFLICT") noteMine(comment.id, name, on);
      if (error instanceof NewsroomError && error.code === "INVALID_TOKEN")
        remember((known) => void delete known.token);
      return `${t("reactionFailed")} ${problemOf(error, [], words, locale).message}`;
    }
  }

  return (
    <form className="talk-reactions" method="post" action="/api/conversation/react" onSubmit={submit}>
      <input type="hidden" name="comment" value={comment.id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={addressOf(path, asked, `comment-${comment.id}`)} />
      <fieldset>
        <legend className="talk-unseen">{t("react", { name: comment.author?.name ?? "" })}</legend>
        {names.map((name) => {
          const count = counts.get(name) ?? 0;
          const label = reactionName(name, words);
          if (!offered.includes(name)) return <span key={name}>{`${label} ${count}`}</span>;
          return (
            <button
              key={name}
              name="name"
              value={name}
              aria-pressed={isAlive ? mine.includes(name) : undefined}
            >
              <Sign name={name} />
              <span className="talk-reaction">{label}</span>
              {count > 0 && <span className="talk-count"> {count.toLocaleString(locale)}</span>}
            </button>
          );
        })}
      </fieldset>
      <span role="status" className="talk-soft">
        {said}
      </span>
    </form>
  );
}

function noteMine(id: string, name: string, on: boolean, token?: string) {
  remember((known) => {
    const others = (known.reactions[id] ?? []).filter((each) => each !== name);
    known.reactions[id] = on ? [...others, name] : others;
    if (token) known.token = token;
  });
}
