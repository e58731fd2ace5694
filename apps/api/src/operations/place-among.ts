/** Places in an order that people make by hand, as fractional indexing makes them. */
import { AppError } from "@todo/contract";
import { generateKeyBetween } from "fractional-indexing";

interface Placed {
  id: string;
  position: string;
}

/** The place after or before one of the others, which are in their order; without one, behind them all. Throws `validation_failed`. */
export function placeAmong(
  kind: "list" | "filter",
  others: Placed[],
  anchor?: { id: string; side: "after" | "before" },
): string {
  if (!anchor) return generateKeyBetween(others.at(-1)?.position ?? null, null);
  const index = others.findIndex(({ id }) => id === anchor.id);
  if (index < 0) throw new AppError("validation_failed", `A ${kind} can't be placed next to itself.`);
  const start = anchor.side === "after" ? index : index - 1;
  return generateKeyBetween(others[start]?.position ?? null, others[start + 1]?.position ?? null);
}
