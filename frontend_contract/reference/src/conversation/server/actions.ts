"use server";
// The forms of a conversation as they are sent without JavaScript: the answer is the page, with what was typed and what came of it.
//
// Next compares `Origin` with the host, so that other sites cannot send them. There are no cookies to be misused either.
import { randomUUID } from "node:crypto";

import type { OwnDeed, OwnState, PostState, ReportState } from "../deeds";
import { checkPost, doOwn, postInput, readPosted, report, sendPost } from "../deeds";
import { problemOf } from "../failures";
import { valuesOf } from "../text";
import { formOf, placeOf } from "./place";

/** Post a comment or a reply. */
export async function postAction(_before: PostState, data: FormData): Promise<PostState> {
  const values = valuesOf(data);
  const place = await placeOf(values);
  let fields: Parameters<typeof problemOf>[1] = [];
  try {
    const form = await formOf(place, values.thread ?? "");
    fields = form.fields;
    const wrong = checkPost(place, form, values);
    if (wrong) return { values, problem: wrong };
    const sent = await sendPost(place, postInput(form, values, {}), randomUUID());
    const { receipt } = readPosted(values, sent);
    return { values: {}, ...(receipt && { receipt }) };
  } catch (error) {
    return { values, problem: problemOf(error, fields, place.words, place.locale) };
  }
}

/** Report a comment. */
export async function reportAction(_before: ReportState, data: FormData): Promise<ReportState> {
  const values = valuesOf(data);
  const place = await placeOf(values);
  try {
    const { reportFields } = await formOf(place, values.thread ?? "");
    const {
      isSent,
      problem,
      values: kept,
    } = await report(place, reportFields, values, { key: randomUUID() });
    return { values: kept, ...(isSent && { isSent }), ...(problem && { problem }) };
  } catch (error) {
    return { values, problem: problemOf(error, [], place.words, place.locale) };
  }
}

const DEEDS: readonly OwnDeed[] = ["open", "edit", "withdraw", "appeal"];

/** Open, edit, withdraw or defend one's own comment. The key comes in the body of the request, never in an address. */
export async function ownAction(_before: OwnState, data: FormData): Promise<OwnState> {
  const values = valuesOf(data);
  const deed = DEEDS.find((each) => each === values.deed) ?? "open";
  const { comment: _, ...state } = await doOwn(await placeOf(values), deed, values);
  return state;
}
