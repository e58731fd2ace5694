/** Urdu words that give a task its priority or its list, and the request around a task. */
import { byFirst, compile, type WordClass } from "../../text/pattern.ts";
import { blank } from "../blank.ts";
import type { Locale } from "../locale.ts";

const levels = new Set(["zaroori", "ahem", "fauri", "urgent", "mamooli"]);

export const levelOf: WordClass = ({ word }) => (levels.has(word) ? word : undefined);

const frames = ["[mujhe|hamein] yaad dilana [do|dein|karo] [keh|ke]", "yaad se", "lazim", "keh"];

export const chips: Locale["chips"] = {
  ...blank.chips,
  priority: [
    { pattern: compile("[bohat] #level (kaam|hai)", { level: levelOf }) },
    { pattern: compile("[bohat] #level", { level: levelOf }), edge_only: true },
  ],
  list_tail: compile("[ki|wala] [list] mein"),
  no_list: [compile("[mera] list (mein|se)")],
  framesAt: byFirst(frames.map((source) => ({ pattern: compile(source) }))),
};
