// Takes the examples out of README.md, so that they are compiled with the tests: node scripts/examples.mjs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const folder = new URL("../examples/", import.meta.url);
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [number, [, code]] of [...readme.matchAll(/```ts\n(.*?)```/gs)].entries()) {
    writeFileSync(new URL(`example-${number + 1}.ts`, folder), code);
}
