/** What leans on the turns before, and what the built-in assistant makes of it, through the whole server. */
import { expect, test } from "vitest";
import { answerTo } from "../../testing/conversation.ts";
import { newPeople } from "../../testing/people.ts";
import { createWorld } from "../../testing/world.ts";

const world = await createWorld({ now: "2026-11-23T09:00:00Z", lasts: "file" });

/** At ten in the morning in Berlin, on a Monday. */
const somebody = newPeople(world, [
  { title: "Call mom" },
  { title: "Pay bills", list: "Home" },
  { title: "Finish report", description: "Ask Bob first" },
  { title: "Soap", list: "Shopping" },
]);

const WHICH = "I'm not sure which task you mean. Tell me its name or its number.";
const WHAT = "What should I add?";
const three = "add call bank, pay rent and water plants tomorrow";

const furtherOnes: [string[], string][] = [
  [["put milk on my shopping list", "add bread too"], "Added bread to Shopping."],
  [["put milk on my shopping list", "and butter"], "Added butter to Shopping."],
  [["put milk on my shopping list", "add bread too", "jam as well"], "Added jam to Shopping."],
  [["put milk on my shopping list", "also eggs and flour"], "Added eggs and flour to Shopping."],
  [["put milk on my shopping list", "could you also add cheese please"], "Added cheese to Shopping."],
  [["put milk on my shopping list", "thanks", "oh and butter"], "Added butter to Shopping."],
  [["put milk on my shopping list", "add eggs there"], "Added eggs to Shopping."],
  [["put milk on my shopping list", "add eggs to it"], "Added eggs to Shopping."],
  [["put milk on my shopping list", "add bread"], "Added bread."],
  [["put milk on my shopping list", "add bread to home too"], "Added bread to Home."],
  [["put milk on my shopping list", "add bread to my inbox too"], "Added bread."],
  [["put milk on my shopping list", "add stamps to my tasks too"], "Added stamps."],
  [["put milk on my shopping list", "and olive oil?"], "Shall I add “olive oil” to Shopping?"],
  [["put milk on my shopping list", "and olive oil?", "add it"], "Added olive oil to Shopping."],
  [["put milk on my shopping list", "and can you add bread as well?"], "Added bread to Shopping."],
  [["add outline under finish report", "and draft"], "Added draft below Finish report."],
  [["show my shopping list", "add bread to this list"], "Added bread to Shopping."],
  [["add bread to this list"], WHAT],
  [["add milk", "and also one to pay rent"], "Added pay rent."],
];

const theRest: [string[], string][] = [
  [
    [three, "call bank is done", "push the rest to monday"],
    "Moved 2 tasks: pay rent and water plants, to Monday, 30 November.",
  ],
  [
    ["show my tasks", "do the first one tomorrow", "and the others next week"],
    "Moved 3 tasks: Pay bills, Finish report and Soap, to Monday, 30 November.",
  ],
  [
    ["show my tasks", "complete the first three", "what about the rest?"],
    "You have 1 task:\n1. Soap (in Shopping)",
  ],
  [
    ["show my tasks", "complete the first one and move the others to friday"],
    "Completed Call mom. Waiting for your approval to move 3 tasks to Friday, 27 November: Pay bills, Finish report, Soap.",
  ],
  [[three, "complete call bank", "undo", "complete the first one", "add milk", "delete the rest"], WHICH],
  [["push the rest to monday"], WHICH],
  [["the others next week"], WHICH],
  [["add the rest"], WHAT],
  [["add it"], WHAT],
  [["add milk", "add that one"], WHAT],
  [["add milk and eggs", "milk is done", "complete the other one"], "Completed eggs."],
  [
    ["show my tasks", "keep the first and delete the rest"],
    "Waiting for your approval to delete 3 tasks: Pay bills, Finish report, Soap.",
  ],
  [["complete everything except soap and pay bills"], "Completed 2 tasks: Call mom and Finish report."],
];

const onceMore: [string[], string][] = [
  [["move call mom to friday", "pay bills too"], "Moved Pay bills to Friday, 27 November."],
  [["show my tasks", "i did the first", "and the second"], "Completed Pay bills."],
  [["show my tasks", "complete the first three", "and the rest too"], "Completed Soap."],
  [["delete soap", "the same for call mom"], "Waiting for your approval to delete Call mom."],
  [
    ["call mom is done", "and butter"],
    "I found no task that this could be about, so I left everything as it is.",
  ],
];

const afterOther: [string[], string][] = [
  [["add milk", "delete soap", "and milk"], "Waiting for your approval to delete milk."],
  [["delete soap", "and also call bob tomorrow"], "Added call bob for tomorrow."],
];

const looks: [string[], string][] = [
  [
    ["call dad on sunday at 11", "what about sunday?", "and monday?"],
    "You have no pending tasks due Monday, 30 November.",
  ],
  [["what's in home due today", "and next week?"], "You have no pending tasks in Home due next week."],
  [["add stretch tomorrow", "show me the task"], "You have 1 task:\n1. stretch (tomorrow)"],
  [
    ["move the report to friday", "what does it say?"],
    "You have 1 task:\n1. Finish report (Friday, 27 November)\nAsk Bob first",
  ],
  [["when is task 2 due?", "move it to friday"], "Moved Pay bills to Friday, 27 November."],
  [
    ["show my tasks", "the second"],
    "Which task should I change, and how? For example “move call mom to Friday”.",
  ],
  [
    ["add outline and slides under finish report", "outline is done", "how far am I with the report?"],
    "Finish report: 1 of 2 done\n1. outline (done)\n2. slides",
  ],
  [["what are the steps of finish report?"], "Finish report has no sub-tasks."],
];

const otherwise: [string[], string][] = [
  [["call mom is done", "wait no it isn't"], "Reopened Call mom."],
  [["call mom is done", "not yet"], "Reopened Call mom."],
  [["complete call mom and pay bills", "actually, not the bills"], "Reopened Pay bills."],
  [["add gym tomorrow at 3", "not at 5, at 6"], "Moved gym to tomorrow at 18:00."],
  [["add milk and eggs", "and both to friday"], "Moved 2 tasks: milk and eggs, to Friday, 27 November."],
  [["show my tasks", "and 2 to friday"], "Moved Pay bills to Friday, 27 November."],
  [["add milk", "and it tomorrow"], "Moved milk to tomorrow."],
  [["show my tasks", "complete the first two", "not the second one"], "Reopened Pay bills."],
  [["add milk", "not the milk"], "Waiting for your approval to delete milk."],
  [["add gym tomorrow", "not saturday, sunday"], "Moved gym to Sunday, 29 November."],
  [["add milk", "no, on my shopping list"], "Moved milk to the list Shopping."],
  [["add milk", "delete soap", "actually move it to friday"], "Moved Soap to Friday, 27 November."],
  [
    ["delete soap", "keep it"],
    "Please approve or decline it on the card above; only your click counts there.",
  ],
];

const twice = ["add buy milk", "add buy milk"];
const whichMilk = (deed: string) => `Which one shall I ${deed}?\n1. buy milk (#5)\n2. buy milk (#6)`;
const sameTitles: [string[], string][] = [
  [[...twice, "delete buy milk"], whichMilk("delete")],
  [[...twice, "complete buy milk", "buy milk"], whichMilk("complete")],
  [[...twice, "delete buy milk", "#6"], "Waiting for your approval to delete buy milk."],
  [[...twice, "delete the duplicate"], "Waiting for your approval to delete buy milk."],
  [
    [...twice, "add buy milk", "delete the duplicate"],
    "Which one shall I delete?\n1. buy milk (#6)\n2. buy milk (#7)",
  ],
  [["delete the duplicate"], "I found no two open tasks with the same title."],
  [["add soap", "complete soap", "the one in shopping"], "Completed Soap."],
];

test.each([...furtherOnes, ...theRest, ...onceMore, ...afterOther, ...looks, ...otherwise, ...sameTitles])(
  "%j",
  async (sentences, expected) => {
    expect(await answerTo(await somebody(), sentences)).toBe(expected);
  },
);

test("of two with the same title the duplicate is the later one", async () => {
  const ada = await somebody();
  await ada.add_tasks({ tasks: [{ title: "Buy milk" }, { title: "buy milk" }] });
  const { approvals } = await ada.chat({ message: "delete the duplicate" });
  expect(approvals[0]?.targets).toMatchObject([{ number: 6 }]);
});

test("what is alike for several is one call, and one approval with a row for each", async () => {
  const ada = await somebody();

  const { response, tool_calls, approvals } = await ada.chat({ message: "set everything to low priority" });

  expect(response).toBe(
    "Waiting for your approval to set the priority of 4 tasks to low: Call mom, Pay bills, Finish report, Soap.",
  );
  expect(tool_calls.at(-1)).toMatchObject({
    tool: "update_tasks",
    input: { task_ids: [1, 2, 3, 4], priority: "low" },
  });
  expect(approvals.map(({ targets }) => targets.length)).toEqual([4]);
});

test.each<[string, string]>([
  ["make task 1 and task 2 urgent", "Set the priority of 2 tasks: Call mom and Pay bills, to urgent."],
  ["label task 1 and task 2 with work", "Labelled 2 tasks: Call mom and Pay bills, with work."],
  [
    "move task 1 and task 2 to the shopping list",
    "Moved 2 tasks: Call mom and Pay bills, to the list Shopping.",
  ],
])("%s", async (message, expected) => {
  const ada = await somebody();
  const { response, tool_calls } = await ada.chat({ message });
  expect([response, tool_calls.at(-1)?.tool]).toEqual([expected, "update_tasks"]);
});

test("in Urdu as well", async () => {
  const ada = await somebody();
  await ada.update_profile({ language: "ur" });
  const say = (...sentences: string[]) => answerTo(ada, sentences);

  expect(await say("add milk to shopping", "aur roti bhi")).toBe(
    "میں نے فہرست “Shopping” میں “roti” شامل کر دیا۔",
  );
  expect(await say("doodh aur anday add karo", "doodh ho gaya", "baqi kal kar do")).toBe(
    "“anday” اب کل کے لیے ہے۔",
  );
  expect(await say("doodh kal add karo", "kal kya karna hai", "aur peer ko?")).toContain("پیر، 30 نومبر");
  expect(await say("roti ho gaya", "abhi nahi hua")).toBe("“roti” دوبارہ کھول دیا۔");
});
