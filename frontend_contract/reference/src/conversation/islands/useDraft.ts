"use client";
// What is being written into a form is kept in this tab until it is sent, and put back when the form is there again.
import { type RefObject, useEffect, useState } from "react";

import { draft, keepDraft } from "./visitor";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Keys are no drafts, and files cannot be put back. */
const UNKEPT = ["hidden", "file", "submit", "button", "checkbox"];

/** Follows a form; tells whether a text was put back. A form that was opened takes the focus with its first empty field. */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  where: string,
  takesFocus: boolean,
): boolean {
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    const element = form.current;
    if (!element || !where) return;
    setRestored(restore(element, where));
    if (takesFocus)
      inputsOf(element)
        .find((input) => !input.value)
        ?.focus();
    const keep = () => {
      const values = Object.fromEntries(inputsOf(element).map(({ name, value }) => [name, value]));
      keepDraft(where, { ...draft(where), values });
    };
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, where, takesFocus]);
  return isRestored;
}

function inputsOf(form: HTMLFormElement): Input[] {
  return [...form.elements].filter(
    (input): input is Input =>
      "name" in input && "value" in input && Boolean(input.name) && isKept(input as Input),
  );
}

function isKept(input: Input): boolean {
  return !UNKEPT.includes(input.type) && input.name !== "key" && input.tabIndex >= 0;
}

/** Puts back what an untouched form lacks. */
function restore(form: HTMLFormElement, where: string): boolean {
  const kept = draft(where)?.values ?? {};
  let isText = false;
  for (const input of inputsOf(form)) {
    const value = kept[input.name];
    const isUntouched = input instanceof HTMLSelectElement || input.value === input.defaultValue;
    if (!value || !isUntouched || input.value === value) continue;
    input.value = value;
    isText ||= input instanceof HTMLTextAreaElement;
    input.closest("details")?.setAttribute("open", "");
  }
  return isText;
}
