/** Sends the person's answer to an app's request. */
import type { SayAll } from "../../messages/messages.ts";

/** `query` is that of the page, as it was signed. Gives the address in the app to go to. */
export async function answerApp(
  query: string,
  accept: boolean,
  t: SayAll,
): Promise<{ leadsTo: string } | { problem: string }> {
  const response = await fetch("/api/auth/oauth2/consent", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ accept, oauth_query: query }),
  }).catch(() => undefined);
  if (!response || response.status >= 500) return { problem: t("error.unavailable") };
  const answer: unknown = await response.json().catch(() => undefined);
  const address = response.ok ? addressIn(answer) : undefined;
  return address ? { leadsTo: address } : { problem: t("consent.expired") };
}

function addressIn(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("url" in answer)) return undefined;
  const { url } = answer;
  if (typeof url !== "string" || !URL.canParse(url)) return undefined;
  // An address that would run in this page instead of leading away from it.
  return /^(javascript|data|vbscript|blob):/i.test(new URL(url).protocol) ? undefined : url;
}
