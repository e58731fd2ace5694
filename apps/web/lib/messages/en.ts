/**
 * The sentences of the workspace, in English; those of its edges are in `account.ts`. Short, concrete, sentence case. A
 * message with `{count}` has a form for one and a form for the rest.
 */
import { app } from "./en/app.ts";
import { assistant } from "./en/assistant.ts";
import { tasks } from "./en/tasks.ts";

export const en = { ...app, ...assistant, ...tasks };
