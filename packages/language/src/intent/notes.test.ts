import fc from "fast-check";
import { expect, test } from "vitest";
import { interpret } from "../interpret.ts";
import { meaning } from "../testing/meaning.ts";

const options = { now: new Date("2026-03-04T09:30:00Z"), time_zone: "Europe/Berlin" };

/** What people note, and what other apps are asked about: none of it may turn a note away. */
const nouns =
  `anchovies alarm ankle album antenna balcony bassoon bagel balance battery beehive bicycle blanket boiler bookshelf
  broccoli cactus camera candle carpet cathedral cello chimney cinema clarinet climate coffee compass concert contract
  cricket crossword curtain database deadline dentist dictionary dinosaur diploma doorbell drawer eggplant elevator
  envelope essay fever flashlight flight flute forecast fountain freezer fridge garlic geranium giraffe glacier
  glossary guitar hammer hedgehog holiday hotel insurance jacket jazz keyboard kettle ladder lantern lasagna lawyer
  lecture lemonade lighthouse logbook luggage magazine magnet mailbox mandolin mattress microphone mortgage mosquito
  movie museum mushroom music necklace news notebook novel oven painting parcel passport password pendulum pharmacy
  piano pizza playlist podcast poem printer pudding pumpkin puzzle radio rain raincoat recipe restaurant riddle roof
  sandwich satellite scarf scissors scooter song speaker spoon stapler station storm suitcase sunflower taxi telescope
  temperature theater thermostat ticket timer toaster tooth tractor traffic train translation trumpet umbrella uncle
  vaccine vacuum violin visa volcano volume wallet weather whistle window wrench yoghurt zebra zipper`.split(
    /\s+/u,
  );

const things = fc
  .array(fc.constantFrom(...nouns), { minLength: 1, maxLength: 3 })
  .map((each) => each.join(" "));
const leads = fc.constantFrom(
  "add task ",
  "add a task to ",
  "add a todo ",
  "create a new task: ",
  "new task: ",
  "new todo ",
  "task: ",
  "todo: ",
  "To-do: ",
  "note to self: ",
  "remind me to ",
  "remind me about ",
  "don't let me forget to ",
);

test("what is said to be a task becomes one, whatever the words", () => {
  fc.assert(
    fc.property(leads, things, (lead, thing) => {
      expect(interpret(lead + thing, options)).toMatchObject([
        { operation: "add", tasks: [{ title: thing }] },
      ]);
    }),
    { numRuns: 3_000 },
  );
});

/** A verb of everyday life with a day or a time, as people type it in a hurry. */
const errands = `call mom today | pay rent tomorrow | email Bob on friday at 3 | tomorrow wash the car
  | take out the trash tonight | pick up the kids at 4 | clean the garage on saturday | visit grandma next sunday
  | mow the lawn this weekend | do the dishes tonight | go to the gym at 6 | renew the insurance next month
  | return the library books on monday | water the plants at noon | bake a cake on thursday
  | text Nadia tonight | iron the shirts tomorrow morning | feed the cat at 7 | sign the lease by friday`;

/** The same form, said to somebody who plays, books, drives or knows things. */
const services = `play jazz tonight | set an alarm for 7 | what's the weather tomorrow | call me a taxi at 5
  | book a flight to Paris tomorrow | order a pizza for 8 | turn on the lights at 6 | call an uber now
  | reserve a table for two tonight | show me flights on friday | could you call a cab for 5 | tell me a joke today`;

const lines = (text: string) => text.split("|").map((line) => line.trim());

test.each(lines(errands))("an errand with a day is noted: %s", (text) =>
  expect(meaning(text)).toMatchObject([{ operation: "add", tasks: [{ when: {} }] }]),
);

test.each(lines(services))("a service isn't: %s", (text) =>
  expect(meaning(text)).toMatchObject([{ operation: "reject" }]),
);
