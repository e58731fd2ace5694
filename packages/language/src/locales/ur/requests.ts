/** What people say to a task manager in Urdu, with the verb at the end. The first phrase whose reading makes sense wins. */
import { byFirst, compile } from "../../text/pattern.ts";
import { blank } from "../blank.ts";
import type { Locale, RequestPhrase } from "../locale.ts";
import { levelOf } from "./chips.ts";
import { timeRequests } from "./time-requests.ts";
import { numberOf } from "./words.ts";

const classes = { level: levelOf, number: numberOf };
const patterns = (...sources: string[]) => sources.map((source) => compile(source));
const say = (reading: string, confidence: number, ...sources: string[]): RequestPhrase[] =>
  sources.map((source) => ({ reading, confidence, pattern: compile(source, classes) }));

const give = "[do|dein|kar do|kar dein|karo|karein]";
const make = "(karo|kar do|kar dein|kar lo|kar|karna)";
const made = "(kar liya|kar di|kar diya|kar li|ho gaya|ho gayi|ho|hai|ho chuka)";
/** "doodh wala kaam ko" is "doodh". */
const it = "[wala] [kaam] [ko]";
/** The same where something else follows, so that its end must be heard. */
const ended = "(wala kaam ko|wala kaam|wala ko|wala|ko)";
const show = "(dikhao|batao|sunao) [do|dein]";

const small = [
  ...say("undo", 0.95, "[isko|ko|ye|woh] (wapas|undo) [kar] (karo|lo|do|le lo)", "undo", "wapas"),
  ...say("redo", 0.95, "(redo|dobara) (karo|kar do)", "redo"),
  ...say(
    "help",
    0.95,
    "[mujhe|meri] (madad) [karo|kar do|chahiye|karein]",
    "(tum|aap) kya kar (sakte|sakti) (ho|hai|hain)",
  ),
  ...say("greeting", 0.95, "salam [o|alaikum] [alaikum]", "(hello|hi) [ji]"),
  ...say("farewell", 0.95, "(khuda|allah|اللہ) hafiz"),
  ...say("thanks", 0.95, "[bohat|bahut] (shukriya|meherbani) [ji]", "jazakallah"),
  ...say("yes", 0.95, "(haan|ji|ji haan|haan ji|theek hai|bilkul) [karo|kar do]"),
  ...say("no", 0.95, "(nahi|ji nahi|nahi ji) [rehne|mat] [do|karo]", "(rehne|chhoro) [do]"),
];

const lists = [
  ...say(
    "list_lists",
    0.95,
    `[mujhe] [mera] [sab] lists [kya] [hain|${show}]`,
    "[mera] (kaun) [si] lists hain",
  ),
  ...say(
    "add_list_with",
    1,
    `[aik] [nayi] {list} (ki|ke|naam ki) [nayi] list banao ${give} : {body}`,
    `[aik] nayi list banao ${give} {list} : {body}`,
    `[aik] [nayi] {list} (ki|ke|naam ki) [nayi] list banao ${give} {body} ke (sath|saath)`,
  ),
  ...say(
    "add_list",
    0.95,
    `[aik] [nayi] {name} (ki|ke|naam ki) [nayi] list banao ${give}`,
    `[aik] nayi list banao ${give} {name}`,
  ),
  ...say("delete_list", 0.95, `{list} [ki|wala] list (delete|mita|hata) ${give}`),
  ...say("archive_list", 0.95, `{list} [ki|wala] list (archive|mehfooz|محفوظ) ${give}`),
];

const trash = "[radi|ردی] [ki] (trash|tokri|ٹوکری)";
const lookingBack = [
  ...say("list_trash", 0.95, `${trash} mein kya (hai|hain)`),
  ...say("empty_trash", 0.95, `${trash} (khali|خالی) ${give}`),
  ...say("history", 0.95, "[{days}] (kya|kya kya) (badla|بدلا) [hai]"),
  ...say(
    "ask_done",
    0.95,
    "kya (maine|mein ne) {target} [kar] (kiya|liya|diya|li|di) [hai|tha]",
    `kya {target} (mukammal|khatam|poora|ho) (ho|gaya|gayi|chuka) [gaya|gayi|chuka] [hai]`,
  ),
];

const findings = [
  ...say(
    "find_open",
    0.95,
    "[mera paas] {filter} (kya|kya kya) baki [hai|hain]",
    "(kya|kya kya) (baki|reh) [gaya] [hai|hain]",
  ),
  ...say(
    "find_done",
    0.95,
    "{filter} (maine|mein ne) (kya|kya kya) kiya [tha|hai]",
    "[maine|mein ne] {filter} (kya|kya kya) kiya [tha|hai]",
    "[maine|mein ne] (kya|kya kya) kiya [tha|hai]",
  ),
  ...say(
    "find",
    0.95,
    "[mujhe] {filter} (kya|kya kya) karna [lazim|hai]",
    "[mera paas] {filter} (kya|kya kya) (hai|hain)",
    "[mujhe] (kya|kya kya) karna lazim",
    "[mera paas] {filter} kitne kaam hain",
    "[mera paas] kitne kaam hain [{filter}]",
    "{filter} (kya|kaun) [se|sa] kaam [hain|hai]",
  ),
  ...say("find", 0.95, `[mujhe] {filter} ${show}`).map((phrase) => ({ ...phrase, reading: "find_tasks" })),
  ...say("find_when", 0.9, "{filter} kab [tak] (hai|karna lazim|karna)"),
];

const pointed = [
  ...say(
    "reopen",
    0.95,
    `{target} ${it} (dobara|phir se) khol ${give}`,
    `{target} ${it} (abhi) nahi (kiya|ho gaya|ho)`,
  ),
  ...say("restore", 0.95, `{target} ${it} wapas (le|lo|laao|banao) [aao|do]`),
  ...say(
    "complete",
    0.95,
    `{target} ${it} (mukammal|khatam|poora|done|complete) ${make}`,
    `{target} ${it} (mukammal|khatam|poora|done|complete) ${made}`,
    `{target} ${it} ho (gaya|gayi|chuka)`,
    `{target} ${it} kar (liya|di|diya|li)`,
    `{target} ${it} (le|karwa) (liya|li|diya|di)`,
    "(maine|mein ne) {target} (liya|diya|li|di)",
  ),
];

const removals = [
  ...say(
    "delete",
    0.95,
    `{target} ${it} [list se] (delete|mita|hata|nikal) ${give}`,
    `(delete|mita|hata) ${give} {target}`,
  ),
];

const to = "[par|ko|tak|ke liye|mein]";
const moved = `(shift|move|reschedule) ${make}`;
const changes = [
  ...say("priority", 0.95, `{target} ${it} [bohat] #level (banao|rakho|karo|kar) ${give}`),
  ...say("rename", 0.95, `{target} ka naam badal (ke|kar) {value} (rakho|banao|karo|kar) ${give}`),
  ...say("rename", 0.95, `{target} ka naam {value} (rakho|banao|karo|kar) ${give}`),
  ...say(
    "reschedule",
    0.95,
    `{target} ${ended} {value} ${to} (${moved}|le jao)`,
    `{target} {value} ${to} (${moved}|le jao)`,
  ),
  ...say(
    "reschedule_existing",
    0.95,
    `{target} ${ended} {value} ${to} (karo|kar do|kar dein|rakho do|rakho)`,
  ),
  ...say(
    "reschedule",
    0.95,
    `{target} (wala kaam ko|wala kaam|wala ko|wala) {value} ${to} (karo|kar do|kar dein)`,
  ),
  ...say("reschedule_split", 0.9, "{body} (kar do|kar dein|rakho do|rakho)", `{body} (${moved}|le jao)`),
  ...say("move_existing", 0.95, `{target} ${ended} {value} [ki list] mein (daalo|rakho|shift karo) ${give}`),
];

const additions = [
  ...say("add_to_sure", 0.95, `{list} [ki list|list] mein {body} (add|shamil|darj|note) ${make}`),
  ...say(
    "add",
    0.95,
    `[list mein] {body} [ko] [list mein] (add|shamil|darj|note) ${make}`,
    `[list mein] {body} (likho|daalo) ${give}`,
    `[mujhe] {body} [ka|ki] yaad dilana ${give}`,
    `[mujhe] yaad dilana ${give} [keh|ke] {body}`,
    `(naya|aik naya) kaam [:] {body}`,
    `(add|shamil) ${make} {body}`,
    `add {body}`,
  ),
  ...say("add", 0.85, "[mujhe|maine|hamein] {body} lazim"),
];

export const requests: Locale["requests"] = {
  ...blank.requests,
  phrasesAt: byFirst([
    ...small,
    ...lists,
    ...timeRequests,
    ...lookingBack,
    ...findings,
    ...pointed,
    ...removals,
    ...changes,
    ...additions,
    ...say("find_bare", 0.7, "{filter}"),
  ]),
  fields: { recurrence: "recurrence" },
  openings: patterns("(meherbani|baraye meherbani|please|plz) [kar ke|se]", "(acha|ok|suno|aur)"),
  closings: patterns("(please|plz|ji|meherbani|zara)"),
  priorities: { zaroori: "high", ahem: "high", fauri: "urgent", urgent: "urgent", mamooli: "low" },
};
