/**
 * Functions that aren't needed to show the page. They are fetched with the
 * first call, which waits for them, unless somebody has imported them before.
 */
type Called = (...given: unknown[]) => unknown;

/**
 * Stands for what `load` brings. All its functions answer promises, or nothing
 * that anybody looks at. When it can't be fetched a call answers what `failed`
 * does, and the next one tries again.
 */
export function later<Things extends object>(
  load: () => Promise<Things>,
  failed: (error: unknown) => unknown,
): Things {
  let there: Things | undefined;
  const call = (things: Things, name: string | symbol, given: unknown[]) =>
    (Reflect.get(things, name) as Called).apply(things, given);

  return new Proxy({} as Things, {
    get(_, name) {
      // It is no promise, also where something that may be one is awaited.
      if (name === "then") return undefined;
      return (...given: unknown[]) => {
        if (there) return call(there, name, given);
        return load().then((things) => {
          there = things;
          return call(things, name, given);
        }, failed);
      };
    },
  });
}
