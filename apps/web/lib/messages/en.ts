/**
 * Every sentence of the app, in English. Short, concrete, sentence case. A
 * message with `{count}` has a form for one and a form for the rest.
 */
import { account } from "./en/account.ts";
import { app } from "./en/app.ts";
import { assistant } from "./en/assistant.ts";
import { tasks } from "./en/tasks.ts";

export const en = { ...app, ...account, ...assistant, ...tasks };
