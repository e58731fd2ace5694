/** Language and sentences of a request, on the server. */
import { directionOf } from "@todo/contract/languages";
import { headers } from "next/headers";
import { cache } from "react";
import { serverProfileIfAny } from "../lib/server-api.ts";
import { messagesOf } from "./languages.ts";
import { localeOf } from "./locale.ts";
import type { Manner, SayAll } from "./messages.ts";
import { translator } from "./translate.ts";

/**
 * The language of whoever is signed in; for others, what the browser asks for.
 * Until a first visit has told it to the profile, its language is nobody's choice.
 */
export const getManner = cache(async (): Promise<Manner> => {
  const accepted = (await headers()).get("accept-language");
  const profile = await serverProfileIfAny();
  const found = localeOf(accepted, profile?.language_known ? profile.language : undefined);
  return { ...found, direction: directionOf(found.language) };
});

/** t() for components of the server. */
export const getMessages = cache(async (): Promise<SayAll> => {
  const manner = await getManner();
  const { workspace, account } = messagesOf(manner.language);
  return translator({ ...workspace, ...account }, manner);
});
