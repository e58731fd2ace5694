/**
 * Does list_tasks stay as quick when there is much to list? Every filter and
 * every order, through HTTP, for somebody with 100 tasks and somebody with
 * 100,000 in the same database, asked in turn so that both meet the same machine.
 */
import { Agent, request } from "node:http";
import { giveTasks, settle, words } from "./many-tasks.ts";
import { type Account, signUp } from "./people.ts";
import type { Stack } from "./stack.ts";
import { percentile, rounded } from "./statistics.ts";

export interface ScaleOptions {
  small: number;
  large: number;
  requests: number;
}

export interface ScaleRow {
  query: string;
  smallP95Ms: number;
  largeP95Ms: number;
  ratio: number;
}

type Query = Record<string, string>;

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const filters: Query[] = [
  { status: "pending" },
  { status: "completed" },
  { priority: "urgent" },
  { priority: "low,medium" },
  { list: "List 1" },
  { list: "List 20" },
  { list: "inbox" },
  { label: "label 1" },
  { label: "label 30" },
  { parent: "PARENT" },
  { due_on: day(0) },
  { due_before: day(-300) },
  { due_after: day(300) },
  { overdue: "true" },
  { overdue: "false" },
  { search: words.rare },
  { search: words.some },
  { search: words.common },
  { search: words.typo },
  { search: "nothingsuch" },
  { trash: "true" },
];

const orders: Query[] = ["position", "due", "priority", "created", "completed", "title"].flatMap((sort) =>
  ["asc", "desc"].map((order) => ({ sort, order })),
);

/** What the pages of the web app and the assistant ask for. */
const together: Query[] = [
  { status: "pending", sort: "due" },
  { status: "pending", sort: "priority" },
  { status: "pending", due_before: day(1), sort: "due" },
  { status: "pending", due_after: day(0), sort: "due" },
  { status: "pending", list: "List 1" },
  { status: "pending", label: "label 1", sort: "due" },
  { list: "List 1", sort: "due" },
  { search: words.common, status: "pending", sort: "due" },
  { overdue: "true", sort: "priority" },
  { status: "completed", sort: "completed" },
];

/** Starts on a page from the middle of everything. */
const deep: Query[] = ["position", "due", "priority", "title"].map((sort) => ({ sort, cursor: "MIDDLE" }));

export const queries: Query[] = [...filters, ...orders, ...together, ...deep];

export async function measureScale(stack: Stack, options: ScaleOptions): Promise<ScaleRow[]> {
  const people = {
    small: await personWith(stack, "few", options.small),
    large: await personWith(stack, "many", options.large),
  };
  await settle(stack.databaseUrl);

  const rows: ScaleRow[] = [];
  for (const query of queries) {
    const paths = {
      small: await people.small.pathOf(query),
      large: await people.large.pathOf(query),
    };
    const times = { small: [] as number[], large: [] as number[] };
    for (let n = -5; n < options.requests; n++) {
      for (const who of ["small", "large"] as const) {
        const startedAt = performance.now();
        await people[who].get(paths[who]);
        // The first few make connections and plans.
        if (n >= 0) times[who].push(performance.now() - startedAt);
      }
    }
    rows.push(rowOf(query, percentile(times.small, 95), percentile(times.large, 95)));
  }
  return rows;
}

const rowOf = (query: Query, small: number, large: number): ScaleRow => ({
  query: new URLSearchParams(query).toString().replaceAll("+", " ").replaceAll("%2C", ","),
  smallP95Ms: rounded(small, 2),
  largeP95Ms: rounded(large, 2),
  ratio: rounded(large / small, 2),
});

async function personWith(stack: Stack, name: string, count: number) {
  const account = await signUp(stack.apiUrl, name);
  await giveTasks(stack.databaseUrl, account.id, count);
  const get = getter(stack.apiUrl, account);
  return {
    get,
    /** With this person's own parent task, and a cursor from the middle of their tasks. */
    async pathOf(query: Query): Promise<string> {
      const { cursor, ...rest } = query;
      if (rest.parent) rest.parent = String(Math.floor(count / 4));
      if (!cursor) return `/api/tasks?${new URLSearchParams(rest)}`;
      return `/api/tasks?${new URLSearchParams({ ...rest, cursor: await middleCursor(get, rest, count) })}`;
    },
  };
}

async function middleCursor(get: (path: string) => Promise<string>, query: Query, count: number) {
  const limit = Math.min(200, Math.floor(count / 4));
  let cursor = "";
  for (let seen = 0; seen < count / 2; seen += limit) {
    const page = await get(
      `/api/tasks?${new URLSearchParams({ ...query, limit: `${limit}`, ...(cursor && { cursor }) })}`,
    );
    cursor = (JSON.parse(page) as { next_cursor: string }).next_cursor;
  }
  return cursor;
}

/** GET over one connection that is kept; gives the body, throws for anything but 200. */
function getter(apiUrl: string, { token }: Account) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { authorization: `Bearer ${token}` };
  return (path: string) =>
    new Promise<string>((resolve, reject) => {
      const sent = request(apiUrl + path, { agent, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("end", () => {
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${path} answered ${response.statusCode}: ${body}`));
        });
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end();
    });
}
