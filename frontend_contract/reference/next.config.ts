// How the press room is built. Headers are set in src/proxy.ts, settings are read in src/settings.ts.
import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const contract = fileURLToPath(new URL("..", import.meta.url));

const config: NextConfig = {
  ...(process.env.STANDALONE ? { output: "standalone" as const } : {}), // for the image: see Dockerfile
  outputFileTracingRoot: contract, // the client is a folder beside this one
  turbopack: { root: contract },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true }, // the newsroom makes every size
  experimental: {
    isrFlushToDisk: false, // what is kept is of this process alone (src/load.ts): on a disk it would grow with every address that is tried
  },
};

export default config;
