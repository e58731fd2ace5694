/**
 * Which keys hold in this browser. Single characters can be turned off or
 * changed (WCAG 2.1.4), since they get in the way of those who speak to their
 * computer. Kept in a cookie, as all choices of a browser are.
 */
import { createStore } from "../../lib/external-store.ts";
import { browserCookie, readPreferences, savePreference } from "../../lib/preferences.ts";
import { type CommandId, commandOf, commands } from "./commands.ts";

export interface KeyMap {
  /** Whether characters without Ctrl or ⌘ do anything; Escape, and the arrows in a row, always do. */
  single: boolean;
  /** Instead of the usual keys; blank takes them away. */
  own: { [Id in CommandId]?: string };
}

export const usualKeys: KeyMap = { single: true, own: {} };

const isSingle = (keys: string) => [...keys].length === 1;

/** Whether a press can stand for a command: one character, or one beside Ctrl or ⌘. */
export const isUsable = (keys: string) => /^(mod\+(shift\+)?)?[^\s\p{C}]$/u.test(keys);

/** Blank: the command has no key, or another has been given its usual one. */
export function keysOf(id: CommandId, { single, own }: KeyMap): string {
  const usual = commandOf(id).keys;
  const keys = own[id] ?? (Object.values(own).includes(usual) ? "" : usual);
  return !single && isSingle(keys) ? "" : keys;
}

/** Takes what was kept, whatever it is. */
export function readKeyMap(kept: string): KeyMap {
  let found: unknown;
  try {
    found = JSON.parse(kept);
  } catch {
    return usualKeys;
  }
  if (typeof found !== "object" || found === null) return usualKeys;
  const given = "own" in found && typeof found.own === "object" ? { ...found.own } : {};
  const own: KeyMap["own"] = {};
  for (const [name, keys] of Object.entries<unknown>(given)) {
    const command = commands.find(({ id }) => id === name);
    if (command && typeof keys === "string" && (keys === "" || isUsable(keys))) own[command.id] = keys;
  }
  return { single: !("single" in found) || found.single !== false, own };
}

/** The command that has these keys already. */
export const holderOf = (keys: string, map: KeyMap): CommandId | undefined =>
  keys ? commands.find(({ id }) => keysOf(id, { ...map, single: true }) === keys)?.id : undefined;

/** Gives a command other keys; the usual ones need not be kept. */
export function withKeys({ single, own }: KeyMap, id: CommandId, keys: string): KeyMap {
  const { [id]: _, ...others } = own;
  const isUsual = commandOf(id).keys === keys;
  return { single, own: isUsual ? others : { ...others, [id]: keys } };
}

/** What is painted first has the usual ones: the server knows no others. */
export const keyMap = createStore<KeyMap>(usualKeys);
if (typeof document !== "undefined") keyMap.set(readKeyMap(readPreferences(browserCookie).shortcuts));

export function keepKeys(next: KeyMap) {
  keyMap.set(next);
  savePreference("shortcuts", JSON.stringify(next));
}
