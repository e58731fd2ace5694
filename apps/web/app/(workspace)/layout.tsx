/** Everything behind the sign-in: who is here, their navigation, and the assistant beside whatever is open. */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { earlyInputScript } from "../../features/commands/early-input-script.ts";
import { Shell } from "../../features/navigation/shell.tsx";
import { loadStart } from "../../features/navigation/start.ts";
import { Unreachable } from "../../features/navigation/unreachable.tsx";
import { isSignedOut } from "../../lib/errors.ts";
import { FilledCache } from "../../lib/filled-cache.tsx";
import { readPreferences } from "../../lib/preferences.ts";
import { Providers } from "../../lib/providers.tsx";
import { makeQueryClient } from "../../lib/query-client.ts";
import { NONCE, REQUESTED } from "../../lib/requested.ts";
import { serverApi, serverProfile } from "../../lib/server-api.ts";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const preferences = readPreferences((name) => jar.get(name)?.value);
  const incoming = await headers();
  const loaded = await loadStart(await serverApi(), serverProfile, makeQueryClient(), preferences).catch(
    (error: unknown) => ({ error }),
  );

  if ("error" in loaded) {
    if (isSignedOut(loaded.error)) redirect(signInFrom(incoming.get(REQUESTED)));
    return <Unreachable />;
  }

  return (
    <>
      {/* Only here: nobody takes this over on the pages where passwords are typed. */}
      <script nonce={incoming.get(NONCE) ?? undefined} suppressHydrationWarning>
        {earlyInputScript}
      </script>
      <Providers now={new Date().toISOString()}>
        <FilledCache read={loaded.read}>
          <Shell
            preferences={preferences}
            conversation={loaded.conversation}
            open={loaded.open}
            after={loaded.after}
          >
            {children}
          </Shell>
        </FilledCache>
      </Providers>
    </>
  );
}

const signInFrom = (requested: string | null) =>
  requested && requested !== "/" ? `/sign-in?next=${encodeURIComponent(requested)}` : "/sign-in";
