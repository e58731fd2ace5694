import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  forgetNotices,
  type Notice,
  noteHeard,
  notices,
  restoreNotices,
  settleNotice,
  tellNotice,
} from "./notices.ts";

let id = 0;
let notice: Notice;
beforeEach(() => {
  notices.set([]);
  notice = { id: `notice ${++id}`, kind: "reminder", late: false, task: null };
});

test("what comes by the stream and by the service worker is told once", () => {
  tellNotice(notice);
  tellNotice({ ...notice });
  expect(notices.get()).toEqual([notice]);
});

test("what was dealt with goes, and isn't told again", () => {
  tellNotice(notice);
  settleNotice(notice.id);
  tellNotice(notice);
  expect(notices.get()).toEqual([]);
});

test("what was dealt with before it came isn't told", () => {
  settleNotice(notice.id);
  tellNotice(notice);
  expect(notices.get()).toEqual([]);
});

describe("after a reload", () => {
  const NOON = Date.parse("2030-05-01T12:00:00Z");
  const MINUTE = 60_000;
  const kept = new Map<string, string>();
  const browser = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
  let reload: () => Promise<typeof import("./notices.ts")>;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    vi.stubGlobal("localStorage", browser);
    kept.clear();
    restoreNotices("Ada");
    reload = () => {
      vi.resetModules();
      return import("./notices.ts");
    };
    return () => {
      forgetNotices();
      vi.unstubAllGlobals();
      vi.useRealTimers();
    };
  });

  test("what nobody has dealt with is there again", async () => {
    tellNotice(notice);
    const page = await reload();
    page.restoreNotices("Ada");
    expect(page.notices.get()).toEqual([notice]);
  });

  test("what was dealt with isn't told again", async () => {
    tellNotice(notice);
    settleNotice(notice.id);
    const page = await reload();
    page.restoreNotices("Ada");
    page.tellNotice(notice);
    expect(page.notices.get()).toEqual([]);
  });

  test("the stream is asked for what came since it was last heard", async () => {
    noteHeard();
    vi.setSystemTime(NOON + 10 * MINUTE);
    expect((await reload()).restoreNotices("Ada")).toBe(NOON);
  });

  test("a browser that has heard nothing yet asks for the last minute", () => {
    expect(restoreNotices("Grace")).toBe(NOON - MINUTE);
  });

  test("nothing is told to somebody else, nor after a day, nor once it is forgotten", async () => {
    tellNotice(notice);
    const others = await reload();
    others.restoreNotices("Grace");
    vi.setSystemTime(NOON + 25 * 60 * MINUTE);
    const late = await reload();
    late.restoreNotices("Ada");
    vi.setSystemTime(NOON);
    forgetNotices();
    const forgotten = await reload();
    forgotten.restoreNotices("Ada");
    expect([others, late, forgotten].map((page) => page.notices.get())).toEqual([[], [], []]);
  });

  test("where nothing can be stored, or nonsense is, it is told all the same", async () => {
    vi.stubGlobal("localStorage", {
      getItem: () => "{",
      setItem: () => {
        throw new Error("full");
      },
    });
    tellNotice(notice);
    const page = await reload();
    page.restoreNotices("Ada");
    page.tellNotice(notice);
    expect(page.notices.get()).toEqual([notice]);
  });
});
