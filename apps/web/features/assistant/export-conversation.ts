/** A conversation as a Markdown file: who said what, when, and what was done. */
import type { Conversation, Message } from "@todo/contract/conversations";
import { refusalIn } from "../../lib/errors.ts";
import { shortTime } from "../../lib/short-time.ts";
import type { Say } from "../../messages/messages.ts";
import { didVerb } from "../tasks/did.ts";
import { deedsOf, misdeedsOf } from "./deeds.ts";

interface Manner {
  t: Say;
  locale: string;
  zone: string;
}

export function conversationAsMarkdown(
  { title, messages }: Pick<Conversation, "title"> & { messages: Message[] },
  { t, locale, zone }: Manner,
): string {
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    ...shortTime(locale),
    timeZone: zone,
  });
  const parts = messages.map(({ role, text, created_at, tool_calls }) => {
    const who = t(role === "user" ? "export.you" : "assistant.title");
    const deeds = deedsOf(tool_calls).map(
      ({ operation, name }) => `- ${didVerb(t, operation)}: ${inLine(name)}`,
    );
    const misdeeds = misdeedsOf(tool_calls).map(
      ({ operation, refused }) =>
        `- ${t("card.failed", { verb: didVerb(t, operation), reason: inLine(refusalIn(refused, t)) })}`,
    );
    const said = role === "user" ? quoted(text) : text;
    return [`## ${who}, ${moment.format(new Date(created_at))}`, said, [...deeds, ...misdeeds].join("\n")]
      .filter((part) => part.trim() !== "")
      .join("\n\n");
  });
  return `${[`# ${inLine(title)}`, ...parts].join("\n\n")}\n`;
}

const inLine = (text: string) => text.replace(/\s+/gu, " ");

/** As a quotation, in which no line can be taken for a heading of the file. */
const quoted = (text: string) =>
  text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

/** Letters and digits of any language, so that every system takes it. */
export const fileNameOf = (title: string): string =>
  `${
    title
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 60) || "conversation"
  }.md`;
