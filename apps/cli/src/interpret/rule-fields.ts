/** An RRULE taken apart into the fields of the protocol: FREQ=WEEKLY;BYDAY=MO → {freq: "WEEKLY", byday: ["MO"]}. */

export type RuleFields = Record<string, string | number | string[] | number[]>;

const lists = new Set(["bymonthday", "bymonth", "byyearday", "byweekno", "bysetpos", "byhour", "byminute"]);

/** The time of day that the task is due at counts as the rule's, unless the rule has several. */
export function ruleFields(rrule: string, due_time?: string): RuleFields {
  const fields: RuleFields = { interval: 1 };
  for (const part of rrule.split(";")) {
    const [name = "", value = ""] = part.toLowerCase().split("=");
    if (name === "freq" || name === "until") fields[name] = value.toUpperCase();
    else if (name === "byday") fields.byday = value.toUpperCase().split(",");
    else if (lists.has(name)) fields[name] = value.split(",").map(Number);
    else fields[name] = Number(value);
  }
  if (due_time === undefined || fields.byhour) return fields;
  const [byhour, byminute] = due_time.split(":").map(Number);
  return { ...fields, byhour: byhour!, byminute: byminute! };
}
