// Puts the contract into the package before it is packed (`npm pack`), and takes it out again with --remove.

import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILES = ["schema.graphql", "openapi.yaml", "operations.json"];
const inside = fileURLToPath(new URL("../contract/", import.meta.url));

rmSync(inside, { recursive: true, force: true });
if (!process.argv.includes("--remove")) {
  mkdirSync(inside);
  for (const file of FILES)
    cpSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), `${inside}${file}`);
}
