/** The zone that this device's clock shows. */
export const browsersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** “Europe/Berlin” as “Berlin”, “America/Argentina/Buenos_Aires” as “Buenos Aires”. */
export const placeOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
