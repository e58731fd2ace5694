/** Where a page of deliveries ended, as a cursor says it. */
import { type Delivery, invalid } from "@todo/contract";

export type DeliveryPlace = Pick<Delivery, "at" | "id" | "channel">;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const PLACE = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z)_(${UUID})_(${UUID}|page)$`);

export const writePlace = ({ at, id, channel }: DeliveryPlace) => `${at}_${id}_${channel}`;

/** Throws `validation_failed`. */
export function readPlace(cursor: string): DeliveryPlace {
  const [, at, id, channel] = PLACE.exec(cursor) ?? [];
  if (!at || !id || !channel || Number.isNaN(Date.parse(at)))
    throw invalid("cursor", "This cursor belongs to another query. Start again without one.");
  return { at, id, channel };
}
