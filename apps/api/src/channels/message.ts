/** What a person is to be told, and what came of telling it. */
import type { Language } from "@todo/contract";

export interface Message {
  /** The notice's; the same when it is sent again, so that a second one replaces the first. */
  id: string;
  space_id: string;
  user_id: string;
  kind: "reminder" | "digest" | "test";
  /** It fell due while nothing could be sent. */
  late: boolean;
  title: string;
  body: string;
  /** A path in the web app, such as `/tasks/3`. */
  url: string;
  task: { id: string; number: number } | null;
  language: Language;
}

export interface Sent {
  /** The channel's id. */
  channel: string;
  channel_kind: "push" | "email" | "webhook";
  /** `gone`: the address is no more, and the channel was removed. */
  status: "sent" | "failed" | "gone";
  /** For people, without secrets. */
  error?: string;
}
