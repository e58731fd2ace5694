/** Lists and adds per second, project and limit in turn, so that what else the machine does meets both. */
import { generator, type LoadOptions, type Measured, putLoadOn } from "./load.ts";
import { limitTokens, projectTokens } from "./people.ts";
import type { Stack } from "./stack.ts";
import { median, rounded } from "./statistics.ts";

export interface CompareOptions {
  rounds: number;
  seconds: number;
  connections: number;
  people: number;
}

const works = ["list", "add"] as const;
type Work = (typeof works)[number];

export interface Comparison {
  generator: string;
  rows: (Measured & { server: string; work: Work })[];
  /** Project divided by limit. */
  ratios: Record<Work, number>;
}

const body = JSON.stringify({ title: "buy milk", description: "two litres" });

export async function compare(
  stack: Stack,
  { rounds, people, ...load }: CompareOptions,
): Promise<Comparison> {
  const servers = [
    { name: "project", url: `${stack.apiUrl}/api/tasks`, tokens: await projectTokens(stack, people) },
    { name: "limit", url: `${stack.limitUrl}/tasks`, tokens: await limitTokens(stack, people) },
  ];
  const options: LoadOptions = { ...load, folder: stack.folder };
  const series = servers.flatMap((server) =>
    works.map((work) => ({ ...server, work, measured: [] as Measured[] })),
  );
  const measure = ({ url, tokens, work }: (typeof series)[number], seconds: number) =>
    putLoadOn({ url, tokens, ...(work === "add" && { body }) }, { ...options, seconds });

  // The same short warm-up for everybody: compiled code, connections, plans.
  for (const one of series) await measure(one, 1);
  for (let round = 0; round < rounds; round++) {
    for (const work of works) {
      for (const one of series.filter((each) => each.work === work)) {
        one.measured.push(await measure(one, load.seconds));
      }
    }
  }

  const rows = series.map(({ name, work, measured }) => ({ server: name, work, ...middle(measured) }));
  const ratio = (work: Work) => {
    const [project, limit] = rows.filter((row) => row.work === work);
    return rounded(project!.perSecond / limit!.perSecond, 2);
  };
  return { generator, rows, ratios: { list: ratio("list"), add: ratio("add") } };
}

const middle = (measured: Measured[]): Measured => ({
  perSecond: Math.round(median(measured.map(({ perSecond }) => perSecond))),
  p50Ms: rounded(median(measured.map(({ p50Ms }) => p50Ms)), 2),
  p99Ms: rounded(median(measured.map(({ p99Ms }) => p99Ms)), 2),
  errors: measured.reduce((sum, { errors }) => sum + errors, 0),
});
