/** A task's changes and what was sent of its reminders, put together by time. It is used where there is no zod, too. */

type Happened<Entry, Delivery> =
  | { entry: Entry; delivery?: undefined }
  | { delivery: Delivery; entry?: undefined };

/** Both are latest first and stay in their own order; of the same instant the change came first. */
export function happened<Entry extends { at: string }, Delivery extends { at: string }>(
  entries: Entry[],
  deliveries: Delivery[],
): Happened<Entry, Delivery>[] {
  const together: Happened<Entry, Delivery>[] = [];
  let sent = 0;
  for (const entry of entries) {
    for (let next = deliveries[sent]; next && next.at >= entry.at; next = deliveries[++sent])
      together.push({ delivery: next });
    together.push({ entry });
  }
  return [...together, ...deliveries.slice(sent).map((delivery) => ({ delivery }))];
}
