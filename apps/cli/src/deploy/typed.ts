/** The command as it was typed, to be typed again: without its options it would mean another cluster, or other values. */
import type { ReadArguments } from "../arguments.ts";
import { quoted } from "./programs.ts";

export const typedAgain = (where: "minikube" | "cluster", options: ReadArguments["options"]): string =>
  ["todo deploy", where, ...[...options].flatMap(([name, values]) => values.flatMap(wordsOf(name)))].join(
    " ",
  );

const wordsOf = (name: string) => (value: string | boolean) => {
  if (typeof value === "string") return [`--${name}`, quoted(value)];
  return [value ? `--${name}` : `--no-${name}`];
};
