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
  address_wrong: "This is not a web address.",
  address_needs_https: "The address must begin with https://.",
  address_with_password: "Leave user name and password out of the address.",
  address_port: "This server may not send to port {port}.",
  address_not_public:
    "There is no public address at {host}. Whoever runs this server can allow others with OUTBOUND_ALLOW.",
  sealed_elsewhere:
    "What is stored encrypted can't be opened with this BETTER_AUTH_SECRET. Use the one it was made with, or remove this channel and add it again.",
  failed: "Something went wrong while sending.",
} as const;

type UndeliveredName = keyof typeof sentences;
type Placeholders<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export interface Undelivered<Name extends UndeliveredName = UndeliveredName> {
  name: Name;
  /** What stands in the sentence's braces. */
  values: Record<string, string | number>;
}

const isName = (name: string): name is UndeliveredName => Object.hasOwn(sentences, name);
const PLACEHOLDER = /\{(\w+)\}/g;

export const undeliveredNames = Object.keys(sentences).filter(isName);

/** Every sentence is made from one of these: whoever sends has no other way to say why it failed. */
export const undelivered = <Name extends UndeliveredName>(
  name: Name,
  ...[values]: Placeholders<(typeof sentences)[Name]> extends never
    ? []
    : [Record<Placeholders<(typeof sentences)[Name]>, string | number>]
): Undelivered<Name> => ({ name, values: values ?? {} });

export const sayUndelivered = ({ name, values }: Undelivered): string =>
  sentences[name].replace(PLACEHOLDER, (_, value: string) => String(values[value]));

/** Nothing for a sentence that another version of the server made. */
export function readUndelivered(sentence: string): Undelivered | undefined {
  for (const name of undeliveredNames) {
    const found = patternOf(sentences[name]).exec(sentence);
    if (found) return { name, values: { ...found.groups } };
  }
  return undefined;
}

/** A host has no spaces in it, so no pattern takes another's words for one. */
const patternOf = (sentence: string) =>
  new RegExp(`^${sentence.replace(/[.()]/g, "\\$&").replace(PLACEHOLDER, "(?<$1>\\S+)")}$`);
