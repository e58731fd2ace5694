/** What was understood, for a person to read: a block for each request, a line for each thing it says. */
import { describeRecurrence, type Intention, interpret, type Recurrence, type Span } from "@todo/language";
import { harmless, paint } from "../output/terminal.ts";
import { machineZone } from "../session.ts";
import { type Moment, momentOf } from "./clock.ts";

export function explain(text: string, moment: Moment = momentOf(null, machineZone())): string[] {
  const intentions = interpret(text, moment);
  return intentions.flatMap((intention, index) => [...(index > 0 ? [""] : []), ...block(text, intention)]);
}

function block(text: string, { operation, confidence, spans, ...meaning }: Intention): string[] {
  const said = Object.entries(spans).map(([name, span]) => line(name, quoted(text, span), "said"));
  const sure = `${Math.round(confidence * 100)} % sure`;
  return [
    `${paint("bold", operation.replaceAll("_", " "))} ${paint("dim", `(${sure})`)}`,
    ...factsOf(meaning).map(([name, value]) => line(name, value)),
    ...said,
  ];
}

function line(name: string, value: string, how = ""): string {
  const label = [how, name.replaceAll("_", " ")].filter(Boolean).join(" ");
  return `  ${paint("dim", `${label}:`)} ${harmless(value)}`;
}

const quoted = (text: string, { start, end }: Span) => `“${text.slice(start, end)}”`;

/** Nested fields are flattened: a list of one task needs no number, its fields no prefix. */
function factsOf(value: object): [name: string, value: string][] {
  return Object.entries(value).flatMap(([name, one]): [string, string][] => {
    if (Array.isArray(one) && one.some((each) => typeof each === "object"))
      return one.flatMap((each, index) =>
        factsOf(each).map(([inner, fact]): [string, string] => [
          one.length > 1 ? `${inner} ${index + 1}` : inner,
          fact,
        ]),
      );
    if (Array.isArray(one)) return [[name, one.join(", ")]];
    if (isRecurrence(one)) return [["repeats", describeRecurrence(one) ?? one.rrule]];
    if (typeof one === "object" && one !== null) return factsOf(one);
    return [[name, String(one)]];
  });
}

const isRecurrence = (value: unknown): value is Recurrence =>
  typeof value === "object" && value !== null && "rrule" in value;
