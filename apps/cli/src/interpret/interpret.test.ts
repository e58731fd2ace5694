import { expect, test } from "vitest";
import { openHome } from "../testing/run-cli.ts";

const lines = (...values: (object | string)[]) =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

test("a sentence is explained without a server", async () => {
  const { todo } = await openHome();

  const { code, stdout, stderr } = await todo([
    "interpret",
    "remind",
    "me",
    "to",
    "call",
    "mom",
    "every",
    "Monday",
  ]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^add \(\d+ % sure\)$/m);
  expect(stdout).toContain("title: call mom");
  expect(stdout).toContain("repeats: every week on Monday");
  expect(stdout).toContain("said recurrence: “every Monday”");
});

test("without words the text is read from standard input", async () => {
  const { todo } = await openHome();

  expect((await todo(["interpret"], "show my tasks\n")).stdout).toMatch(/^list /);
  expect(await todo(["interpret"], "")).toMatchObject({ code: 2, stdout: "" });
});

test("each line is answered in the protocol of programs", async () => {
  const { todo } = await openHome();

  const { stdout } = await todo(
    ["interpret", "--jsonl"],
    lines(
      {
        id: "a",
        utterance: "remind me to call mom on friday at 3pm",
        reference_time: "2026-11-20T09:00:00",
        timezone: "floating",
      },
      {
        id: "b",
        utterance: "remind me to water the plants every other day at 8am",
        reference_time: "2026-11-20T09:00:00",
        timezone: "-02:00",
      },
      { id: 3, utterance: "what's the weather like" },
    ),
  );
  const [first, second, third] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

  expect(first).toMatchObject({
    id: "a",
    operation: "create",
    dt: "2026-11-27T15:00",
    has_time: true,
    rrule: null,
    slots: { title: "call mom", datetime_text: ["on friday at 3pm"] },
  });
  expect(second).toMatchObject({
    rrule: { freq: "DAILY", interval: 2, byhour: 8, byminute: 0 },
    slots: { title: "water the plants", recurrence_text: ["every other day"] },
  });
  expect(third).toMatchObject({ id: 3, operation: "reject", dt: null, has_time: false });
  expect(first.ms).toBeGreaterThan(0);
});

test("a line that can't be read is answered with its error, and the next one is read", async () => {
  const { todo } = await openHome();

  const { code, stdout, stderr } = await todo(
    ["interpret", "--jsonl"],
    lines(
      "no json",
      { id: "b" },
      { id: "c", utterance: "buy milk", timezone: "Atlantis" },
      { id: "d", utterance: "buy milk", reference_time: "soon" },
      { id: "e", utterance: "buy milk" },
    ),
  );
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

  expect(code).toBe(0);
  expect(answers).toMatchObject([
    { error: expect.stringContaining("Not JSON: no json") },
    { id: "b", error: expect.stringContaining("utterance") },
    { id: "c", error: expect.stringContaining("Atlantis") },
    { id: "d", error: expect.stringContaining("soon") },
    { id: "e", operation: expect.any(String) },
  ]);
  expect(stderr.trim().split("\n")).toHaveLength(4);
});

test("a wall-clock time is meant in its zone, over the change of clocks", async () => {
  const { todo } = await openHome();
  const utterance = "remind me to call mom in 2 hours";
  const reference_time = "2026-03-29T01:30:00";

  const { stdout } = await todo(
    ["interpret", "--jsonl"],
    lines(
      { utterance, reference_time, timezone: "Europe/Berlin" },
      { utterance, reference_time, timezone: "floating" },
      { utterance, reference_time: "2026-03-29T00:30:00Z", timezone: "Europe/Berlin" },
    ),
  );

  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).dt),
  ).toEqual(["2026-03-29T04:30", "2026-03-29T03:30", "2026-03-29T04:30"]);
});
