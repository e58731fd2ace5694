/**
 * What a hand does to a thing waits for what it did to it before: two
 * connections may overtake each other, and the first answer brings the version
 * that the second is made for. What others changed in between stays unknown, so
 * that the server tells of it.
 */

interface Seen {
  id: string;
  version: number;
}

/** The last change of each thing that is on its way. */
const onTheirWay = new Map<string, Promise<void>>();

/** Of each thing that was changed: two versions between which nobody else has changed it. */
const own = new Map<string, { from: number; to: number }>();

/** The newest version of which the person knows all: the one that they saw, and what they have made of it since. */
export function versionKnown({ id, version }: Seen): number {
  const known = own.get(id);
  return known && known.from <= version && version <= known.to ? known.to : version;
}

/** `changed` names the things of an answer; the server counts each change up by one. Throws what `send` throws. */
export function inTurn<Answer>(
  things: readonly Seen[],
  send: () => Promise<Answer>,
  changed: (answer: Answer) => readonly Seen[],
): Promise<Answer> {
  const before = Promise.all(things.map(({ id }) => onTheirWay.get(id)));
  const sent = before.then(async () => {
    const known = new Map(things.map((thing) => [thing.id, versionKnown(thing)]));
    const answer = await send();
    for (const thing of changed(answer)) learn(thing, known.get(thing.id));
    return answer;
  });
  const settled = sent.then(
    () => undefined,
    () => undefined,
  );
  for (const { id } of things) onTheirWay.set(id, settled);
  void settled.then(() => {
    for (const { id } of things) if (onTheirWay.get(id) === settled) onTheirWay.delete(id);
  });
  return sent;
}

function learn({ id, version }: Seen, known: number | undefined) {
  if (known === undefined) return;
  const former = own.get(id);
  const from = former?.to === known ? former.from : known;
  own.set(id, { from: version <= known + 1 ? from : version, to: version });
}
