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
