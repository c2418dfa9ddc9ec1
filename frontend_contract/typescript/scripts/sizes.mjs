// What each entry adds to a page, minified, in bytes after gzip: node scripts/sizes.mjs. Prints JSON.
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRIES = {
  client: 'export * from "@social-newsroom/client";',
  "createNewsroom alone": 'export { createNewsroom } from "@social-newsroom/client";',
  live: 'export * from "@social-newsroom/client/live";',
  rest: 'export * from "@social-newsroom/client/rest";',
  webhooks: 'export * from "@social-newsroom/client/webhooks";',
  "one operation (PostComment)": 'export { PostComment } from "@social-newsroom/client/operations";',
  "one operation (PageAtPath)": 'export { PageAtPath } from "@social-newsroom/client/operations";',
  "one document (PostComment)": 'export { PostComment } from "@social-newsroom/client/documents";',
};

const sizes = {};
for (const [name, contents] of Object.entries(ENTRIES)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  sizes[name] = gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
console.log(JSON.stringify(sizes, null, 2));
