// What this browser remembers of its visitor, and only when the visitor has done something: no cookie, nothing sent by itself.
//
// localStorage: the visitor's token, keys of own comments, reactions given. sessionStorage: drafts, until they are sent.
import type { Status, Values } from "../types";

/** A comment of the visitor's own. */
export interface Own {
  key: string;
  thread: string;
  status: Status;
  at: string;
}

interface Remembered {
  token?: string;
  own: Record<string, Own>;
  reactions: Record<string, string[]>;
}

const NAME = "newsroom.visitor";
const DRAFT = "newsroom.draft.";

export function remembered(): Remembered {
  const found = read(localStorageOf(), NAME) as Partial<Remembered> | undefined;
  return {
    ...(found?.token && { token: found.token }),
    own: found?.own ?? {},
    reactions: found?.reactions ?? {},
  };
}

/** Change what is remembered. Where the browser keeps nothing, nothing is remembered. */
export function remember(change: (known: Remembered) => void): Remembered {
  const known = remembered();
  change(known);
  write(localStorageOf(), NAME, known);
  return known;
}

export function rememberToken(token: string | undefined): void {
  if (token) remember((known) => void (known.token = token));
}

export function forget(): void {
  try {
    localStorageOf()?.removeItem(NAME);
  } catch {
    // nothing was kept
  }
}

/** Something that is being written. `key` and `sent` belong to a request whose answer may have been lost. */
export interface Draft {
  values: Values;
  key?: string;
  sent?: string;
}

export function draft(place: string): Draft | undefined {
  return read(sessionStorageOf(), DRAFT + place) as Draft | undefined;
}

export function keepDraft(place: string, kept: Draft | null): void {
  if (kept) return write(sessionStorageOf(), DRAFT + place, kept);
  try {
    sessionStorageOf()?.removeItem(DRAFT + place);
  } catch {
    // nothing was kept
  }
}

/** A key for a new request: a random UUID, also where the page is not in a secure context. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function read(storage: Storage | undefined, name: string): unknown {
  try {
    return JSON.parse(storage?.getItem(name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: Storage | undefined, name: string, value: unknown): void {
  try {
    storage?.setItem(name, JSON.stringify(value));
  } catch {
    // full, or switched off: the form itself still holds what was typed
  }
}

/** Browsers may refuse even to name a storage. */
function localStorageOf(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function sessionStorageOf(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
