/** Much to be sent in few calls: one after the other, until one isn't answered. Pure but for what sends. */
import { AppError } from "@todo/contract/errors";

/** What goes in one call. */
export interface Call<Item> {
  /** Its Idempotency-Key: as long as it isn't known what became of the call, it goes under the same. */
  key: string;
  items: Item[];
}

export interface Sent<Item, Answer> {
  answered: { items: Item[]; answer: Answer }[];
  /** Why it ended early. */
  trouble?: unknown;
  /** The call at which it ended, where it may have happened all the same. */
  unsure?: Call<Item>;
}

/** `first` is what an earlier attempt left unsure; it goes as it was, before all others. */
export async function sendInCalls<Item, Answer>(
  items: readonly Item[],
  size: number,
  newKey: () => string,
  send: (call: Call<Item>) => Promise<Answer>,
  first?: Call<Item>,
): Promise<Sent<Item, Answer>> {
  const calls = first ? [first] : [];
  for (let from = 0; from < items.length; from += size)
    calls.push({ key: newKey(), items: items.slice(from, from + size) });
  const answered: Sent<Item, Answer>["answered"] = [];
  for (const call of calls) {
    try {
      answered.push({ items: call.items, answer: await send(call) });
    } catch (trouble) {
      return { answered, trouble, ...(mayHaveHappened(trouble) && { unsure: call }) };
    }
  }
  return { answered };
}

/** Any other refusal says for sure that nothing was done. */
const mayHaveHappened = (error: unknown) => !(error instanceof AppError) || error.status >= 500;
