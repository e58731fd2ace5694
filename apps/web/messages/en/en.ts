/**
 * Every sentence of the web app, in English. Short, concrete, sentence case. A
 * message with `{count}` has a form for one and a form for the rest.
 */
import { account } from "./account.ts";
import { app } from "./app.ts";
import { assistant } from "./assistant.ts";
import { browser } from "./browser.ts";
import { commands } from "./commands.ts";
import { errors } from "./errors.ts";
import { notices } from "./notices.ts";
import { offline } from "./offline.ts";
import { settings } from "./settings.ts";
import { tasks } from "./tasks.ts";
import { time } from "./time.ts";
import { views } from "./views.ts";
import { work } from "./work.ts";

export const en = {
  name: "English",
  workspace: {
    ...app,
    ...assistant,
    ...tasks,
    ...views,
    ...time,
    ...offline,
    ...commands,
    ...errors,
    ...work,
  },
  /** The service worker says some of these too. */
  notices,
  account: { ...account, ...settings, ...browser },
} as const;
