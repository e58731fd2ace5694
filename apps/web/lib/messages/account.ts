/** t() for signing in, consent and settings: their sentences are not downloaded with the workspace. */
import { account } from "./en/account.ts";
import { en } from "./en.ts";
import { translator } from "./translate.ts";

export const t = translator({ ...en, ...account });
