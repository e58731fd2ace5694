/** What a key press is called, and which command it means, if any: anywhere, or in a row. */
import { type CommandId, commands } from "./commands.ts";
import { type KeyMap, keysOf } from "./key-map.ts";

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** As the list of commands writes it; nothing with Alt, which makes other characters. */
export function keysPressed(press: Press): string | undefined {
  if (press.altKey) return undefined;
  const modified = press.ctrlKey || press.metaKey;
  return modified ? `mod+${press.shiftKey ? "shift+" : ""}${press.key.toLowerCase()}` : press.key;
}

export function commandFor(press: Press, map: KeyMap): CommandId | undefined {
  const pressed = keysPressed(press);
  return commands.find(({ id }) => keysOf(id, map) === pressed)?.id;
}

export function commandInRow(press: Press): CommandId | undefined {
  const pressed = press.shiftKey ? undefined : keysPressed(press);
  return commands.find((command) => "inRow" in command && command.inRow === pressed)?.id;
}
