// How the press room is built. Headers are set in src/proxy.ts, settings are read in src/settings.ts.
import path from "node:path";
import type { NextConfig } from "next";

const contract = path.resolve(import.meta.dirname, "..");

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: contract, // the client is a folder beside this one
  turbopack: { root: contract },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true }, // the newsroom makes every size
};

export default config;
