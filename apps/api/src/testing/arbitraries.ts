/**
 * zod → fast-check: inputs that a schema accepts, as far as its JSON schema
 * tells, and then what becomes of them in careless or hostile hands.
 */
import fc from "fast-check";
import { z } from "zod";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * Values that are right or nearly so: patterns and rules beyond JSON schema are
 * not followed. `ids` are those of things that exist, whoever's they are.
 */
export const arbitraryInput = (schema: z.ZodType, ids: string[]): fc.Arbitrary<unknown> =>
  arbitraryOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), ids);

function arbitraryOf(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => arbitraryOf(one as JsonSchema, ids)));
  if (schema.type === "object") return arbitraryObject(schema, ids);
  if (schema.type === "array") {
    const { minItems: minLength = 0, maxItems = 5 } = schema;
    const items = arbitraryOf((schema.items ?? {}) as JsonSchema, ids);
    return fc.array(items, { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 5)) });
  }
  if (schema.type === "integer" || schema.type === "number") {
    const { minimum: min = -1000, maximum: max = 2 ** 31 - 1 } = schema;
    return fc.oneof(fc.integer({ min, max: Math.min(max, min + 20) }), fc.integer({ min, max }));
  }
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "string") return arbitraryText(schema, ids);
  return fc.jsonValue();
}

function arbitraryObject(
  { properties = {}, required = [] }: JsonSchema,
  ids: string[],
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(
    ([name, one]) => [name, arbitraryOf(one as JsonSchema, ids)] as const,
  );
  const isRequired = ([name]: readonly [string, unknown]) => required.includes(name);
  const always = Object.fromEntries(fields.filter(isRequired));
  const sometimes = Object.fromEntries(fields.filter((field) => !isRequired(field)));
  return fc
    .tuple(fc.record(always), fc.record(sometimes, { requiredKeys: [] }))
    .map(([some, others]) => ({ ...some, ...others }));
}

const digits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, "0"));

/** Dates that are there and not there, at the ends of what calendars and databases can write. */
const dates = fc.oneof(
  fc.constantFrom("0001-01-01", "9999-12-31", "2026-02-28", "2024-02-29", "2026-03-29", "1970-01-01"),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), digits(1, 12), digits(1, 28))
    .map(([year, month, day]) => `${String(year).padStart(4, "0")}-${month}-${day}`),
);
const times = fc.tuple(digits(0, 23), digits(0, 59)).map(([hour, minute]) => `${hour}:${minute}`);
const zones = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Asia/Kathmandu",
);

function arbitraryText(
  { format, minLength = 0, maxLength = 40 }: JsonSchema,
  ids: string[],
): fc.Arbitrary<string> {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === "date") return dates;
  const text = fc.string({
    unit: "grapheme",
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, 40)),
  });
  return fc.oneof(
    text,
    fc.constantFrom("milk", "Home", "green", "1", "2", "inbox"),
    fc.constantFrom(...ids),
    times,
    zones,
  );
}

/** Text that breaks things: nothing, much, half characters, what SQL, JSON, HTML and terminals would make something of. */
const nastyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.constantFrom(
    "",
    " ",
    "\0",
    "a\0b",
    "\ud83d",
    "\udc00x",
    "\u202e\u2066",
    "\u0007\u001b[31m",
    "'; drop table tasks; --",
    "\\",
    "%_%",
    '{"$gt":""}',
    "<script>alert(1)</script>",
    "__proto__",
    "constructor",
    "NaN",
    "Infinity",
    "-0",
    "1e309",
    "0x10",
    "٣",
    "2026-02-30",
    "0000-01-01",
    "10000-01-01",
    "24:00",
    "23:59:60",
    "Etc/Unknown",
    "+05:00",
    "00000000-0000-0000-0000-000000000000",
    "9999999999",
    "a".repeat(20_000),
    "𝕏".repeat(10_001),
    "&|!():*<->",
  ),
);

const nastyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, 0.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308),
);

/** Deeper than any input, not so deep that a counterexample can't be printed. */
const deep = fc.constantFrom(10, 30, 100).map((depth) => {
  let value: unknown = "bottom";
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { deep: value };
  return value;
});

const nasty = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom(null, true, false, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(nastyText, { minLength: 1, maxLength: 300 }),
  deep,
);

const PROTOTYPE_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "user_id",
  "space_id",
  "id",
];

/** Puts something else into one place of the input, leaves a field out, or adds one that isn't there. */
export function mutated(input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(input, nasty, fc.nat(), fc.constantFrom("replace", "replace", "drop", "add"))
    .map(([value, other, place, how]) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return other;
      const names = Object.keys(value);
      const name = names[place % Math.max(1, names.length)];
      if (how === "add" || name === undefined) {
        return withField(value, PROTOTYPE_KEYS[place % PROTOTYPE_KEYS.length]!, other);
      }
      if (how === "drop") return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
      return withField(value, name, other);
    });
}

/** A field of its own also where JavaScript would take the name for the prototype, as JSON.parse does. */
function withField(value: object, name: string, field: unknown): object {
  return Object.defineProperty({ ...value }, name, {
    value: field,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
