"use client";
// What all parts of a thread need to know: words, form, the newsroom, who this visitor is.
import { createNewsroom, type Newsroom } from "@social-newsroom/client";
import { createContext, type Dispatch, useContext, useSyncExternalStore } from "react";

import type { Asked } from "../address";
import type { Place } from "../deeds";
import { fill, moment } from "../text";
import type { Form, Head, Terms } from "../types";
import type { Words } from "../words";
import type { Change } from "./state";
import type { Own } from "./visitor";

export interface Talk extends Place {
  form: Form | null;
  /** What holds for files; null where none are taken. */
  terms: Terms | null;
  head: Head;
  asked: Asked;
  path: string;
  room: { slug: string; name: string };
  timeZone: string;
  /** Comments of the visitor's own, by their ids; none while JavaScript has not begun. */
  own: Record<string, Own>;
  /** To be called when what this browser remembers has changed. */
  reread: () => void;
  dispatch: Dispatch<Change>;
}

export const TalkContext = createContext<Talk | null>(null);

/** The thread around, with `t` to fill its words and `at` to write its times. */
export function useTalk() {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error("This belongs inside a conversation.");
  const { words, locale, timeZone } = talk;
  return {
    ...talk,
    isTaking: talk.head.mode === "OPEN" || talk.head.mode === "PREMODERATED",
    t: (name: keyof Words, values: Record<string, string | number> = {}) => fill(words[name], values, locale),
    at: (iso: string) => moment(iso, locale, timeZone),
  };
}

const clients = new Map<string, Newsroom>();

/** The newsroom as this browser reaches it. Its own tries are ours to make: who waits is told. */
export function browserNewsroom(url: string): Newsroom {
  const known = clients.get(url) ?? createNewsroom({ url, timeout: 15_000, retries: 0 });
  clients.set(url, known);
  return known;
}

const never = () => () => {};

/** Whether JavaScript runs. False on the server and while a page comes to life. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
