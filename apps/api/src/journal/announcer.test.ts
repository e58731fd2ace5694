/** Live updates between two processes while one of them has trouble with the database. */
import { readEvents } from "@todo/contract/server-sent-events";
import { expect, onTestFinished, test } from "vitest";
import { wireToDatabase } from "../testing/wired.ts";
import { createWorld, type Person } from "../testing/world.ts";

/** Listening waits for an echo of itself no longer than `probe`; a look of everybody's is far off while it hears. */
const announcerPace = { again: 20, probe: 500, look: 3_600_000 };

/** The tasks' ids in the order in which they are told. */
async function listen(person: Pick<Person, "fetch">) {
  const response = await person.fetch("/api/live?after=0");
  const events = readEvents(response.body!);
  onTestFinished(async () => void (await events.return(undefined).catch(() => {})));
  return async () => {
    const { value } = await events.next();
    return JSON.parse(value!.data) as { seq: number; id: string };
  };
}

test("a change is heard in another process", async () => {
  const [here, there] = [await createWorld({ announcerPace }), await createWorld()];
  const ada = await here.as("ada");
  const next = await listen(ada);
  const { id } = await there.with(ada.token).add_task({ title: "milk" });
  expect(await next()).toMatchObject({ seq: 1, id });
});

test("what was changed while nothing could be heard is told afterwards, each once and in order", async () => {
  const { wire, url } = await wireToDatabase();
  const here = await createWorld({ announcerPace, environment: { DATABASE_URL: url } });
  const there = await createWorld();
  const elsewhere = await there.as("ada");
  const next = await listen(here.with(elsewhere.token));
  await elsewhere.add_task({ title: "1" });
  expect(await next()).toMatchObject({ seq: 1 });

  wire.refuse(true);
  await elsewhere.add_task({ title: "2" });
  await elsewhere.add_task({ title: "3" });
  wire.refuse(false);
  expect([(await next()).seq, (await next()).seq]).toEqual([2, 3]);

  await elsewhere.add_task({ title: "4" });
  expect(await next()).toMatchObject({ seq: 4 });
});

test("a listening connection that fell silent is noticed and replaced", async () => {
  const { wire, url } = await wireToDatabase();
  const here = await createWorld({ announcerPace, environment: { DATABASE_URL: url } });
  const there = await createWorld();
  const elsewhere = await there.as("ada");
  const next = await listen(here.with(elsewhere.token));
  await elsewhere.add_task({ title: "1" });
  await next();

  // Whatever is sent on the connections of this moment is lost without a word.
  wire.stall(true);
  await elsewhere.add_task({ title: "2" });
  wire.stall(false);
  wire.cut();
  await elsewhere.add_task({ title: "3" });
  expect([(await next()).seq, (await next()).seq]).toEqual([2, 3]);
});

test("when listening can't be had at all, changes are looked for", async () => {
  const { wire, url } = await wireToDatabase();
  wire.refuse(true);
  const here = await createWorld({ announcerPace, environment: { DIRECT_DATABASE_URL: url } });
  const there = await createWorld();
  const ada = await here.as("ada");
  const next = await listen(ada);
  await there.with(ada.token).add_task({ title: "1" });
  expect(await next()).toMatchObject({ seq: 1 });
  await there.with(ada.token).add_task({ title: "2" });
  expect(await next()).toMatchObject({ seq: 2 });
});

test("the same when what is sent is never heard, as behind a pooler", async () => {
  const { wire, url } = await wireToDatabase();
  wire.stall(true);
  const here = await createWorld({ announcerPace, environment: { DIRECT_DATABASE_URL: url } });
  const there = await createWorld();
  const ada = await here.as("ada");
  const next = await listen(ada);
  await there.with(ada.token).add_task({ title: "1" });
  expect(await next()).toMatchObject({ seq: 1 });
});
