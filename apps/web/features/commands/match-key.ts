/** Which command a key press means, if any. */
import { type CommandId, commands } from "./commands.ts";

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export function commandFor(press: Press): CommandId | undefined {
  if (press.altKey) return undefined;
  const modified = press.ctrlKey || press.metaKey;
  const pressed = modified ? `mod+${press.shiftKey ? "shift+" : ""}${press.key.toLowerCase()}` : press.key;
  return commands.find(({ keys }) => keys === pressed)?.id;
}
