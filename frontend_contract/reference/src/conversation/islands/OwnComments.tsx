"use client";
// The visitor's own comments in this thread, and the way to one whose key was kept elsewhere.
import { useActionState, useState } from "react";

import { addressOf } from "../address";
import { ownAction } from "../server/actions";
import { wordFor } from "../text";
import { useIsAlive, useTalk } from "./context";
import { OwnForm, UNOPENED } from "./OwnForm";
import { forget, type Own } from "./visitor";

interface Props {
  own: Record<string, Own>;
  thread: string;
  /** A comment that was just sent without JavaScript, or that the address names. */
  id?: string | undefined;
  ownKey?: string | undefined;
}

export function OwnComments({ own, thread, id, ownKey }: Props) {
  const { t, at, words, reread, path, asked } = useTalk();
  const isAlive = useIsAlive();
  const sent = useActionState(ownAction, UNOPENED, addressOf(path, asked, "own"));
  const [opened, setOpened] = useState("");
  const [isForgotten, setForgotten] = useState(false);
  const here = Object.entries(own).filter(
    ([, each]) => each.thread === thread && each.status !== "WITHDRAWN",
  );
  return (
    <details className="talk-mine" id="own" open={Boolean(id) || sent[0] !== UNOPENED}>
      <summary>{t(here.length ? "ownHere" : "ownTitle")}</summary>
      {here.length > 0 && (
        <ul>
          {here.map(([each, { key, at: when, status }]) => (
            <li key={each}>
              {t("ownFrom", { date: at(when) })} · {wordFor("status", status, words)}{" "}
              {opened !== each && (
                <button type="button" className="talk-plain" onClick={() => setOpened(each)}>
                  {t("open")}
                </button>
              )}
              {opened === each && (
                <OwnForm
                  prefix={`mine-${each.slice(0, 8)}`}
                  id={each}
                  ownKey={key}
                  onClose={() => setOpened("")}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isAlive && here.length > 0 && (
        <button
          type="button"
          className="talk-plain"
          onClick={() => {
            forget();
            setForgotten(true);
            reread();
          }}
        >
          {t("forget")}
        </button>
      )}
      {isForgotten && <p role="status">{t("forgotten")}</p>}
      <p className="talk-soft">{t("ownIntro")}</p>
      <OwnForm prefix="own" sent={sent} {...(id && { id })} {...(ownKey && { ownKey })} />
    </details>
  );
}
