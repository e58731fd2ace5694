/** What the server can do, as data. */
export * from "./access.ts";
export * from "./chat.ts";
export * from "./client.ts";
export * from "./contract.ts";
export * from "./conversations.ts";
export * from "./errors.ts";
export * from "./fields.ts";
export * from "./journal.ts";
export * from "./lists.ts";
export * from "./operation.ts";
export * from "./routes.ts";
export * from "./tasks.ts";
