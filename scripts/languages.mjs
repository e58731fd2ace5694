/**
 * `npm run languages`: a language of the web app is a file in `apps/web/messages`. Writes the two modules that name
 * those files, for TypeScript insists on names; a module that is right already isn't touched.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main, projectDir } from "./prepare.mjs";

const messages = "apps/web/messages";

const written = `// Written by \`npm run languages\` from the files in ${messages}.`;

const modules = {
  "packages/contract/src/language-tags.ts": (tags) => `${written}

/** BCP 47 tags. */
// biome-ignore format: a line each, however many there are.
export const languages = [
${["en", ...tags].map((tag) => `  "${tag}",`).join("\n")}
] as const;
`,
  [`${messages}/translations.ts`]: (tags) => `${written}
// biome-ignore-all assist/source/organizeImports: files in the order of the list.
import type { Translations } from "./messages.ts";
${tags.map((tag) => `import ${nameOf(tag)}Messages, { notices as ${nameOf(tag)}Notices } from "./${tag}.json";`).join("\n")}

/** English is no translation: it has a folder. */
export const translations: Translations = {
${tags.map((tag) => `  ${keyOf(tag)}: ${nameOf(tag)}Messages,`).join("\n")}
};

/** The part that the service worker says, by itself: it is to hold no other. */
export const translatedNotices = {
${tags.map((tag) => `  ${keyOf(tag)}: ${nameOf(tag)}Notices,`).join("\n")}
};
`,
};

const nameOf = (tag) => tag.replaceAll("-", "");
const keyOf = (tag) => (tag.includes("-") ? `"${tag}"` : tag);

/** Prints a line when there was something to write. Throws an Error that names a file which is no language. */
export function writeLanguages() {
  const tags = readdirSync(join(projectDir, messages))
    .filter((file) => file.endsWith(".json"))
    .map(tagOf)
    .sort();
  const outdated = Object.entries(modules)
    .map(([path, textOf]) => ({ file: join(projectDir, path), text: textOf(tags) }))
    .filter(({ file, text }) => !existsSync(file) || readFileSync(file, "utf8") !== text);
  for (const { file, text } of outdated) writeFileSync(file, text);
  if (outdated.length > 0) console.log(`The languages are ${["en", ...tags].join(", ")}.`);
}

function tagOf(file) {
  const path = `${messages}/${file}`;
  const tag = file.slice(0, -".json".length);
  const known = knownTag(tag);
  if (!known)
    throw new Error(
      `${path} is not called as a language is. Give it the BCP 47 tag of one, such as fr.json or pt-BR.json.`,
    );
  if (known !== tag) throw new Error(`${path} is to be called ${known}.json.`);
  if (tag === "en") throw new Error(`${path} is one too many: English stands in the folder ${messages}/en.`);

  const { name } = parse(path) ?? {};
  if (typeof name !== "string" || !name.trim())
    throw new Error(`${path} has no "name": what those who speak the language call it.`);
  return tag;
}

/** The canonical form of a tag; nothing where it is none, or where Intl would write dates and numbers in another language. */
function knownTag(tag) {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(join(projectDir, path), "utf8"));
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error.message}`);
  }
}

// Compared as real paths: the project may be reached through a link.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(async () => writeLanguages());
