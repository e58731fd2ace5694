/** A label's address is its name: it follows when the label is renamed in another window, or a renaming is taken back. */
import type { Label } from "@todo/contract/lists";
import { useEffect, useRef } from "react";
import { useGo } from "../navigation/use-place.ts";

/** `named` is the label in sight; nothing in another view, and where no label has the address's name. */
export function useLabelAddress(labels: Label[], named: Label | undefined) {
  const go = useGo();
  const seen = useRef<string>(undefined);

  useEffect(() => {
    if (named) {
      seen.current = named.id;
      return;
    }
    const renamed = labels.find(({ id }) => id === seen.current);
    if (renamed) go.renamed({ kind: "label", name: renamed.name });
  }, [labels, named, go]);
}
