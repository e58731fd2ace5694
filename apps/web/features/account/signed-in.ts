/** Whoever is signed in has no use for the sign-in page. */
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { serverApi } from "../../lib/server-api.ts";

export async function leaveWhenSignedIn(next: string) {
  const hasSession = (await cookies()).getAll().some(({ name }) => name.includes("session_token"));
  if (!hasSession) return;
  const api = await serverApi();
  const known = await api.get_profile({}).then(
    () => true,
    () => false,
  );
  if (known) redirect(next);
}
