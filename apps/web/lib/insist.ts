/** For a part of the page that can't be fetched: between the tries the network may come back. */
const PAUSES_MS = [1_000, 3_000];

/** Loads again after each pause, and fails as the last try does. */
export async function insist<Part>(
  load: () => Promise<Part>,
  [pauseMs, ...further] = PAUSES_MS,
): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (pauseMs === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return insist(load, further);
  }
}
