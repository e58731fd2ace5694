/** What the surroundings say. The one module of this program that reads `process.env`. */
import { homedir } from "node:os";
import { join } from "node:path";

export interface Environment {
  /** Origin of the server, without a slash at its end. Overrides the stored one. */
  url: string | undefined;
  /** Session token, JWT or API key. Overrides the stored one. */
  token: string | undefined;
  credentialsFile: string;
}

export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = (name: string) => variables[name]?.trim() || undefined;
  return {
    url: given("TODO_URL"),
    token: given("TODO_TOKEN"),
    credentialsFile: join(given("XDG_CONFIG_HOME") ?? join(homedir(), ".config"), "todo", "credentials.json"),
  };
}

/** For a server on this machine, whose settings are read elsewhere. */
export const variables = (): Record<string, string | undefined> => process.env;
