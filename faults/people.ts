/** The people of the test: each has hands that edit, somebody who talks and listeners, all at once. */
import { type Caller, type Counts, createCaller } from "./caller.ts";
import { createEditor } from "./editor.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type Listener, startListener } from "./listener.ts";
import type { Random } from "./random.ts";
import type { ModelKind } from "./scene.ts";
import { createTalker } from "./talker.ts";

export interface Person {
  ledger: Ledger;
  token: string;
  newTitle: () => string;
}

export interface Activity {
  /** Resolves when everything that was begun is acknowledged. Throws what went wrong for good. */
  finish(): Promise<void>;
  listeners: Listener[];
  stopListening(): Promise<void>;
}

export interface Work {
  /** Addresses to send requests to. */
  urls: string[];
  model: ModelKind;
  random: Random;
  counts: Counts;
  /** How many edit at the same time, each as fast as it is answered. */
  hands: number;
}

const LISTENERS = 2;

export async function signUp(url: string, name: string): Promise<Person> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:3000" },
    body: JSON.stringify({ name, email: `${name}@example.com`, password: "correct horse battery staple" }),
  });
  if (!response.ok) throw new Error(`Sign-up answered ${response.status}: ${await response.text()}`);
  const { token, user } = (await response.json()) as { token: string; user: { id: string } };
  let made = 0;
  const ledger = createLedger(name, user.id, LISTENERS);
  return { ledger, token, newTitle: () => `${name} ${wordOf(made++)}` };
}

/** Lets a person be busy through these addresses, until told to finish. */
export function letWork({ ledger, token, newTitle }: Person, work: Work): Activity {
  const { urls, model, random, counts, hands } = work;
  let finishing = false;
  const callerFor = (name: string): [Caller, Random] => {
    const own = random.fork(name);
    const complain = (what: string) => void ledger.complaints.push(`${name}: ${what}`);
    return [createCaller({ urls, token, random: own, counts, complain }), own];
  };
  const untilFinish = async (act: () => Promise<void>) => {
    while (!finishing) await act();
  };
  const editors = Array.from({ length: hands }, (_, place) => {
    const [caller, own] = callerFor(`hand ${place}`);
    const editor = createEditor(caller, ledger, own, newTitle);
    return untilFinish(() => editor.edit());
  });
  const [caller, own] = callerFor("talker");
  const talker = createTalker({ caller, ledger, random: own, newTitle, model });
  const working = Promise.allSettled([...editors, untilFinish(() => talker.talk())]);
  const listeners = ledger.listeners.map((heard, place) => {
    const [caller, own] = callerFor(`listener ${place}`);
    return startListener(caller, heard, ledger, own);
  });

  return {
    listeners,
    stopListening: async () => void (await Promise.all(listeners.map((listener) => listener.stop()))),
    async finish() {
      finishing = true;
      for (const result of await working)
        if (result.status === "rejected") ledger.complaints.push(String(result.reason));
    },
  };
}

/** A word for each number that means nothing: no date, no time, no verb. */
function wordOf(number: number): string {
  const consonants = "bdfgklmnprstvz";
  const vowels = "aiou";
  let word = "q";
  for (let rest = number, place = 0; rest > 0 || place < 3; place += 1) {
    const base = consonants.length * vowels.length;
    const syllable = rest % base;
    word += consonants[Math.floor(syllable / vowels.length)]! + vowels[syllable % vowels.length]!;
    rest = Math.floor(rest / base);
  }
  return word;
}
