/** Every sentence of the web app, in Urdu. What was done is told without saying by whom, so that no gender is guessed. */
import type { Messages } from "../messages.ts";
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

export const ur: Messages = {
  name: "اردو",
  workspace: {
    ...app,
    ...assistant,
    ...tasks,
    ...views,
    ...time,
    ...notices,
    ...offline,
    ...commands,
    ...errors,
    ...work,
  },
  account: { ...account, ...settings, ...browser },
};
