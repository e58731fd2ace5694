/** Whoever is signed in has no use for the sign-in page. */
import { redirect } from "next/navigation";
import { serverProfileIfAny } from "../../lib/server-api.ts";

export async function leaveWhenSignedIn(next: string) {
  if (await serverProfileIfAny()) redirect(next);
}
