/** People of one world who begin alike, for tests that each need somebody of their own. */
import type { InputOf } from "@todo/contract";
import type { Person, World } from "./world.ts";

/** Gives somebody new at each call: in Berlin, with these tasks. */
export function newPeople(world: World, tasks: InputOf<"add_tasks">["tasks"]): () => Promise<Person> {
  let people = 0;
  return async () => {
    people += 1;
    const person = await world.as(`person${people}`);
    await person.update_profile({ time_zone: "Europe/Berlin" });
    await person.add_tasks({ tasks });
    return person;
  };
}
