/** What windows and worker know of the page that is kept for when there is no network. Both sides use it. */

/** How the caches' names begin: a build's files, and the page of one person. */
export const ASSETS_CACHE = "assets-";
export const SHELL_CACHE = "shell-";

/** A window asks that the page be kept: whose it is, and all that decides how it looks. */
export interface KeepMessage {
  type: "keep";
  person: string;
  look: string;
}

export const isKeepMessage = (value: unknown): value is KeepMessage =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "keep" &&
  "person" in value &&
  typeof value.person === "string" &&
  "look" in value &&
  typeof value.look === "string";
