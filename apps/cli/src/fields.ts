/**
 * What a command takes, read off an operation's schema: fields of the path are
 * arguments, so are required ones, and every field is an option.
 */
import type { NamedOperation } from "@todo/contract";
import type { ArgsDef } from "citty";
import { z } from "zod";

/** A field of an operation's input, as the command line sees it. */
export interface Field {
  name: string;
  /** Without the dashes in front. */
  flag: string;
  /** `reference` is a number or an id; `json` is whatever has an inner structure. */
  kind: "switch" | "number" | "text" | "reference" | "json";
  many: boolean;
  /** Where it stands among the arguments without a flag; undefined: it is an option alone. */
  place: number | undefined;
  choices: string[] | undefined;
  description: string | undefined;
}

export const commandName = (operation: string) => operation.replaceAll("_", "-");

export function fieldsOf(operation: NamedOperation): Field[] {
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
    io: "input",
    unrepresentable: "any",
  });
  const positional = [...new Set([...operation.pathFields, ...required])];
  return Object.entries(properties).map(([name, schema]) => {
    const property = typeof schema === "object" ? schema : {};
    const many = property.type === "array";
    const one =
      many && typeof property.items === "object" && !Array.isArray(property.items)
        ? property.items
        : property;
    return {
      name,
      flag: commandName(name),
      kind: kindOf(one),
      many,
      place: positional.includes(name) ? positional.indexOf(name) : undefined,
      choices: one.enum?.map(String),
      description: property.description ?? one.description,
    };
  });
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function kindOf({ type, anyOf }: JsonSchema): Field["kind"] {
  if (anyOf?.some((choice) => choice.type === "integer")) return "reference";
  if (type === "boolean") return "switch";
  if (type === "integer" || type === "number") return "number";
  return type === "string" ? "text" : "json";
}

export function argsOf(fields: Field[]): ArgsDef {
  const positional = fields.filter(({ place }) => place !== undefined).sort((a, b) => a.place! - b.place!);
  return {
    ...Object.fromEntries(
      positional.map((field) => [
        // In capitals, because the same field is an option as well.
        `${field.name.toUpperCase()}${field.many ? "..." : ""}`,
        { type: "positional", required: false, description: describe(field) },
      ]),
    ),
    ...Object.fromEntries(fields.map((field) => [field.flag, optionOf(field)])),
    json: { type: "boolean", description: "Print the API's answer as JSON" },
  };
}

function optionOf(field: Field): ArgsDef[string] {
  const described = describe(field);
  const description = described === "" ? {} : { description: described };
  if (field.kind === "switch" && !field.many) return { type: "boolean", ...description };
  const valueHint = hintOf(field);
  if (field.choices && !field.many)
    return { type: "enum", options: field.choices, valueHint, ...description };
  return { type: "string", valueHint, ...description };
}

function hintOf({ name, kind, many }: Field): string {
  const hint = kind === "json" || kind === "number" ? kind : name.replace(/_ids?$/, "").replaceAll("_", "-");
  return many ? `${hint},…` : hint;
}

function describe({ description, kind, choices }: Field): string {
  const addition = kind === "json" ? "as JSON" : choices ? `one of ${choices.join(", ")}` : undefined;
  return [description, addition].filter((part) => part !== undefined).join("; ");
}
