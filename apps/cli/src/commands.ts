/** The commands that are written by hand, in the order of the help. Each is loaded when it is asked for. */
import type { CommandDef } from "citty";

export interface HandWritten {
  name: string;
  summary: string;
  load: () => Promise<CommandDef>;
}

export const daily: HandWritten[] = [
  {
    name: "add",
    summary: "Add a task in your own words: todo add buy milk tomorrow 5pm",
    load: async () => erased((await import("./commands/add.ts")).addCommand),
  },
  {
    name: "list",
    summary: "Show your tasks",
    load: async () => erased((await import("./commands/list.ts")).listCommand),
  },
  {
    name: "done",
    summary: "Complete tasks by number or words: todo done 3 4",
    load: async () => erased((await import("./commands/done.ts")).doneCommand),
  },
  {
    name: "skip",
    summary: "Leave out one time of a recurring task: todo skip 3",
    load: async () => erased((await import("./commands/skip.ts")).skipCommand),
  },
  {
    name: "remind",
    summary: "Say when to remind you of a task: todo remind 3 an hour before",
    load: async () => erased((await import("./commands/remind.ts")).remindCommand),
  },
  {
    name: "chat",
    summary: "Talk to the assistant",
    load: async () => erased((await import("./commands/chat.ts")).chatCommand),
  },
  {
    name: "approve",
    summary: "Say yes or no to what waits for it",
    load: async () => erased((await import("./commands/approve.ts")).approveCommand),
  },
  {
    name: "import",
    summary: "Add the to-dos and events of an iCalendar file",
    load: async () => erased((await import("./commands/import.ts")).importCommand),
  },
  {
    name: "interpret",
    summary: "Show what a sentence is taken to mean",
    load: async () => erased((await import("./commands/interpret.ts")).interpretCommand),
  },
];

export const setUp: HandWritten[] = [
  {
    name: "start",
    summary: "Run Todo on this machine",
    load: async () => erased((await import("./start.ts")).startCommand),
  },
  {
    name: "login",
    summary: "Sign in to a server, or create an account",
    load: async () => erased((await import("./commands/login.ts")).loginCommand),
  },
  {
    name: "logout",
    summary: "Sign out",
    load: async () => erased((await import("./commands/logout.ts")).logoutCommand),
  },
  {
    name: "mcp",
    summary: "Serve your tasks to a desktop assistant over stdio",
    load: async () => erased((await import("./commands/mcp.ts")).mcpCommand),
  },
  {
    name: "doctor",
    summary: "Check this installation",
    load: async () => erased((await import("./commands/doctor.ts")).doctorCommand),
  },
  {
    name: "backup",
    summary: "Save everything this server keeps in one file",
    load: async () => erased((await import("./commands/backup.ts")).backupCommand),
  },
  {
    name: "restore",
    summary: "Fill an empty database from a backup",
    load: async () => erased((await import("./commands/restore.ts")).restoreCommand),
  },
  {
    name: "deploy",
    summary: "Install Todo on minikube or a cluster, or upgrade it",
    load: async () => erased((await import("./commands/deploy.ts")).deployCommand),
  },
  {
    name: "status",
    summary: "Show what runs in the cluster",
    load: async () => erased((await import("./commands/status.ts")).statusCommand),
  },
  {
    name: "verify",
    summary: "Measure what runs in the cluster against what is promised",
    load: async () => erased((await import("./commands/verify.ts")).verifyCommand),
  },
  {
    name: "rollback",
    summary: "Bring back an earlier revision in the cluster",
    load: async () => erased((await import("./commands/rollback.ts")).rollbackCommand),
  },
];

/** Citty types a command by its arguments; the table holds all kinds, and each reads only what it declared. */
const erased = (command: object) => command as CommandDef;
