/** What a person has in the pictures: tasks, lists and words as anybody's, once in each language. */
import type { InputOf } from "@todo/contract/contract";
import type { Language } from "@todo/contract/languages";

type NewTask = InputOf<"add_task">;

export interface Life {
  /** What the browser asks for. */
  locale: string;
  language: Language;
  name: string;
  /** Added in this order. `in_days` is the due date, counted from today; `done` and `gone` put it where those lie. */
  tasks: (Omit<NewTask, "due_on"> & { in_days?: number; done?: true; gone?: true })[];
  /** Sub-tasks of the first task. */
  steps: { title: string; done?: true }[];
  filters: { name: string; query: string }[];
  /** Said to the assistant; the last one waits for a yes. */
  said: string[];
  /** Typed into quick add, and into search. */
  typed: string;
  searched: string;
  /** The list and the label that are shown. */
  list: string;
  label: string;
}

export const english: Life = {
  locale: "en-GB",
  language: "en",
  name: "Ada",
  tasks: [
    {
      title: "Plan the garden for spring",
      list: "Home",
      description:
        "Beds along the south wall get **six hours** of sun.\n\n- beans behind the lettuce\n- herbs by the door",
      in_days: 3,
      priority: "medium",
      labels: ["outside"],
    },
    { title: "Renew the passport", in_days: -2, priority: "urgent", labels: ["errands"] },
    {
      title: "Stand-up",
      list: "Work",
      in_days: 0,
      due_time: "09:30",
      recurrence: { words: "every weekday" },
    },
    {
      title: "Send the quarterly figures to Bob",
      list: "Work",
      in_days: 0,
      priority: "high",
      due_time: "16:00",
    },
    { title: "Water the plants", list: "Home", in_days: 0, recurrence: { words: "every 3 days" } },
    {
      title: "Call the dentist",
      in_days: 0,
      labels: ["calls"],
      reminders: [{ days_before: 0, time: "08:30" }],
    },
    { title: "Book a table for eight", in_days: 1, due_time: "19:00", labels: ["calls"] },
    { title: "Review the design of the search page", list: "Work", in_days: 1, priority: "high" },
    { title: "Return the library books", in_days: 2, labels: ["errands"] },
    { title: "Write the talk for the meetup", list: "Work", in_days: 4, priority: "medium" },
    { title: "Pick up the bicycle", in_days: 5, due_time: "17:30", labels: ["errands"] },
    { title: "Pay the rent", list: "Home", in_days: 10, recurrence: { words: "every month on the 1st" } },
    { title: "Oat milk", list: "Groceries" },
    { title: "Eggs", list: "Groceries" },
    { title: "Sourdough", list: "Groceries", in_days: 1 },
    { title: "Coffee beans, the ones from the corner shop", list: "Groceries" },
    { title: "Olives", list: "Groceries" },
    { title: "Look for a flat in Lisbon for May", list: "Trip to Lisbon", in_days: 14 },
    { title: "Read the second chapter", labels: ["reading"] },
    { title: "Ask Chen for the recipe of the soup" },
    { title: "Sort the photos from summer", priority: "low" },
    { title: "Fix the squeaky door", list: "Home", done: true },
    { title: "Send the invoice", list: "Work", in_days: -1, done: true },
    { title: "Buy a birthday card", in_days: -1, done: true, labels: ["errands"] },
    { title: "Old shopping list", gone: true },
    { title: "Meeting that was called off", list: "Work", in_days: 2, gone: true },
  ],
  steps: [
    { title: "Measure the beds", done: true },
    { title: "Order seeds", done: true },
    { title: "Borrow a spade from Emil" },
    { title: "Build the frame" },
  ],
  filters: [
    { name: "Out and about", query: "@errands | @calls" },
    { name: "Soon and important", query: "(p1 | p2) & due next 7 days" },
  ],
  said: [
    "add milk and butter to groceries and call mom tomorrow at 5pm",
    "what's due today?",
    "I've watered the plants",
    "delete the tasks in the groceries list",
  ],
  typed: "Send the slides to Fatima tomorrow 3pm #Work p2",
  searched: "the",
  list: "Home",
  label: "errands",
};

export const urdu: Life = {
  locale: "ur-PK",
  language: "ur",
  name: "عائشہ",
  tasks: [
    {
      title: "بہار کے لیے باغ کا نقشہ بنانا",
      list: "گھر",
      description: "جنوبی دیوار کے ساتھ چھ گھنٹے دھوپ رہتی ہے۔",
      in_days: 3,
      priority: "medium",
      labels: ["باہر"],
    },
    { title: "پاسپورٹ کی تجدید", in_days: -2, priority: "urgent", labels: ["باہر"] },
    { title: "سہ ماہی رپورٹ بھیجنا", list: "دفتر", in_days: 0, due_time: "16:00", priority: "high" },
    { title: "پودوں کو پانی دینا", list: "گھر", in_days: 0, recurrence: { rrule: "FREQ=DAILY;INTERVAL=3" } },
    { title: "ڈاکٹر کو فون کرنا", in_days: 0, labels: ["فون"] },
    { title: "آٹھ لوگوں کے لیے میز بک کرنا", in_days: 1, due_time: "19:00", labels: ["فون"] },
    { title: "لائبریری کی کتابیں واپس کرنا", in_days: 2, labels: ["باہر"] },
    { title: "Review the design of the search page", list: "دفتر", in_days: 1 },
    { title: "دودھ", list: "سودا" },
    { title: "انڈے", list: "سودا" },
    { title: "چائے کی پتی", list: "سودا", in_days: 1 },
    { title: "گرمیوں کی تصویریں ترتیب دینا", priority: "low" },
    { title: "دروازہ ٹھیک کرنا", list: "گھر", done: true },
    { title: "پرانی فہرست", gone: true },
  ],
  steps: [{ title: "ناپ لینا", done: true }, { title: "بیج منگوانا" }],
  filters: [{ name: "باہر کے کام", query: "@باہر | @فون" }],
  said: ["دودھ اور انڈے شامل کرو", "کل شام 5 بجے امی کو فون کرنا ہے", "امی کو فون والا کام مٹا دو"],
  typed: "کل شام 5 بجے بینک جانا ہے",
  searched: "فون",
  list: "گھر",
  label: "باہر",
};
