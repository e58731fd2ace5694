/** One query client per request on the server, one per window in the browser. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut } from "./errors.ts";
import { isLeaving } from "./leaving.ts";

const FRESH_MS = 30_000;

export function makeQueryClient() {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // The client asks again by itself.
        retry: false,
        // Without a network what is kept answers; the stream of changes brings what was missed.
        networkMode: "always",
      },
    },
  });
}

function leaveWhenSignedOut(error: unknown) {
  if (!isSignedOut(error) || isLeaving() || typeof window === "undefined") return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
