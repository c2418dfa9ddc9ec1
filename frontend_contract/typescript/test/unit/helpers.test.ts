// Pages, pictures, blocks, previews and cache tags.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cacheTags,
  createNewsroom,
  imageProps,
  pages,
  previewFrom,
  renderBlocks,
} from "@social-newsroom/client";
import { type BodyBlockFragment, Releases, Topics } from "@social-newsroom/client/operations";
import { json, serve } from "./server.js";

test("pages are walked to their end, and each item comes once", async () => {
  const edges = (...ids: string[]) => ids.map((id) => ({ node: { id } }));
  const lists = [
    { edges: edges("a", "b"), pageInfo: { hasNextPage: true, endCursor: "1" } },
    { edges: edges("b", "c"), pageInfo: { hasNextPage: true, endCursor: "2" } },
    { edges: edges("d"), pageInfo: { hasNextPage: false, endCursor: "3" } },
  ];
  await using server = await serve((response, asked) =>
    json(response, 200, { data: { releases: lists[asked.length - 1] } }),
  );
  const found: string[] = [];
  for await (const release of pages(
    createNewsroom(server),
    Releases,
    { first: 2 },
    (data) => data.releases,
  )) {
    found.push(release.id);
  }
  assert.deepEqual(found, ["a", "b", "c", "d"]);
  assert.deepEqual(
    server.asked.map(({ url }) => JSON.parse(url.searchParams.get("variables") ?? "").after),
    [undefined, "1", "2"],
  );
});

test("lists of nodes, lists that are not there, and cursors that lead nowhere end", async () => {
  const list = { nodes: [{ id: "a" }], pageInfo: { hasNextPage: true, endCursor: "1" } };
  await using server = await serve((response) => json(response, 200, { data: { topics: list } }));
  const newsroom = createNewsroom(server);
  const found = [];
  for await (const topic of pages(newsroom, Topics, {}, (data) => data.topics)) found.push(topic.id);
  assert.deepEqual(found, ["a"]);
  assert.equal(server.asked.length, 2);
  for await (const topic of pages(newsroom, Topics, {}, () => null)) assert.fail(String(topic));
});

const SIZES = "https://x/s.jpg 640w, https://x/m.jpg 1280w, https://x/l,1.jpg 1600w";

test("a picture has all that a page needs", () => {
  const picture = {
    alt: "A turbine.",
    srcset: SIZES,
    width: 1600,
    height: 900,
    focalPoint: { x: 0.3333, y: 0.5 },
    sources: [{ contentType: "image/webp", srcset: "https://x/s.webp 640w" }],
  };
  assert.deepEqual(imageProps(picture, { sizes: "50vw" }), {
    src: "https://x/m.jpg",
    srcSet: SIZES,
    sizes: "50vw",
    width: 1600,
    height: 900,
    alt: "A turbine.",
    style: { objectPosition: "33.3% 50%" },
    sources: [{ type: "image/webp", srcSet: "https://x/s.webp 640w", sizes: "50vw" }],
  });
});

test("a picture that moves stands still on demand", () => {
  const sources = ["image/avif", "image/webp", "image/png"].map((contentType) => ({ contentType, srcset: "" }));
  const typesOf = (animated: boolean, still: boolean) =>
    imageProps({ alt: "", srcset: "", animated, sources }, { still }).sources.map(({ type }) => type);
  assert.deepEqual(typesOf(true, true), ["image/avif", "image/png"]);
  assert.equal(typesOf(true, false).length, 3);
  assert.equal(typesOf(false, true).length, 3);
});

test("a picture may lack nearly everything", () => {
  assert.deepEqual(imageProps({ alt: "", srcset: "https://x/l.jpg 2000w", width: null, focalPoint: null }), {
    src: "https://x/l.jpg",
    srcSet: "https://x/l.jpg 2000w",
    alt: "",
    sources: [],
  });
  const renditions = [
    { name: "thumbnail", href: "https://x/t.png", width: 320 },
    { name: "original", href: "https://x/o.gif", width: 500 },
  ];
  assert.deepEqual(imageProps({ alt: "", srcset: "", renditions }), {
    src: "https://x/o.gif",
    alt: "",
    sources: [],
  });
});

test("blocks are rendered in order, and unknown ones left out or handed over", () => {
  const blocks = [
    { __typename: "HeadingBlock", id: "1", text: "Wind", level: 2 },
    { __typename: "HologramBlock", id: "2" },
    { __typename: "ParagraphBlock", id: "3", html: "<p>More.</p>" },
    { __typename: "toString", id: "4" },
  ] as unknown as BodyBlockFragment[];
  const nothing = () => "";
  const renderers = {
    HeadingBlock: (block: { text: string }, index: number) => `${index} ${block.text}`,
    ParagraphBlock: (block: { html: string }, index: number) => `${index} ${block.html}`,
    QuoteBlock: nothing,
    FactsBlock: nothing,
    ImageBlock: nothing,
    GalleryBlock: nothing,
    VideoBlock: nothing,
    AudioBlock: nothing,
    DocumentBlock: nothing,
    EmbedBlock: nothing,
    TableBlock: nothing,
    CtaBlock: nothing,
  };
  assert.deepEqual(renderBlocks(blocks, renderers), ["0 Wind", "2 <p>More.</p>"]);
  const unknown: string[] = [];
  const outputs = renderBlocks(blocks, renderers, {
    onUnknown: (block) => {
      unknown.push(block.__typename);
      return block.__typename === "HologramBlock" ? "?" : undefined;
    },
  });
  assert.deepEqual(outputs, ["0 Wind", "?", "2 <p>More.</p>"]);
  assert.deepEqual(unknown, ["HologramBlock", "toString"]);
});

test("an address asks for a preview, or for none", () => {
  const query = "content_type=releases.releasepage&token=a%3Ab";
  assert.deepEqual(previewFrom(new URLSearchParams(query)), { token: "a:b", type: "release" });
  assert.deepEqual(previewFrom({ token: ["a", "b"], content_type: "conversation.threadpage" }), {
    token: "a",
    type: "discussion",
  });
  assert.deepEqual(previewFrom({ token: "a" }), { token: "a", type: undefined });
  assert.equal(previewFrom({ content_type: "releases.releasepage", token: undefined }), undefined);
  assert.equal(previewFrom(new URLSearchParams("token=")), undefined);
});

test("tags are those of an answer, or of what is going to be asked", () => {
  assert.deepEqual(cacheTags(new Response("", { headers: { "Surrogate-Key": "a  b" } })), ["a", "b"]);
  assert.deepEqual(cacheTags(new Headers()), []);
  assert.deepEqual(cacheTags({ item: ["1", "2"], thread: "3", list: ["release", "press_kit"] }), [
    "item-1",
    "item-2",
    "thread-3",
    "list-release",
    "list-press_kit",
  ]);
  assert.deepEqual(cacheTags({ item: null }), []);
});
