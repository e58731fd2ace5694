/**
 * Every operation as a command: `complete_task` is `todo complete-task 3`. A new
 * field of the contract is an option here without a line of code.
 */
import type { NamedOperation } from "@todo/contract";
import type { CommandDef } from "citty";
import { readArguments } from "./arguments.ts";
import { inputFrom } from "./derived-input.ts";
import { argsOf, commandName, fieldsOf } from "./fields.ts";
import { showAnswer } from "./output/answer.ts";
import { openSession } from "./session.ts";

export function derivedCommand(operation: NamedOperation): CommandDef {
  const fields = fieldsOf(operation);
  const args = argsOf(fields);
  return {
    meta: { name: commandName(operation.name), description: operation.description ?? operation.summary },
    args,
    async run({ rawArgs, args: { json } }) {
      const input = inputFrom(fields, readArguments(args, rawArgs));
      const { client } = await openSession();
      // The input's shape comes from the schema of this very operation; TypeScript can't follow a name it doesn't know.
      const call = client[operation.name] as (input: Record<string, unknown>) => Promise<unknown>;
      const answer = await call(input);
      showAnswer(operation.name, answer, { json });
    },
  };
}
