/** Questions to the person at the terminal. Closing one ends the program. */
import { confirm, isCancel, multiselect, password, select, text } from "@clack/prompts";
import { Interrupted } from "./failures.ts";

export const askText = async (message: string) =>
  answered(
    await text({ message, validate: (value) => (value?.trim() ? undefined : "Write something.") }),
  ).trim();

export const askPassword = async (message: string) => answered(await password({ message }));

export const askYesOrNo = async (message: string) =>
  answered(await confirm({ message, initialValue: false }));

export interface Choice {
  value: string;
  label: string;
}

export const askWhich = async (message: string, options: Choice[]): Promise<string> =>
  answered(await select<string>({ message, options }));

export const askWhichOnes = async (message: string, options: Choice[]): Promise<string[]> =>
  answered(await multiselect<string>({ message, options, required: false }));

export async function readStdin(): Promise<string> {
  let read = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) read += chunk;
  return read;
}

function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (isCancel(answer)) throw new Interrupted();
  return answer as Exclude<Value, symbol>;
}
