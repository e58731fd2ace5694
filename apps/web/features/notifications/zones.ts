/** The zone that this device's clock shows. */
export const browsersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** “Europe/Berlin” as “Berlin”, “America/Argentina/Buenos_Aires” as “Buenos Aires”. */
export const placeOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

export const pairOf = (here: string, there: string) => `${here} ${there}`;

interface Whereabouts {
  /** The browser's zone, and the profile's. */
  here: string;
  there: string;
  travel: "keep" | "follow";
  /** Where this browser was when it last looked; null: it never did. */
  lastHere: string | null;
  /** The pair that the person has said is to stay as it is. */
  kept: string | null;
}

/**
 * What is to be done about two zones. Times follow only a browser that has
 * moved: one that stayed where it was doesn't fetch them back from a person
 * who travels with another device, or has chosen a zone by hand.
 */
export function zoneStep({ here, there, travel, lastHere, kept }: Whereabouts): "none" | "move" | "ask" {
  if (here === there || kept === pairOf(here, there)) return "none";
  return travel === "follow" && lastHere !== here ? "move" : "ask";
}
