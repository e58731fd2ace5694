/**
 * Why a reminder didn't arrive. Kept and answered as an English sentence, in
 * which a translation finds again what happened: there are no others.
 */
const sentences = {
  mail_off: "This server sends no e-mail.",
  mail_unreached: "The mail server can't be reached.",
  mail_answered: "The mail server answered {status}.",
  mail_sign_in: "The mail server didn't accept this server's sign-in.",
  mail_encryption: "The mail server offers no encryption that can be trusted.",
  browser_gone: "The browser doesn't take messages any more.",
  push_answered: "The push service at {host} answered {status}.",
  unwanted: "{host} wants no more messages ({status}).",
  redirected: "{host} answered {status}, and redirects are not followed.",
  answered: "{host} answered {status}.",
  silent: "{host} didn't answer within {seconds} seconds.",
  refused: "{host} refuses connections.",
  no_tls: "{host} has no TLS that can be trusted.",
  broken: "The connection to {host} broke.",
  not_public:
    "There is no public address at {host}. Whoever runs this server can allow others with OUTBOUND_ALLOW.",
  failed: "Something went wrong while sending.",
} as const;

type Undelivered = keyof typeof sentences;
type Values = Record<string, string | number>;

const isUndelivered = (name: string): name is Undelivered => Object.hasOwn(sentences, name);
const PLACEHOLDER = /\{(\w+)\}/g;

export const undeliveredNames = Object.keys(sentences).filter(isUndelivered);

export const sayUndelivered = (name: Undelivered, values: Values = {}): string =>
  sentences[name].replace(PLACEHOLDER, (_, value: string) => String(values[value]));

/** Nothing for a sentence that another version of the server made. */
export function readUndelivered(sentence: string): { name: Undelivered; values: Values } | undefined {
  for (const name of undeliveredNames) {
    const found = patternOf(sentences[name]).exec(sentence);
    if (found) return { name, values: { ...found.groups } };
  }
  return undefined;
}

/** A host has no spaces in it, so no pattern takes another's words for one. */
const patternOf = (sentence: string) =>
  new RegExp(`^${sentence.replace(/[.()]/g, "\\$&").replace(PLACEHOLDER, "(?<$1>\\S+)")}$`);
