/** People who are reminded: each has other places to be told at, some of which fail while the reminders fall due. */
import { setTimeout as sleep } from "node:timers/promises";
import type { PushService } from "../apps/api/src/testing/push-service.ts";
import type { Receiver } from "../apps/api/src/testing/receiver.ts";
import { type Caller, type CallerOptions, createCaller } from "./caller.ts";
import type { Person } from "./people.ts";

/** From and until when, as parts of the window in which reminders fall due. */
interface Trouble {
  status: number;
  from: number;
  until: number;
}

interface Places {
  browsers: number;
  /** How the browsers' push service answers meanwhile. */
  trouble?: Trouble;
  /** Left out: the address of the account is used where no browser took it. */
  noMail?: true;
  webhook?: true;
}

export const kindsOfPeople: Record<string, Places> = {
  "two browsers": { browsers: 2 },
  "mail alone": { browsers: 0 },
  "a browser and a program": { browsers: 1, webhook: true },
  "a browser that goes": {
    browsers: 1,
    trouble: { status: 410, from: 0.4, until: Number.POSITIVE_INFINITY },
  },
  "a browser that is away": { browsers: 1, trouble: { status: 503, from: 0.2, until: 0.5 } },
  "a browser that is away, and no mail": {
    browsers: 1,
    noMail: true,
    webhook: true,
    trouble: { status: 503, from: 0.1, until: 0.4 },
  },
  "a program alone": { browsers: 0, noMail: true, webhook: true },
};

export interface Reminded {
  name: string;
  space_id: string;
  places: Places;
  caller: Caller;
  browsers: { id: string; browser: ReturnType<PushService["browser"]> }[];
  webhook?: { id: string; path: string };
}

/** Where browsers' messages and programs' calls go. */
export interface OtherEnds {
  push: PushService;
  programs: Receiver;
}

/** Gives a person the places of their kind. */
export async function equip(
  { ledger, token }: Person,
  places: Places,
  ends: OtherEnds,
  options: Omit<CallerOptions, "token">,
): Promise<Reminded> {
  const caller = createCaller({ ...options, token });
  const { client } = caller;
  const { push: keys } = await client.list_channels();
  const browsers: Reminded["browsers"] = [];
  for (let count = 0; count < places.browsers; count++) {
    const browser = ends.push.browser(keys.public_key);
    browsers.push({ browser, id: (await client.add_channel(browser.subscription)).id });
  }
  const path = `/${ledger.person}`;
  const webhook = places.webhook && {
    path,
    id: (await client.add_channel({ kind: "webhook", url: ends.programs.url + path })).id,
  };
  if (places.noMail) {
    const { id } = await client.add_channel({ kind: "email" });
    await client.update_channel({ channel_id: id, enabled: false });
  }
  const { person: name, space_id } = ledger;
  return { name, space_id, places, caller, browsers, ...(webhook && { webhook }) };
}

/** Browsers fail for their part of a window; resolves when the last has come back. */
export async function letFail(people: Reminded[], windowMs: number): Promise<void> {
  const failing = people.map(async ({ places: { trouble }, browsers }) => {
    if (!trouble) return;
    const { status, from, until } = trouble;
    await sleep(from * windowMs);
    for (const { browser } of browsers) browser.answers({ status });
    if (until > 1) return;
    await sleep((until - from) * windowMs);
    for (const { browser } of browsers) browser.answers();
  });
  await Promise.all(failing);
}
