/** `todo doctor`: checks this installation, the way to the server and, inside the project, the server's own needs. */
import { defineCommand } from "citty";
import type { Finding } from "../doctor/check.ts";
import { clientChecks } from "../doctor/client-checks.ts";
import { serverChecks } from "../doctor/server-checks.ts";
import { readEnvironment, variables } from "../environment.ts";
import { exitCodes } from "../failures.ts";
import { harmless, paint, print, printJson } from "../output/terminal.ts";

export const doctorCommand = defineCommand({
  meta: { name: "doctor", description: "Check this installation" },
  args: { json: { type: "boolean", description: "Print the findings as JSON" } },
  async run({ args }) {
    const checks = [...clientChecks(readEnvironment()), ...serverChecks(variables(), process.cwd())];
    const findings = await Promise.all(checks.map(async ({ name, run }) => ({ name, ...(await run()) })));
    const shown = findings.filter(({ skipped }) => !skipped);
    if (shown.some(({ remedy }) => remedy !== undefined)) process.exitCode = exitCodes.refused;
    if (args.json)
      return printJson({
        checks: shown.map((finding) => ({ ...finding, ok: finding.remedy === undefined })),
      });
    for (const finding of shown) print(lineOf(finding));
  },
});

function lineOf({ name, detail, remedy }: Finding & { name: string }): string {
  const sign = remedy === undefined ? paint("green", "✓") : paint("red", "✗");
  const text = remedy ?? detail;
  return `${sign} ${name}${text ? `: ${harmless(text)}` : ""}`;
}
