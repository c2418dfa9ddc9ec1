// A file sent without JavaScript: offered and passed on in one go. The answer is a plain page with its key.
import { InvalidInputError, NotFoundError } from "@social-newsroom/client";
import { Contribute, ContributionTerms } from "@social-newsroom/client/operations";

import { idIn } from "@/conversation/address";
import { problemOf } from "@/conversation/failures";
import { formIn, isForeign, pathOf, PRIVATE } from "@/conversation/server/guard";
import { placeOf } from "@/conversation/server/place";
import { fill, megabytes, valuesOf } from "@/conversation/text";
import type { Field } from "@/conversation/types";
import { type Words, wordsOf } from "@/conversation/words";
import { languageOf } from "@/words";

/** Bytes of a form around its file. */
const AROUND = 100_000;
const NAMES = [
  "title",
  "description",
  "credit",
  "authorName",
  "email",
  "organisation",
  "website",
  "termsVersion",
];

export async function POST(request: Request): Promise<Response> {
  const locale = languageOf(request.headers.get("accept-language")); // until the form has been read
  if (isForeign(request)) return plainPage(403, locale, "This was not sent from our page.", [], "/");
  const newsroomOfPage = new URL(request.url).searchParams.get("newsroom") ?? "";
  const before = await placeOf({ locale });
  const terms = await before.newsroom
    .query(ContributionTerms, { newsroom: newsroomOfPage }, { init: { cache: "no-store" } })
    .then(({ data }) => data.contributionTerms)
    .catch((error: unknown) => (isUnknown(error) ? undefined : null));
  const { notSent, unavailable, fileAccepted, failed } = before.words;
  if (terms === undefined) return plainPage(400, locale, notSent, [failed], "/");
  if (!terms) return plainPage(503, locale, notSent, [unavailable], "/");
  const length = Number(request.headers.get("content-length") ?? Infinity);
  if (length > terms.mostBytes + AROUND) {
    const most = fill(fileAccepted, { size: megabytes(terms.mostBytes, locale) });
    return plainPage(413, locale, notSent, [most], "/");
  }
  const data = await formIn(request, terms.mostBytes + AROUND);
  if (!data) return plainPage(400, locale, notSent, [failed], "/");
  return passOn(data);
}

/** Whether the newsroom that the address names is not there: our own forms name one that is. */
function isUnknown(error: unknown): boolean {
  return error instanceof NotFoundError || error instanceof InvalidInputError;
}

async function passOn(data: FormData): Promise<Response> {
  const values = valuesOf(data);
  const place = await placeOf(values);
  const { newsroom, words, locale } = place;
  const back = pathOf(values.back);
  const file = data.get("upload");
  if (!(file instanceof File) || !file.size)
    return plainPage(400, locale, words.notSent, [words.fileMissing], back);
  if (!values.consent) return plainPage(400, locale, words.notSent, [words.consentMissing], back);
  try {
    const given = Object.fromEntries(NAMES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
    const input = { ...given, item: idIn(values.item ?? ""), fileName: file.name, consent: true };
    type Input = Parameters<NonNullable<typeof Contribute.types>>[0]["input"];
    const ticket = (await newsroom.mutate(Contribute, { input: input as Input })).data.contribute?.ticket;
    if (!ticket) return plainPage(503, locale, words.notSent, [words.unavailable], back);
    const address = `${newsroom.url}${new URL(ticket.uploadUrl).pathname}`; // this server's own way to the newsroom
    const headers = {
      "Upload-Token": ticket.uploadToken,
      "Content-Type": file.type || "application/octet-stream",
    };
    const sent = await fetch(address, { method: "PUT", headers, body: file, cache: "no-store" });
    if (!sent.ok) return plainPage(sent.status, locale, words.notSent, [words.fileRefused], back);
    const told = [
      words.fileArrivedText,
      `${words.keyTitle}: ${ticket.id} ${ticket.editToken}`,
      words.keyText,
    ];
    return plainPage(200, locale, words.fileArrived, told, back);
  } catch (error) {
    const { message, fields } = problemOf(error, fieldsOf(words), words, locale);
    return plainPage(400, locale, words.notSent, [message, ...fields.map((each) => each.message)], back);
  }
}

/** What an answer may find fault with, by the names that visitors read. */
function fieldsOf(words: Words): Field[] {
  const line = { help: "", type: "LINE", required: false, choices: [] } as const;
  const names = {
    title: words.fileTitle,
    description: words.fileDescription,
    credit: words.fileCredit,
    authorName: words.name,
  };
  const lines = Object.entries(names).map(([name, label]): Field => ({ ...line, choices: [], name, label }));
  return [...lines, { ...line, choices: [], type: "EMAIL", name: "email", label: words.email }];
}

function plainPage(status: number, locale: string, title: string, lines: string[], back: string): Response {
  const text = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = `<!doctype html><html lang="${text(locale)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${text(title)}</title>
<main><h1>${text(title)}</h1>${lines.map((line) => `<p>${text(line)}</p>`).join("")}<p><a href="${text(back)}">${text(wordsOf(locale).backToPage)}</a></p></main>`;
  const headers = {
    ...PRIVATE,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
  };
  return new Response(body, { status, headers });
}
