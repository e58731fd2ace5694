/** The state of a release as a person reads it. */

import { type Column, table } from "../output/table.ts";
import { columns, harmless, paint, print } from "../output/terminal.ts";
import type { Autoscaler, Pod, ServiceState } from "./objects.ts";
import type { State } from "./state.ts";

export function showState(state: State, now = new Date()): void {
  const { release, namespace, revision, ready, reasons, urls } = state;
  const sign = ready ? paint("green", "✓") : paint("red", "✗");
  print(`${sign} ${release} in ${namespace} is ${ready ? "ready" : "not ready"}`);
  print(
    `  revision ${revision.revision}, ${revision.status}, ${revision.chart}, app ${revision.app_version}`,
  );
  for (const url of urls) print(`  ${url}`);
  for (const reason of reasons) print(`  ${paint("red", "–")} ${harmless(reason)}`);
  section(state.pods, [
    { heading: "POD", text: ({ name }) => name },
    { heading: "READY", text: ({ ready: is, leaving }) => (leaving ? "leaving" : is ? "yes" : "no") },
    { heading: "STATE", text: ({ trouble, phase }) => trouble?.reason || phase },
    { heading: "RESTARTS", text: ({ restarts }) => String(restarts), align: "right" },
    { heading: "AGE", text: ({ created_at }) => ageOf(created_at, now), align: "right" },
    { heading: "NODE", text: ({ node }) => node, shrinks: true },
  ] satisfies Column<Pod>[]);
  section(state.services, [
    { heading: "SERVICE", text: ({ name }) => name },
    { heading: "TYPE", text: ({ type }) => type },
    { heading: "PORTS", text: ({ ports }) => ports.join(", ") },
  ] satisfies Column<ServiceState>[]);
  section(state.autoscalers, [
    { heading: "AUTOSCALER", text: ({ name }) => name },
    { heading: "PODS", text: ({ replicas }) => String(replicas), align: "right" },
    { heading: "WANTED", text: ({ wanted }) => String(wanted), align: "right" },
    { heading: "LEAST", text: ({ least }) => String(least), align: "right" },
    { heading: "MOST", text: ({ most }) => String(most), align: "right" },
  ] satisfies Column<Autoscaler>[]);
}

function section<Row>(rows: Row[], shape: Column<Row>[]): void {
  if (rows.length === 0) return;
  print();
  for (const line of table(rows, shape, { columns: columns(), heading: (text) => paint("bold", text) }))
    print(line);
}

function ageOf(instant: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} d`;
}
