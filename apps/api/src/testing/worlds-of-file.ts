/** After the tests of each file: worlds that all of them shared, wherever they were made, close. */
import { afterAll } from "vitest";

const closers = new Set<() => Promise<void>>();

/** For worlds made in a hook, where no other hook can be added. */
export function closeAfterFile(close: () => Promise<void>): void {
  closers.add(close);
}

/** A set-up file of vitest, which loads it anew for each file of tests. */
export function closeWorldsOfFile(): void {
  afterAll(async () => {
    const all = [...closers];
    closers.clear();
    await Promise.all(all.map((close) => close()));
  });
}
