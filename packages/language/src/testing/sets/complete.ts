/** Ways to say that something is done. Written by hand for this project. */
import type { InterpretContext } from "../../meaning.ts";
import { act, type Fields, it, them } from "../meaning.ts";

/** What was done is something of ours only if there is such a task. */
export const todo: InterpretContext = {
  tasks: ["Book the hotel", "Send the invoice to Ravi", "Buy curtains", "Wash the car", "Mow the lawn"],
};

const done = (text: string, more: Fields = {}): Fields[] => [act("complete", { text, ...more })];

export const completions: [string, Fields[]][] = [
  ["mark the dishes as finished", done("dishes")],
  ["tick the water bill off", done("water bill")],
  ["tick off the water bill", done("water bill")],
  ["check off returning the library books", done("returning the library books")],
  ["cross the dentist off my list", done("dentist")],
  ["strike the oven off the list", done("oven")],
  ["the tax forms are done", done("tax forms")],
  ["tax forms are finally finished", done("tax forms")],
  ["the garage is all done", done("garage")],
  ["I'm done with the slides", done("slides")],
  ["we're finished with the moving boxes", done("moving boxes")],
  ["I have finished the crossword", done("crossword")],
  ["just finished the budget", done("budget")],
  ["I just did the ironing", done("ironing")],
  ["already did the ironing", done("ironing")],
  ["I've already paid the electrician", done("pay the electrician")],
  ["I called the vet", done("call the vet")],
  ["we booked the hotel", done("book the hotel")],
  ["I sent the invoice to Ravi", done("send the invoice to Ravi")],
  ["I've bought the curtains", done("buy the curtains", { or_text: "curtains" })],
  ["I mowed the lawn this morning", done("mow the lawn")],
  ["yesterday I washed the car", done("wash the car")],
  ["done: renew the passport", done("renew the passport")],
  ["finished: renew the passport", done("renew the passport")],
  ["the passport has been renewed, mark it as done", [act("complete", it)]],
  ["please set the passport to done", done("passport")],
  ["could you check the passport off?", done("passport")],
  ["can you mark the reminder about the passport as complete", done("passport")],
  ["hey, can you complete the passport task for me", done("passport")],
  ["complete my reminder to call the vet", done("call the vet")],
  ["mark my reminder to call the vet complete", done("call the vet")],
  ["mark it complete", [act("complete", it)]],
  ["ok it's finished now", [act("complete", it)]],
  ["that one's done", [act("complete", it)]],
  ["that's done", [act("complete", it)]],
  ["I did it", [act("complete", it)]],
  ["I've done that already", [act("complete", it)]],
  ["those are done", [act("complete", them)]],
  ["I finished both of them", [act("complete", them)]],
  ["number 4 is done", [act("complete", { numbers: [4] })]],
  ["tasks 2, 5 and 7 are complete", [act("complete", { numbers: [2, 5, 7] })]],
  ["done with 6", [act("complete", { numbers: [6] })]],
  ["close task 12", [act("complete", { numbers: [12] })]],
  ["the first one is done", [act("complete", { ordinal: 1 })]],
  ["check off the last one", [act("complete", { ordinal: -1 })]],
  ["mark the top two as done", [act("complete", { first: 2 })]],
  ["the roof is fixed, tick it off", [act("complete", it)]],
  ["I finished the essay and the lab report", [...done("essay"), ...done("lab report")]],
];
