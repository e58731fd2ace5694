/** `todo verify`: measures what runs in the cluster. Exits with 1 when something isn't as promised. */
import { defineCommand } from "citty";
import { untilInterrupted } from "../backup/interruption.ts";
import { targetArgs, targetOf } from "../deploy/target.ts";
import type { Measurement } from "../deploy/verify/report.ts";
import { verify } from "../deploy/verify/verify.ts";
import { exitCodes } from "../failures.ts";
import { table } from "../output/table.ts";
import { columns, harmless, note, paint, paintNote, print, printJson } from "../output/terminal.ts";

export const verifyCommand = defineCommand({
  meta: { name: "verify", description: "Measure what runs in the cluster against what is promised" },
  args: {
    ...targetArgs,
    load: { type: "boolean", description: "Try the autoscaler too: up to twenty minutes of load" },
    json: { type: "boolean", description: "Print the measurements as JSON" },
  },
  async run({ args }) {
    const target = targetOf(args);
    await untilInterrupted(async (signal) => {
      const heard = (found: Measurement) => note(`${signOf(found)} ${found.name}: ${harmless(found.found)}`);
      const measurements = await verify(target, { load: args.load ?? false, heard, signal });
      const failed = measurements.filter(({ passed }) => passed === false).length;
      if (failed > 0) process.exitCode = exitCodes.refused;
      if (args.json) return printJson({ passed: failed === 0, measurements });
      print();
      for (const line of linesOf(measurements)) print(line);
      print(
        failed === 0 ? "\nAll is as promised." : `\n${failed} of ${measurements.length} are not as promised.`,
      );
    });
  },
});

const signOf = ({ passed }: Measurement) =>
  passed === null ? paintNote("dim", "–") : passed ? paintNote("green", "✓") : paintNote("red", "✗");

const linesOf = (measurements: Measurement[]) =>
  table(
    measurements,
    [
      { heading: "MEASURED", text: ({ name }) => name },
      { heading: "FOUND", text: ({ found }) => found, shrinks: true },
      { heading: "PROMISED", text: ({ limit }) => limit },
      {
        heading: "",
        text: ({ passed }) => (passed === null ? "left out" : passed ? "pass" : "FAIL"),
        paint: (text, { passed }) => paint(passed === null ? "dim" : passed ? "green" : "red", text),
      },
    ],
    { columns: columns(), heading: (text) => paint("bold", text) },
  );
