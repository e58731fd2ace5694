/** Everything the server can do, as data. The order is the order in the documents. */
import type { z } from "zod";
import { keys, profile } from "./access.ts";
import { audit, connections, sessions } from "./account.ts";
import { approvals, conversations } from "./conversations.ts";
import { journal } from "./journal.ts";
import { labels, lists } from "./lists.ts";
import { type NamedOperation, type Operation, withRoute } from "./operation.ts";
import type { OperationName } from "./routes.ts";
import { tasks } from "./tasks.ts";

export const contract = {
  ...tasks,
  ...lists,
  ...labels,
  ...conversations,
  ...journal,
  ...approvals,
  ...profile,
  ...keys,
  ...sessions,
  ...connections,
  ...audit,
} satisfies Record<OperationName, Operation>;

export type Contract = typeof contract;

/** What a caller gives, before defaults. */
export type InputOf<Name extends OperationName> = z.input<Contract[Name]["input"]>;
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]["output"]>;

export const operations: NamedOperation[] = (Object.entries(contract) as [OperationName, Operation][]).map(
  ([name, definition]) => withRoute(name, definition),
);
