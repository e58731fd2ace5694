import { beforeEach, expect, test } from "vitest";
import { type Notice, notices, settleNotice, tellNotice } from "./notices.ts";

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
