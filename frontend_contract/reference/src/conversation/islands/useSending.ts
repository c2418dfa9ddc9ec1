"use client";
// Where a file is on its way: checked, offered, sent, arrived or taken back. An upload that broke off goes on with its ticket.
import { NewsroomError } from "@social-newsroom/client";
import { type FormEvent, useRef, useState } from "react";

import { problemOf } from "../failures";
import { megabytes, valuesOf } from "../text";
import type { Field, Problem, Terms, Values } from "../types";
import { useTalk } from "./context";
import { type Belongs, offer, takeBack, type Ticket, upload } from "./contributing";
import { keepDraft, newKey } from "./visitor";

interface Sending {
  terms: Terms;
  belongs: Belongs;
  fields: Field[];
  /** Where the draft of the form is kept. */
  where: string;
}

type Here = ReturnType<typeof useTalk>;

export function useSending({ terms, belongs, fields, where }: Sending) {
  const talk = useTalk();
  const ticket = useRef<Ticket | null>(null);
  const key = useRef("");
  const stopping = useRef<AbortController | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [percent, setPercent] = useState<number | null>(null);
  const [standing, setStanding] = useState<"form" | "arrived" | "taken back">("form");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (percent !== null) return;
    const data = new FormData(event.currentTarget);
    const file = data.get("upload") as File;
    const values = valuesOf(data);
    const wrong = checkFile(talk, terms, file, Boolean(values.consent));
    setProblem(wrong);
    if (wrong) return;
    setPercent(0);
    setProblem(await send(values, file));
    setPercent(null);
  }

  async function send(values: Values, file: File): Promise<Problem | undefined> {
    try {
      key.current ||= newKey();
      ticket.current ??= await offer(talk, terms, belongs, values, file.name, key.current);
    } catch (error) {
      const failed = offerProblem(talk, terms, fields, error);
      if (failed.code !== "UNAVAILABLE") key.current = "";
      return failed;
    }
    stopping.current = new AbortController();
    const status = await upload(ticket.current, file, setPercent, stopping.current.signal);
    if (status < 200 || status >= 300) return uploadProblem(talk, status);
    keepDraft(where, null);
    setStanding("arrived");
    return undefined;
  }

  async function withdraw() {
    if (!ticket.current) return;
    try {
      await takeBack(talk, ticket.current);
      setStanding("taken back");
    } catch (error) {
      setProblem(problemOf(error, [], talk.words, talk.locale));
    }
  }

  return { problem, percent, standing, submit, withdraw, stop: () => stopping.current?.abort() };
}

/** What the terms say of a file, before anything is sent. */
function checkFile({ t, locale }: Here, terms: Terms, file: File, consents: boolean): Problem | undefined {
  const size = megabytes(file.size, locale);
  const most = megabytes(terms.mostBytes, locale);
  const fields = [];
  if (!file.size) fields.push({ field: "upload", message: t("fileMissing") });
  if (file.size > terms.mostBytes)
    fields.push({ field: "upload", message: t("fileTooLarge", { size, most }) });
  if (!consents) fields.push({ field: "consent", message: t("consentMissing") });
  return fields.length ? { code: "INVALID_INPUT", message: "", fields } : undefined;
}

function offerProblem({ t, words, locale }: Here, terms: Terms, fields: Field[], error: unknown): Problem {
  const about = error instanceof NewsroomError ? error.errors[0]?.field : undefined;
  const code = "INVALID_INPUT";
  if (about === "termsVersion") return { code, message: t("termsChanged"), fields: [] };
  if (about === "comment")
    return { code, message: t("tooManyFiles", { n: terms.mostPerComment }), fields: [] };
  if (about === "fileName")
    return { code, message: "", fields: [{ field: "upload", message: t("fileRefused") }] };
  return problemOf(error, fields, words, locale);
}

function uploadProblem({ t, words, locale }: Here, status: number): Problem {
  if (status === -1) return { code: "STOPPED", message: t("uploadStopped"), fields: [] };
  const isRefused = status === 400 || status === 413 || status === 415;
  if (isRefused)
    return { code: "INVALID_INPUT", message: "", fields: [{ field: "upload", message: t("fileRefused") }] };
  return problemOf(null, [], words, locale);
}
