/** The name someone probably meant. */
import { oneSlipApart } from "@todo/language/text/similar";

/** One typing slip away, or the only one that begins like this. */
export function nearest(written: string, names: string[]): string | undefined {
  const slip = names.find((name) => oneSlipApart(name, written));
  if (slip) return slip;
  const beginnings = names.filter((name) => written.length > 1 && name.startsWith(written));
  return beginnings.length === 1 ? beginnings[0] : undefined;
}
