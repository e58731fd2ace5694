/** The changes that wait, as far as this window knows. */
import { createStore } from "../../lib/external-store.ts";
import type { Queue } from "./waiting.ts";

export const waitingChanges = createStore<Queue>([]);
