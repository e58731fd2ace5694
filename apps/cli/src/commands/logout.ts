/** `todo logout`: ends the session on the server and forgets it here. An API key is forgotten, not revoked. */
import { defineCommand } from "citty";
import { readCredentials, removeCredentials } from "../credentials.ts";
import { readEnvironment } from "../environment.ts";
import { note, paint, print, printJson } from "../output/terminal.ts";
import { signOut } from "../sign-in.ts";

export const logoutCommand = defineCommand({
  meta: { name: "logout", description: "Sign out" },
  args: { json: { type: "boolean", description: "Print what was left as JSON" } },
  async run({ args }) {
    const environment = readEnvironment();
    const stored = await readCredentials(environment.credentialsFile);
    await removeCredentials(environment.credentialsFile);
    const ended = stored ? await endSession(stored.url, stored.token) : false;

    if (args.json) return printJson({ url: stored?.url ?? null, session_ended: ended });
    print(stored ? `${paint("green", "✓")} Signed out of ${stored.url}.` : "You were not signed in.");
    if (stored && !ended)
      note("The server could not be told: the token stays valid there until it expires or is revoked.");
    if (environment.token) note("TODO_TOKEN is still set in the environment.");
  },
});

/** Signing out must work without the server too. */
const endSession = (url: string, token: string) =>
  signOut(url, token).then(
    () => true,
    () => false,
  );
