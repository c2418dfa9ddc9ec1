// structured-data-testing-tool, with its presets of Google and of social networks. Reads {name: HTML} from a file, prints
// {name: {schemas, passed, failed: [what]}}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { structuredDataTest } = require("structured-data-testing-tool");
const { Google, SocialMedia } = require("structured-data-testing-tool/presets");

const pages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = {};
for (const [name, html] of Object.entries(pages)) {
  const result = await structuredDataTest(html, { presets: [Google, SocialMedia] }).catch((error) => error.res);
  found[name] = {
    schemas: result.schemas,
    passed: result.passed.length,
    failed: result.failed.map((each) => `${each.schema ?? ""} ${each.test}`),
  };
}
console.log(JSON.stringify(found));
