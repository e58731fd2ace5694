#!/usr/bin/env node
// Plain JavaScript, so that an old Node says what is wrong instead of failing on the first type.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `todo needs Node 24 or newer, and this is ${process.version}. Install it from https://nodejs.org.`,
  );
  process.exit(2);
}
await import("../src/main.ts");
