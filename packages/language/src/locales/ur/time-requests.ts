/** Requests in Urdu about reminders and about how a task comes back. */
import { compile } from "../../text/pattern.ts";
import type { RequestPhrase } from "../locale.ts";

const say = (reading: string, confidence: number, ...sources: string[]): RequestPhrase[] =>
  sources.map((source) => ({ reading, confidence, pattern: compile(source) }));
const endRule = (...sources: string[]) =>
  say("clear", 0.9, ...sources).map((phrase) => ({ ...phrase, values: { field: "recurrence" } }));

const give = "[do|dein|karo|karein|kar do|kar dein]";
const remind = "yaad dilana";
const now = "is (martaba|hafta|mahina)";
const of = "(wala kaam ko|wala kaam|wala ko|wala|ko|ki|ke)";

export const timeRequests: RequestPhrase[] = [
  ...say(
    "list_reminders",
    0.95,
    "[mujhe] [mera] [sab] yaad dahani (dikhao|batao|sunao) [do|dein]",
    "[mera] yaad dahani (kya|kaun) [kya|si] [hain|hai]",
    "{target} ki yaad dahani (dikhao|batao) [do|dein]",
  ),
  ...say(
    "unremind",
    0.95,
    `{target} ki yaad dahani (hata|mita|khatam|band|delete) ${give}`,
    `yaad dahani (hata|mita|khatam|band|delete) ${give}`,
    `[mujhe] yaad (mat|na|nahi) dilana ${give}`,
    `{target} ${of} yaad (mat|na|nahi) dilana ${give}`,
  ),
  ...say("snooze", 0.95, `[mujhe] {body} (dobara|phir|phir se) ${remind} ${give}`, `{body} snooze ${give}`),
  ...say("snooze", 0.9, `{target} snooze ${give}`, `snooze ${give}`, `baad mein ${remind} ${give}`),
  ...say(
    "remind",
    0.95,
    `[mujhe|hamein] {body} ${remind} ${give}`,
    `[mujhe] ${remind} ${give} [keh|ke] {body}`,
  ),
  ...endRule(
    `{target} [ka kaam|wala kaam|ko|ka] dohrao (band|khatam) ${give}`,
    `{target} ${of} mat dohrao ${give}`,
    `[isay] dohrao (band|khatam) ${give}`,
  ),
  ...say("repeat_split", 0.95, `{body} dohrao ${give}`, `{body} (karo|rakho) [do]`),
  ...say(
    "skip",
    0.95,
    `{target} ${of} ${now} (chhoro|rehne|skip) ${give}`,
    `{target} ${now} (chhoro|rehne|skip) ${give}`,
    `${now} (chhoro|rehne|skip) ${give}`,
    `{target} skip ${give}`,
  ),
];
