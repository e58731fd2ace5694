/** Requests for tasks by a filter: one that was saved, by its name, or one that is said, word for word. */
import { spanOf, wordsOf } from "../text/reading.ts";
import type { Reader } from "./readers.ts";

const saved: Reader = ({ reading, slots, confidence }) =>
  slots.name && [
    {
      operation: "list_filtered",
      filter: { name: wordsOf(reading, slots.name) },
      confidence,
      spans: { name: spanOf(reading, slots.name) },
    },
  ];

/** Said in so many words, or by a phrase that stands for it: "tasks without a date". */
const where: Reader = ({ reading, slots, values, confidence }) => {
  if (values.query !== undefined)
    return [{ operation: "list_filtered", filter: { query: String(values.query) }, confidence, spans: {} }];
  return (
    slots.value && [
      {
        operation: "list_filtered",
        filter: { query: wordsOf(reading, slots.value) },
        confidence,
        spans: { query: spanOf(reading, slots.value) },
      },
    ]
  );
};

export const filters: Record<string, Reader> = {
  list_filters: ({ confidence }) => [{ operation: "list_filters", confidence, spans: {} }],
  list_saved: saved,
  list_where: where,
};
