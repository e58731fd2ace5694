/** What exactly is wrong, where an error's code covers several things. Stable, as the codes are: keys of translations, whose values are the error's `params`. */
export const reasons = [
  // not_found: `id`
  "no_such_name",
  "no_such_number",
  "in_trash",
  // conflict; the most there may be: `most`
  "answer_ended",
  "tried_already",
  "too_many_lists",
  "too_many_labels",
  "too_many_filters",
  "too_many_keys",
  "too_many_channels",
  "too_many_feeds",
  "not_repeating",
  "last_occurrence",
  // conflict: the person's `name` by now
  "name_changed",
  // undo_conflict: the task's `name`
  "series_goes_on",
  "below_itself",
  // undo_conflict: the task's `name`, and what it belongs `to`
  "belongs_to_gone",
  "belongs_to_going",
  // forbidden
  "wrong_password",
  "sign_up_closed",
  // too_large: `count`, `most`
  "too_many_entries",
  // too_many_requests: `most`
  "runs_per_person",
  "tokens_per_day",
  // validation_failed: what any field may be; `most`, `least`
  "empty",
  "too_long",
  "too_many",
  "too_big",
  "too_small",
  "wrong_form",
  // validation_failed: dates, reminders and what repeats; the words as given: `words`
  "time_needs_date",
  "reminder_needs_date",
  "reminder_of_done",
  "time_passed",
  "quiet_hours_empty",
  "repeat_not_understood",
  "repeat_never",
  "repeat_ends_early",
  "repeat_needs_time",
  "repeat_times_differ",
  "repeat_not_on_day",
  "repeat_needs_date",
  "repeat_of_done",
  // validation_failed: other things
  "filter_unreadable",
  "own_subtask",
  // validation_failed: where reminders go; `port`, `host`
  "mail_off",
  "address_wrong",
  "address_needs_https",
  "address_with_password",
  "address_port",
  "address_not_public",
  // validation_failed: a calendar file; `line`
  "calendar_empty",
  "calendar_not_one",
  "calendar_line_wrong",
  "calendar_cut_off",
  // What of a calendar file couldn't be taken
  "imported_before",
  "imported_twice",
  "moved_occurrence",
] as const;

export type Reason = (typeof reasons)[number];
