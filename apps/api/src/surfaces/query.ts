/**
 * A query string is all text; the schema says what each field should be. What
 * doesn't fit is left as it is, so that validation names it.
 */
import { z } from "zod";

type QueryReader = (query: URLSearchParams) => Record<string, unknown>;
type Read = (values: string[]) => unknown;

export function queryReader(input: z.ZodObject): QueryReader {
  const readers = new Map(
    Object.entries(input.shape).map(([name, schema]) => [name, readerOf(schema as z.ZodType)]),
  );
  return (query) =>
    Object.fromEntries(
      [...new Set(query.keys())].map((name) => [name, (readers.get(name) ?? one)(query.getAll(name))]),
    );
}

function readerOf(schema: z.ZodType): Read {
  const { type, anyOf } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    type?: string;
    anyOf?: { type?: string }[];
  };
  const types = anyOf?.map((one) => one.type) ?? [type];
  if (types.includes("array")) return (values) => values.flatMap((value) => value.split(","));
  if (types.includes("string")) return one;
  if (types.includes("integer") || types.includes("number")) return (values) => number(one(values));
  if (types.includes("boolean")) return (values) => boolean(one(values));
  return one;
}

/** A field given twice stays a list, which no single-valued field accepts. */
const one = (values: string[]): unknown => (values.length === 1 ? values[0] : values);
const number = (value: unknown) =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
const boolean = (value: unknown) => (value === "true" ? true : value === "false" ? false : value);
