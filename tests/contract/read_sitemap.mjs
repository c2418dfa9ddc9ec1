// The parser of the npm package sitemap reads a sitemap: node read_sitemap.mjs FILE. Prints its entries as JSON.
import { createReadStream } from "node:fs";
import { parseSitemap } from "sitemap";

console.log(JSON.stringify(await parseSitemap(createReadStream(process.argv[2]))));
