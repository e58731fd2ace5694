import type { ComponentType } from "react";

/** For a part that the page can do without: nothing stands in its place when it can't be fetched. */
export const orNothing = <Props>(part: Promise<ComponentType<Props>>): Promise<ComponentType<Props>> =>
  part.catch(() => () => null);
