/** What was added or said here is shown before the server has given it its id. Its row stays the same one when it has. */
const firstIds = new Map<string, string>();

export const keepRow = (id: string, firstId: string) => firstIds.set(id, firstId);

export const rowKeyOf = (id: string) => firstIds.get(id) ?? id;
