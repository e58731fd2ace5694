/** Lists, labels, conversations, history, approvals, keys and what else opens the account, as people read them. */
import {
  type ApiKey,
  type Approval,
  type AuditEvent,
  type Connection,
  type Delivery,
  type Feed,
  type HistoryEntry,
  happened,
  type OutputOf,
  type SavedFilter,
} from "@todo/contract";
import { type Column, table } from "./table.ts";
import { columns, harmless, paint } from "./terminal.ts";

const draw = <Row>(rows: Row[], shape: Column<Row>[]) =>
  table(rows, shape, { columns: columns(), heading: (text) => paint("dim", text) });

/** 2026-01-05T09:00:00.000Z → as this machine's clock shows it. */
const moment = (instant: string | null) =>
  instant ? new Date(instant).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" }) : "";

export const namedTable = (rows: { name: string; open_tasks: number }[]) =>
  draw(rows, [
    { heading: "Name", text: ({ name }) => name, shrinks: true },
    { heading: "Open", text: ({ open_tasks }) => String(open_tasks), align: "right" },
  ]);

export const filterTable = (filters: SavedFilter[]) =>
  draw(filters, [
    { heading: "Name", text: ({ name }) => name, shrinks: true },
    {
      heading: "Filter",
      text: ({ query, problem }) => (problem ? `${query}  (${problem})` : query),
      shrinks: true,
    },
  ]);

export const keyTable = (keys: ApiKey[]) =>
  draw(keys, [
    { heading: "Id", text: ({ id }) => id },
    { heading: "Name", text: ({ name }) => name, shrinks: true },
    { heading: "Starts", text: ({ start }) => start },
    { heading: "May", text: ({ scopes }) => scopes.join(", ") },
    { heading: "Expires", text: ({ expires_at }) => moment(expires_at) },
    { heading: "Last used", text: ({ last_used_at }) => moment(last_used_at) },
  ]);

export const feedTable = (feeds: Feed[]) =>
  draw(feeds, [
    { heading: "Id", text: ({ id }) => id },
    { heading: "Name", text: ({ name }) => name, shrinks: true },
    { heading: "List", text: ({ list }) => list?.name ?? "all", shrinks: true },
    { heading: "Shows", text: ({ kind }) => kind },
    { heading: "Last read", text: ({ last_read_at }) => moment(last_read_at) },
  ]);

export const sessionTable = (sessions: OutputOf<"list_sessions">["sessions"]) =>
  draw(sessions, [
    { heading: "Id", text: ({ id }) => id },
    { heading: "Program", text: ({ user_agent }) => user_agent ?? "", shrinks: true },
    { heading: "Address", text: ({ address }) => address ?? "" },
    { heading: "Since", text: ({ created_at }) => moment(created_at) },
    { heading: "", text: ({ current }) => (current ? "this one" : "") },
  ]);

export const connectionTable = (connections: Connection[]) =>
  draw(connections, [
    { heading: "Id", text: ({ id }) => id },
    { heading: "Name", text: ({ name }) => name, shrinks: true },
    { heading: "May", text: ({ scopes }) => scopes.join(", ") },
    { heading: "Since", text: ({ connected_at }) => moment(connected_at) },
    { heading: "Last used", text: ({ last_used_at }) => moment(last_used_at) },
  ]);

export const auditTable = (events: AuditEvent[]) =>
  draw(events, [
    { heading: "When", text: ({ at }) => moment(at) },
    { heading: "What", text: ({ event }) => event.replaceAll("_", " ") },
    { heading: "Address", text: ({ address }) => address ?? "" },
    { heading: "Program", text: ({ user_agent }) => user_agent ?? "", shrinks: true },
  ]);

export const historyTable = ({ entries, deliveries }: OutputOf<"history">) =>
  draw(
    happened(entries, deliveries).map((one) =>
      one.entry ? changeLine(one.entry) : deliveryLine(one.delivery),
    ),
    [
      { heading: "When", text: ({ at }) => moment(at) },
      { heading: "What", text: ({ what }) => what },
      { heading: "Name", text: ({ name }) => name, shrinks: true },
      { heading: "By", text: ({ by }) => by },
      { heading: "Undo", text: ({ undo }) => undo, paint: (text) => paint("dim", text) },
    ],
  );

const changeLine = ({ at, operation, change, surface, undo }: HistoryEntry) => ({
  at,
  what: operation.replaceAll("_", " "),
  name: change.name,
  by: surface,
  undo,
});

const deliveryWords = { sent: "sent", failed: "didn't arrive", gone: "channel removed" };

const deliveryLine = ({ at, kind, status, late, error, channel_kind, channel_name }: Delivery) => ({
  at,
  what: `${kind} ${deliveryWords[status]}${late ? ", late" : ""}`,
  name: [channel_kind === "page" ? "open windows" : channel_name, error].filter(Boolean).join(": "),
  by: channel_kind,
  undo: "",
});

export const undoneLines =
  (words: string) =>
  ({ operation, changes }: OutputOf<"undo">) => {
    const names = [...new Set(changes.map(({ name }) => name))];
    return [`${paint("green", words)} ${operation.replaceAll("_", " ")}: ${harmless(names.join(", "))}`];
  };

export const conversationLines = ({ title, messages }: OutputOf<"get_conversation">) => [
  paint("bold", harmless(title)),
  ...messages.flatMap(({ role, text }) => [
    "",
    `${paint("dim", role === "user" ? "You" : "Todo")}  ${harmless(text)}`,
  ]),
];

/** The question, everything it would touch, and how to answer. */
export const approvalLines = ({ id, summary, targets }: Approval) => [
  `${paint("yellow", "?")} ${harmless(summary)}`,
  ...targets.map(({ number, title }) => `  ${number === null ? "" : `${number}  `}${harmless(title)}`),
  paint("dim", `  todo approve ${id}  or  todo approve ${id} --reject`),
];
