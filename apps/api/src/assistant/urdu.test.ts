/** A conversation in Urdu, through the whole server. */
import { expect, test } from "vitest";
import { createWorld } from "../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

test("whoever writes Urdu, in either script, is understood and answered in Urdu", async () => {
  const ada = await world.as("ada");
  await ada.update_profile({ time_zone: "Asia/Karachi" });
  let conversation_id: string | null = null;
  const say = async (message: string) => {
    const answer = await ada.chat({ message, ...(conversation_id && { conversation_id }) });
    conversation_id = answer.conversation_id;
    return answer.response;
  };

  expect(await say("کل شام ۵ بجے امی کو فون کرنا ہے")).toBe(
    "میں نے کل 17:00 بجے کے لیے “امی کو فون کرنا” شامل کر دیا۔",
  );
  expect(await say("doodh add karo")).toBe("میں نے “doodh” شامل کر دیا۔");
  expect(await say("doodh ho gaya")).toBe("“doodh” مکمل کر دیا۔");
  expect(await say("کل کیا کرنا ہے")).toContain("1. امی کو فون کرنا (کل 17:00 بجے)");
  expect(await say("har peer ko paudon ko pani dena")).toBe(
    "میں نے آج کے لیے ہر پیر کو “paudon ko pani dena” شامل کر دیا۔",
  );
  expect(await say("usay aik ghanta pehle yaad dilana")).toBe(
    "“paudon ko pani dena” ایک گھنٹہ پہلے یاد دلاؤں گا۔",
  );
  expect(await say("usay is baar chhor do")).toBe(
    "“paudon ko pani dena” اس بار چھوڑ دیا۔ اگلی بار: پیر، 30 نومبر۔",
  );
  expect(await say("usay dohrana band karo")).toBe("“paudon ko pani dena” اب دوبارہ نہیں آئے گا۔");
  expect(await say("add bread")).toBe("Added bread.");
});

test("what is over is told in Urdu", async () => {
  const cem = await world.as("cem");
  await cem.update_profile({ time_zone: "Asia/Karachi" });
  await cem.add_tasks({ tasks: [{ title: "doodh" }, { title: "roti" }, { title: "anday", list: "sauda" }] });
  await cem.complete_task({ task_id: 1 });
  await cem.delete_task({ task_id: 2 });
  const say = async (message: string) => (await cem.chat({ message })).response;

  expect(await say("kya doodh ho gaya?")).toBe("“doodh” آج 14:00 بجے مکمل ہوا۔");
  expect(await say("kya anday ho gaye?")).toBe("ابھی نہیں۔ “anday” باقی ہے۔");
  expect(await say("trash mein kya hai")).toBe("ردی کی ٹوکری میں 1 کام ہے:\n1. roti");
  expect(await say("tokri khali karo")).toContain("اسے خالی کرنا واپس نہیں ہو سکتا");
  expect(await say("aaj kya badla")).toContain("1. “roti”: مٹانا (آج 14:00 بجے)");
  expect(await say("sauda list archive karo")).toBe("فہرست “sauda” محفوظ خانے میں رکھ دی۔");
});

test("what waits for a yes is asked for in the language of the message, whatever the profile's", async () => {
  const bob = await world.as("bob");
  await bob.add_task({ title: "doodh" });

  const answer = await bob.chat({ message: "doodh wala kaam delete karo" });

  expect(answer.response).toBe("آپ کی اجازت کا انتظار ہے: “doodh” کو مٹانا۔");
  expect(answer.approvals).toMatchObject([{ summary: "“doodh” کو مٹانا" }]);
});
