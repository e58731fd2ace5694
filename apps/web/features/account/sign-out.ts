/** The way out: from the settings, from the palette, and to another account. */
import { setLeaving } from "../../lib/leaving.ts";
import type { Say } from "../../messages/messages.ts";
import { showTrouble } from "../../ui/toast-store.ts";
import { forgetPerson } from "../offline/forget.ts";
import { waitingChanges } from "../offline/waiting-store.ts";
import { postJson } from "./post-json.ts";

/** What this browser had kept goes with the person, unless `ask` answers with a problem. */
export async function leaving<Problem>(
  ask: () => Promise<Problem | undefined>,
): Promise<Problem | undefined> {
  setLeaving(true);
  const problem = await ask();
  if (problem) setLeaving(false);
  else await forgetPerson();
  return problem;
}

/** What still waits for the network is lost with it. Answers with nothing, or with what is wrong. */
export const signOut = (t: Say): Promise<string | undefined> =>
  leaving(async () => {
    const response = await postJson("/api/auth/sign-out", {});
    if (response?.ok) return undefined;
    return t(response?.status === 429 ? "error.too_many_requests" : "error.unavailable");
  });

/** Signs out and leads to the page to sign in; first it asks where a change would be lost. */
export async function signOutHere(t: Say, sure = false): Promise<void> {
  const count = waitingChanges.get().length;
  if (count > 0 && !sure) {
    const run = () => void signOutHere(t, true);
    return showTrouble(t("offline.stillWaiting", { count }), { label: t("offline.leaveAnyway"), run });
  }
  const problem = await signOut(t);
  if (problem) showTrouble(problem);
  else window.location.assign("/sign-in");
}
