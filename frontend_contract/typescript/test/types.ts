// What must compile, and what must not. Never run.
import {
  type Answer,
  createNewsroom,
  type DataOf,
  imageProps,
  pages,
  type Renderers,
  renderBlocks,
  type VariablesOf,
} from "@social-newsroom/client";
import { Release as ReleaseDocument } from "@social-newsroom/client/documents";
import {
  type BodyBlockFragment,
  FrontPage,
  type PictureFragment,
  PostComment,
  type PostCommentInput,
  Release,
  type ReleaseKind,
  type ReleaseQuery,
  Releases,
} from "@social-newsroom/client/operations";
import { restOf, type Schemas } from "@social-newsroom/client/rest";
import { verifyWebhook } from "@social-newsroom/client/webhooks";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

export async function operations() {
  const newsroom = createNewsroom({ url: new URL("https://press.example.com"), timeout: 3000 });
  const answer = await newsroom.query(
    Release,
    { id: "1" },
    { init: { next: { tags: ["a"], revalidate: false } } },
  );
  same<typeof answer, Answer<ReleaseQuery>>(true);
  same<DataOf<typeof Release>, ReleaseQuery>(true);
  same<VariablesOf<typeof PostComment>["input"], PostCommentInput>(true);
  const kind: ReleaseKind | undefined = answer.data.release?.kind;
  // @ts-expect-error Enums are unions of what the contract knows.
  if (kind === "RECIPE") return;
  await newsroom.query(Releases);
  await newsroom.query(Releases, { filter: { kinds: ["NEWS"] } });
  // @ts-expect-error A variable that the operation does not have.
  await newsroom.query(Release, { ids: ["1"] });
  // @ts-expect-error A variable that is required.
  await newsroom.query(FrontPage);
  // @ts-expect-error Mutations are no queries.
  await newsroom.query(PostComment, { input: { thread: "1", body: "" } });
  // @ts-expect-error Queries are no mutations.
  await newsroom.mutate(Release, { id: "1" });
  for await (const release of pages(newsroom, Releases, {}, (data) => data.releases)) {
    same<typeof release.title, string>(true);
    // @ts-expect-error A field that cards do not have.
    void release.body;
  }
  const document: TypedDocumentNode<ReleaseQuery, VariablesOf<typeof Release>> = ReleaseDocument;
  return document;
}

export function components(
  release: NonNullable<ReleaseQuery["release"]>,
  renderers: Renderers<BodyBlockFragment, string>,
) {
  const picture: PictureFragment | null = release.hero;
  if (picture) imageProps(picture, { sizes: "100vw" });
  renderBlocks(release.body, renderers);
  const { TableBlock: _, ...forgetful } = renderers;
  // @ts-expect-error A type of block is forgotten.
  return renderBlocks(release.body, forgetful);
}

export async function rest() {
  const client = restOf(createNewsroom({ url: "https://press.example.com" }));
  const list = await client.get("/api/v1/releases", { query: { kind: ["NEWS"], page_size: 5 } });
  same<typeof list.data, Schemas["ReleaseList"]>(true);
  const comment = await client.get("/api/v1/comments/{id}", { path: { id: "1" }, etag: '"a"' });
  same<typeof comment.data, Schemas["Comment"] | undefined>(true);
  const body = { body: "Hej.", author_name: "Åsa", email: "a@example.com" } as Schemas["PostComment"];
  const receipt = await client.post("/api/v1/threads/{id}/comments", {
    path: { id: "1" },
    body,
    idempotencyKey: "k",
  });
  same<typeof receipt.data, Schemas["PostReceipt"]>(true);
  for await (const each of client.all("/api/v1/threads/{id}/comments", { path: { id: "1" } })) void each.id;
  // @ts-expect-error The path's id is missing.
  await client.get("/api/v1/comments/{id}");
  // @ts-expect-error A parameter that the list does not have.
  await client.get("/api/v1/releases", { query: { colour: "red" } });
  // @ts-expect-error A path that there is not.
  await client.get("/api/v1/recipes");
}

export async function webhooks(request: Request) {
  const event = await verifyWebhook(request, ["whsec_"]);
  if (event.type === "release.withdrawn") {
    same<typeof event.data.action, "WITHDRAWN">(true);
    same<typeof event.data.document, Schemas["IssuedRelease"] | null>(true);
  }
  if (event.type === "comment.published") same<typeof event.data.thread, string | null>(true);
  // @ts-expect-error An event that there is not.
  if (event.type === "release.eaten") return;
}
