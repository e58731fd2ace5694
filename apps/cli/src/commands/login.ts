/**
 * `todo login`: signs in, or creates an account, and keeps the session's token.
 * The password comes from a question or from stdin, never from an argument:
 * arguments are visible to everyone on the machine.
 */
import { AppError } from "@todo/contract/errors";
import { defineCommand } from "citty";
import { type Credentials, writeCredentials } from "../credentials.ts";
import { readEnvironment } from "../environment.ts";
import { SignInRefused, UsageError } from "../failures.ts";
import { harmless, isInteractive, paint, print, printJson } from "../output/terminal.ts";
import { askPassword, askText, readStdin } from "../questions.ts";
import { clientFor, findServer, machineZone, originOf } from "../session.ts";
import { signIn, signUp } from "../sign-in.ts";

export const loginCommand = defineCommand({
  meta: { name: "login", description: "Sign in to a server, or create an account" },
  args: {
    url: { type: "string", description: "Address of the server (http://localhost:3000)", valueHint: "url" },
    email: { type: "string", description: "Your e-mail address", valueHint: "email" },
    "password-stdin": { type: "boolean", description: "Read the password from stdin" },
    "sign-up": { type: "boolean", description: "Create the account" },
    name: { type: "string", description: "Your name, for --sign-up", valueHint: "name" },
    "api-key": { type: "string", description: "Use this API key instead of a password", valueHint: "key" },
    json: { type: "boolean", description: "Print the profile as JSON" },
  },
  async run({ args }) {
    const environment = readEnvironment();
    const url = args.url ? originOf(args.url) : (await findServer(environment)).url;
    const token = args["api-key"] ?? (await tokenFor(url, args));
    const profile = await greet({ url, token }).catch((error: unknown) => {
      throw args["api-key"] && error instanceof AppError && error.code === "unauthenticated"
        ? new SignInRefused(`${url} doesn't know this API key.`, KEY_ADVICE)
        : error;
    });
    await writeCredentials(environment.credentialsFile, { url, token });

    if (args.json) printJson(profile);
    else
      print(
        `${paint("green", "✓")} Signed in to ${url} as ${harmless(profile.name)} <${harmless(profile.email)}>.`,
      );
  },
});

const KEY_ADVICE =
  "It begins with todo_ and may have expired or been revoked. Without --api-key you sign in with a password.";

interface Given {
  email?: string | undefined;
  name?: string | undefined;
  "sign-up"?: boolean | undefined;
  "password-stdin"?: boolean | undefined;
}

async function tokenFor(url: string, given: Given): Promise<string> {
  const email = given.email ?? (await ask("--email", () => askText("E-mail address")));
  const name = given["sign-up"]
    ? (given.name ?? (await ask("--name", () => askText("Your name"))))
    : undefined;
  const password = given["password-stdin"]
    ? (await readStdin()).replace(/\r?\n$/, "")
    : await ask("--password-stdin", () => askPassword("Password"));
  if (password === "") throw new UsageError("The password is empty.");
  return name === undefined ? signIn(url, { email, password }) : signUp(url, { email, password, name });
}

function ask(option: string, question: () => Promise<string>): Promise<string> {
  if (isInteractive()) return question();
  throw new UsageError(`Give ${option}: without a terminal there is nobody to ask.`);
}

/** Checks the token before it is stored, and tells the server where this person's clock is if it can't know yet. */
async function greet({ url, token }: Credentials) {
  const client = clientFor(url, token);
  const profile = await client.get_profile({});
  if (profile.time_zone_known) return profile;
  return client.update_profile({ time_zone: machineZone(), unless_known: true }).catch((error: unknown) => {
    // A key that may only read signs in all the same.
    if (error instanceof AppError && error.code === "forbidden") return profile;
    throw error;
  });
}
