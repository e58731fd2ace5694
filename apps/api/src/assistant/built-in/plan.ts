/**
 * Plans the last turn of a conversation: the calls it still needs, or, when
 * all were made, what to say. A pure function of the conversation.
 */
import { type Intention, interpret, languageOf } from "@todo/language";
import type { Moment } from "../../words/dates.ts";
import { wordsOf } from "../../words/languages.ts";
import type { SaidTask, Words } from "../../words/words.ts";
import type { ModelTurn } from "../models.ts";
import { chosen, leftOver, pointsAtOther } from "./choice.ts";
import { isLook, type PastTurn } from "./conversation.ts";
import { doTo } from "./deeds.ts";
import { Desk, NotYet, type PlannedCall } from "./desk.ts";
import { type Focus, focusAfter, focusOf } from "./focus.ts";
import { understand } from "./follow-ups.ts";
import { isTargeted, joined, ofTaskThere, type Targeted, type Wish, withKnownList } from "./intentions.ts";
import { stems } from "./match.ts";
import { answeredBy, attempted, isAsking, offerIn } from "./offers.ts";
import { carryOut, offered, type Question, type Said } from "./requests.ts";

export interface Plan {
  calls: PlannedCall[];
  say: string;
  question?: Question;
  /** What a yes would do. */
  offer?: Intention[];
}

export function plan(turns: PastTurn[], turn: ModelTurn): Plan {
  const current = turns.at(-1);
  if (!current) return { calls: [], say: wordsOf(turn.language).greeting() };
  // Whoever writes in another language than their profile's is answered in that.
  const words = wordsOf(languageOf(current.said, turn.language));
  const earlier = turns.slice(0, -1);
  const moment: Moment = { now: turn.now, time_zone: turn.time_zone };
  const asked = questionOf(earlier, turn);
  const focus = focusOf(earlier);
  const before: Focus | undefined = asked
    ? { ...focus, tasks: asked.candidates, shown: true, listed: asked.candidates }
    : focus;
  const { now, time_zone, lists, labels } = turn;
  const context = { lists: [...lists, INBOX], labels, spoken_of: before !== undefined };
  const read = (said: string) =>
    interpret(said, { now, time_zone, locale: turn.language, context })
      .map(ofTaskThere)
      .map((one) => withKnownList(one, lists));
  const intentions = understand(current.said, { earlier, focus: before, lists, read });

  const choice = asked && chosen(current.said, intentions, asked, turn);
  if (asked && choice) {
    const desk = new Desk(0, current.calls);
    const { wish } = asked;
    const { tasks, isUnclear } = choice;
    if (isUnclear) {
      const say = words.whichOne(wish.operation, tasks, moment);
      return { calls: [], say, question: { wish, candidates: tasks } };
    }
    return settle([desk], () => [{ say: doTo(tasks, wish, desk, words, moment) }]);
  }

  const mended = correction(current.said, earlier, turn);
  if (mended) {
    const desk = new Desk(0, current.calls);
    return settle([desk], () => [{ say: instead(mended, desk, words, moment) }]);
  }

  const isWaiting = earlier.some(({ calls }) => calls.some(({ status }) => status === "waiting"));
  const open = isAsking(earlier.at(-1)) && intentions.every(mayAnswer);
  const answer = open ? answeredBy(current.said, intentions, plan(earlier, turn), turn) : undefined;
  const answered = answer ?? intentions;
  const offer = offerIn(answered);
  if (offer)
    return { calls: [], say: words.shallIAdd(offer.tasks.map(offered(moment)), moment), offer: [offer] };
  const wishes = joined(answered.flatMap(attempted));
  const desks: Desk[] = [];
  return settle(desks, () => {
    const said: Said[] = [];
    let focus = before;
    for (const [place, wish] of wishes.entries()) {
      if (desks.some(({ wanted }) => wanted.length > 0) && dependsOn(wish, wishes.slice(0, place)))
        throw new NotYet();
      const desk = new Desk(place, current.calls);
      desks.push(desk);
      try {
        said.push(
          carryOut(wish, { desk, focus, words, moment, isWaiting, wasAsked: asked !== undefined || open }),
        );
      } catch (error) {
        if (!(error instanceof NotYet)) throw error;
      }
      focus = focusAfter(desk.made, focus);
    }
    return said;
  });
}

/** Where tasks without a list are; a list to look into like any other. */
const INBOX = "inbox";

interface Correction {
  task: SaidTask;
  wish: Targeted;
  /** What was done instead is taken back; what only waits for a yes is left to its card. */
  takesBack: boolean;
}

/** “no, the other one”, right after a choice was made. */
function correction(said: string, earlier: PastTurn[], turn: ModelTurn): Correction | undefined {
  const last = earlier.at(-1);
  if (!last || !pointsAtOther(said, turn)) return undefined;
  const asked = questionOf(earlier.slice(0, -1), turn);
  const task = asked && leftOver(asked, last);
  return task && { task, wish: asked.wish, takesBack: last.calls.some(isDone) };
}

const isDone = ({ tool, status }: PastTurn["calls"][number]) => status === "succeeded" && !isLook(tool);

function instead({ task, wish, takesBack }: Correction, desk: Desk, words: Words, moment: Moment): string {
  const back = takesBack ? desk.ask([{ name: "back", tool: "undo", input: {} }]) : [];
  const said = back.map((call) => words.told(call, moment));
  return [...said, doTo([task], wish, desk, words, moment)].filter(Boolean).join(" ");
}

const mayAnswer = ({ operation }: Intention) => ["yes", "no", "add", "reject"].includes(operation);

/** All calls that were asked for; once there are none, the sentences in the order of the requests. */
function settle(desks: Desk[], work: () => Said[]): Plan {
  let said: Said[] = [];
  try {
    said = work();
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
  const calls = desks.flatMap(({ wanted }) => wanted);
  if (calls.length > 0) return { calls, say: "" };
  const say = [...new Set(said.map((one) => one.say))].filter(Boolean);
  const question = said.find((one) => one.question)?.question;
  return {
    calls,
    say: say.join(say.some((one) => one.includes("\n")) ? "\n\n" : " "),
    ...(question && { question }),
  };
}

/** What was asked just before, if the last answer was a question: planned anew from what was found then. */
function questionOf(earlier: PastTurn[], turn: ModelTurn): Question | undefined {
  const last = earlier.at(-1);
  if (!last?.answer.includes("\n1. ")) return undefined;
  return plan(earlier, turn).question;
}

/** Whether a request must see what earlier ones of the same message did. */
function dependsOn(wish: Wish, before: Wish[]): boolean {
  const acting = before.filter(
    (one) => isTargeted(one) || /^(add|undo|redo|delete|rename)/.test(one.operation),
  );
  if (acting.length === 0) return false;
  if (!isTargeted(wish)) return /^(list|undo|redo)/.test(wish.operation);
  const added = before.flatMap((one) =>
    one.operation === "add" ? one.tasks.flatMap(({ title }) => stems(title)) : [],
  );
  return wish.targets.some(
    ({ pronoun, rest, ordinal, first, last, every, text }) =>
      (pronoun ?? rest) !== undefined ||
      (ordinal ?? first ?? last) !== undefined ||
      every ||
      (text && stems(text).some((word) => added.includes(word))),
  );
}
