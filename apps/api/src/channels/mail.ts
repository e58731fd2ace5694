/**
 * E-mail over the operator's SMTP server, through a few connections that are
 * kept open. Waits have an end, and a repetition has the same Message-ID.
 */
import { directionOf, type Undelivered, undelivered } from "@todo/contract";
import { createTransport } from "nodemailer";
import { wordsOf } from "../words/languages.ts";
import type { Message } from "./message.ts";
import { failed, type Outcome, sent } from "./outcome.ts";

export interface MailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; what nodemailer takes can follow as a query. */
  smtpUrl: string;
  /** `Todo <todo@example.com>`, or an address alone. */
  from: string;
  publicUrl: string;
}

export interface Mail {
  send(to: string, message: Message): Promise<Outcome>;
  close(): void;
}

const STEP_MS = 10_000;
/** From the queue for a connection to the server's yes. */
const WHOLE_MS = 30_000;
const CONNECTIONS = 3;

export function createMail({ smtpUrl, from, publicUrl }: MailOptions): Mail {
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 1,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    // A password doesn't travel in clear unless the address says so.
    requireTLS: new URL(smtpUrl).username !== "",
    disableFileAccess: true,
    disableUrlAccess: true,
    url: smtpUrl,
  });
  const { hostname } = new URL(publicUrl);

  return {
    async send(to, message) {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject: message.title,
          messageId: `<${message.id}@${hostname}>`,
          text: plainText(message, publicUrl),
          html: page(message, publicUrl),
          headers: {
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": `<${publicUrl}/settings>`,
          },
          signal: AbortSignal.timeout(WHOLE_MS),
        });
        return sent;
      } catch (error) {
        return failed(explained(error));
      }
    },
    close: () => transport.close(),
  };
}

function plainText(message: Message, publicUrl: string): string {
  const words = wordsOf(message.language).mail;
  const parts = [
    message.title,
    message.body,
    message.late ? words.late : "",
    `${words.open}: ${publicUrl}${message.url}`,
    `-- \n${words.why}\n${words.settings}: ${publicUrl}/settings`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function page(message: Message, publicUrl: string): string {
  const { title, body, late, url } = message;
  const { language, ...words } = wordsOf(message.language).mail;
  const link = (path: string, text: string) => `<a href="${escaped(publicUrl + path)}">${escaped(text)}</a>`;
  const paragraph = (html: string) => `<p>${html}</p>`;
  return [
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">`,
    `<body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 36em">`,
    `<h1 dir="auto" style="font-size: 1.2em">${escaped(title)}</h1>`,
    body && `<p dir="auto" style="white-space: pre-line">${escaped(body)}</p>`,
    late ? paragraph(escaped(words.late)) : "",
    paragraph(link(url, words.open)),
    `<p style="font-size: .85em; color: #666">${escaped(words.why)} ${link("/settings", words.settings)}</p>`,
    "</body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

const UNREACHED = undelivered("mail_unreached");

/** For the person: what the server said may name hosts and accounts, so only its number is told. */
function explained(error: unknown): Undelivered {
  if (!(error instanceof Error)) return UNREACHED;
  if ("responseCode" in error && error.responseCode)
    return undelivered("mail_answered", { status: Number(error.responseCode) });
  const code = "code" in error ? error.code : undefined;
  if (code === "EAUTH") return undelivered("mail_sign_in");
  if (code === "ETLS") return undelivered("mail_encryption");
  return UNREACHED;
}
