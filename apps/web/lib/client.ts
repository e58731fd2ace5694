/**
 * The browser's client. Same origin, so the session cookie goes along by
 * itself. What got no answer is asked again; a write carries a key, so that it
 * happens once however often it is asked.
 */
import { type ClientOptions, createClient } from "@todo/contract/client";

const clientWith = (options: Omit<ClientOptions, "baseUrl" | "headers">) =>
  createClient({ baseUrl: "", headers: { "todo-client": "web" }, ...options });

export const client = clientWith({ retries: 3 });

/** For the stream of changes, which begins anew by itself and looks at each answer. */
export const streamingClient = (answered: (response: Response) => void) =>
  clientWith({
    fetch: async (...request) => {
      const response = await fetch(...request);
      answered(response);
      return response;
    },
  });
