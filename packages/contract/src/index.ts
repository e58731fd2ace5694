/** What the server can do, as data. */
export * from "./access.ts";
export * from "./account.ts";
export * from "./chat.ts";
export * from "./client.ts";
export * from "./conflict.ts";
export * from "./contract.ts";
export * from "./conversations.ts";
export * from "./errors.ts";
export * from "./fields.ts";
export * from "./journal.ts";
export * from "./limits.ts";
export * from "./lists.ts";
export * from "./operation.ts";
export * from "./recurrence.ts";
export * from "./reminders.ts";
export * from "./routes.ts";
export * from "./tasks.ts";
