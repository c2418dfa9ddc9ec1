// A visit through the client alone: node journey.js URL RELEASE WITHDRAWN. Prints what came of it, as JSON.
import { createNewsroom, GoneError, NewsroomError, pages } from "@social-newsroom/client";
import { liveThread } from "@social-newsroom/client/live";
import {
  Comment,
  PostComment,
  Release,
  Releases,
  Thread,
  WithdrawComment,
} from "@social-newsroom/client/operations";
import { restOf } from "@social-newsroom/client/rest";
import { keeping } from "./requests.js";

const [url = "", release = "", withdrawn = ""] = process.argv.slice(2);
const { kept, fetch } = keeping();
const newsroom = createNewsroom({ url, fetch });
const rest = restOf(newsroom);
const codeOf = (error: unknown) => (error instanceof NewsroomError ? error.code : String(error));

const walked: string[] = [];
for await (const each of pages(newsroom, Releases, { first: 3 }, (data) => data.releases))
  walked.push(each.title);
const listed: string[] = [];
for await (const each of rest.all("/api/v1/releases", { query: { page_size: 4, fields: ["title"] } })) {
  listed.push(each.title ?? "");
}

const found = await newsroom.query(Release, { id: release });
const thread = found.data.release?.thread?.id ?? "";
const told = await newsroom.query(Release, { id: withdrawn }).catch((error: unknown) => error);
const gone =
  told instanceof GoneError ? { reason: told.reason, at: told.withdrawnAt, status: told.status } : told;
const parts = await newsroom.query(Release, { id: withdrawn }, { errors: "return" });
const missing = await rest.get("/api/v1/releases/{id}", { path: { id: withdrawn } }).catch(codeOf);

const input = { item: release, body: "When do they turn?", authorName: "Ann Berg", email: "ann@example.com" };
const events: string[] = [];
const posted: string[] = [];
let saying = Promise.resolve();
const onState = (state: string) => {
  events.push(state);
  if (state === "streaming") saying = say();
};
/** The same twice, as after an answer that got lost. */
async function say() {
  for (let time = 0; time < 2; time += 1) {
    const idempotencyKey = "7f2c1c4e-6d4e-4f0a-9c55-0d7a4f0a9c55";
    const { postComment } = (await newsroom.mutate(PostComment, { input }, { idempotencyKey })).data;
    posted.push(`${postComment?.commentId} ${postComment?.status}`);
    own ??= { id: postComment?.commentId ?? "", editToken: postComment?.editToken ?? "" };
  }
}
let own: { id: string; editToken: string } | undefined;
for await (const event of liveThread(newsroom, thread, { onState })) {
  events.push(event.type === "comment" ? `${event.comment.state} ${event.comment.body}` : event.type);
  if (event.type === "comment" && event.comment.state === "WITHDRAWN") break;
  if (event.type === "comment") {
    await saying;
    if (own) await newsroom.mutate(WithdrawComment, { input: own });
  }
}
const again = await newsroom.query(Thread, { item: release });
const one = await newsroom.query(Comment, { id: posted[0]?.split(" ")[0] ?? "" }).catch(codeOf);
const unchanged = await rest.get("/api/v1/releases/{id}", {
  path: { id: release },
  etag: (await rest.get("/api/v1/releases/{id}", { path: { id: release } })).etag ?? "",
});

console.log(
  JSON.stringify({
    walked,
    listed,
    tags: found.tags,
    hasEtag: /^"[0-9a-f]{32}"$/.test(found.etag ?? ""),
    thread,
    gone,
    parts: parts.errors.map(({ code }) => code),
    missing,
    posted,
    events,
    count: again.data.thread?.commentCount,
    one: typeof one === "string" ? one : one.data.comment?.state,
    unchanged: [unchanged.status, unchanged.data === undefined],
    texts: kept.filter(({ method, withText }) => method === "GET" && withText).length,
  }),
);
