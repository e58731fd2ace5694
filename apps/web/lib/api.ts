/**
 * The browser's client. Same origin, so the session cookie goes along by
 * itself. What got no answer is asked again; a write carries a key, so that it
 * happens once however often it is asked.
 */
import { createClient } from "@todo/contract/client";

export const api = createClient({ baseUrl: "", headers: { "todo-client": "web" }, retries: 3 });
