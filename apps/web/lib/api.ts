/** The browser's client. Same origin, so the session cookie goes along by itself. */
import { createClient } from "@todo/contract/client";

export const api = createClient({ baseUrl: "", headers: { "todo-client": "web" } });

/** For every POST that must not happen twice when the network makes us ask again. */
export const once = () => ({ idempotencyKey: crypto.randomUUID() });
