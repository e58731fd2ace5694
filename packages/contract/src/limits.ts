/**
 * How much one request may hold. These are part of the contract and the same
 * everywhere; what a person may do in a time is the server's to configure.
 */
export const limits = {
  /** Bytes of a request's body. */
  body: 1_048_576,
  /** Characters. */
  title: 200,
  description: 10_000,
  message: 10_000,
  listName: 100,
  labelName: 50,
  filterName: 100,
  keyName: 32,
  filter: 1000,
  search: 200,
  idempotencyKey: 255,
  /** Tasks that one call adds, and that one call changes. */
  addedAtOnce: 100,
  /** To-dos and events of one calendar file. */
  importedAtOnce: 500,
  changedAtOnce: 200,
  labelsOfTask: 50,
  /** Of one person, archived ones among them: what is answered whole has an end. */
  lists: 500,
  labels: 1_000,
  filters: 500,
  keys: 100,
  channels: 20,
  channelName: 100,
  /** Characters of a web address. */
  address: 2_000,
  remindersOfTask: 20,
  rrule: 500,
  ruleWords: 200,
  /** A reminder may come as long before: 60 days. */
  minutesBefore: 86_400,
  daysBefore: 60,
  /** Of a conversation, that may be asked for by their number. */
  messages: 10_000,
  /** Entries of a page. */
  page: 200,
} as const;
