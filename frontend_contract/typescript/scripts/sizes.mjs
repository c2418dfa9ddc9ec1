// What each entry adds to a page, in bytes after minifying and gzip: node scripts/sizes.mjs. Prints JSON.
// `rest`, `live` and `webhooks` are measured beside the core, whose parts they share; operations one by one.
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as operations from "../dist/operations.js";

const CORE = 'export * from "@social-newsroom/client";';
const core = await sizeOf(CORE);
const sizes = { core };
for (const name of ["rest", "live", "webhooks"]) {
    sizes[name] = (await sizeOf(`${CORE} export * from "@social-newsroom/client/${name}";`)) - core;
}
for (const entry of ["operations", "documents"]) {
    const each = Object.keys(operations).map((name) =>
        sizeOf(`export { ${name} } from "@social-newsroom/client/${entry}";`),
    );
    const found = (await Promise.all(each)).sort((a, b) => a - b);
    sizes[entry] = [found[0], found.at(-1)];
}
console.log(JSON.stringify(sizes));

async function sizeOf(contents) {
    const { outputFiles } = await build({
        stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "js" },
        bundle: true,
        minify: true,
        format: "esm",
        platform: "browser",
        target: "es2022",
        write: false,
    });
    return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
