/** Nothing here depends on where the app runs: the API's address is read at run time, in `proxy.ts` and `lib/server-api.ts`. */
import { join } from "node:path";
import type { NextConfig } from "next";

const repository = join(import.meta.dirname, "../..");

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: repository,
  turbopack: {
    root: repository,
    resolveAlias: {
      "../build/polyfills/polyfill-module": "./lib/no-polyfill.ts",
      "next/dist/compiled/process": "./lib/no-polyfill.ts",
    },
  },
  transpilePackages: ["@todo/contract", "@todo/language"],
  images: { unoptimized: true },
  outputFileTracingExcludes: { "/*": ["**/node_modules/sharp/**", "**/node_modules/@img/**"] },
  experimental: {
    optimizePackageImports: ["radix-ui"],
    // Fewer, larger pieces are smaller together when compressed; larger ones than these hold much twice.
    turbopackChunking: { minChunkSize: 90_000 },
    // For so long the API may say nothing: an answer of the assistant that isn't streamed is silent until its end.
    proxyTimeout: 3_600_000,
  },
  poweredByHeader: false,
  reactStrictMode: true,
};

export default config;
