/** Everything the server can do, as data. The order is the order in the documents. */
import type { z } from "zod";
import { keys, profile } from "./access.ts";
import { audit, connections, sessions } from "./account.ts";
import { calendars, feeds } from "./calendars.ts";
import { channels } from "./channels.ts";
import { approvals, conversations } from "./conversations.ts";
import { filters } from "./filters.ts";
import { journal } from "./journal.ts";
import { labels, lists } from "./lists.ts";
import { model } from "./model.ts";
import { type NamedOperation, type Operation, withRoute } from "./operation.ts";
import { recurring } from "./recurring.ts";
import { reminding } from "./reminding.ts";
import type { OperationName } from "./routes.ts";
import { several } from "./several.ts";
import { tasks } from "./tasks.ts";

export const contract = {
  ...tasks,
  ...recurring,
  ...several,
  ...reminding,
  ...lists,
  ...labels,
  ...filters,
  ...conversations,
  ...journal,
  ...approvals,
  ...profile,
  ...model,
  ...keys,
  ...feeds,
  ...calendars,
  ...sessions,
  ...connections,
  ...audit,
  ...channels,
} satisfies Record<OperationName, Operation>;

export type Contract = typeof contract;

/** What a caller gives, before defaults. */
export type InputOf<Name extends OperationName> = z.input<Contract[Name]["input"]>;
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]["output"]>;

export const operations: NamedOperation[] = (Object.entries(contract) as [OperationName, Operation][]).map(
  ([name, definition]) => withRoute(name, definition),
);
