/** Where a person wants to be told: browsers, their e-mail address, programs. And what was sent there. */
import { z } from "zod";
import { Id, Instant, line, TaskRef, Version } from "./fields.ts";
import { limits } from "./limits.ts";
import { operation } from "./operation.ts";

export const channelKinds = ["push", "email", "webhook"] as const;

export const Channel = z.object({
  id: Id,
  kind: z.enum(channelKinds),
  name: z.string(),
  address: z
    .string()
    .describe("The push service's address of the browser, the e-mail address, or the webhook's URL"),
  enabled: z.boolean(),
  confirmed_at: Instant.nullable().describe("When you said that a message had reached you"),
  last_sent_at: Instant.nullable().describe("To a minute"),
  last_error: z.string().nullable(),
  failing_since: Instant.nullable().describe("null: the last message was taken"),
  created_at: Instant,
  version: z.int().describe("Counts changes of the name and of `enabled`"),
});
export type Channel = z.infer<typeof Channel>;

export const Delivery = z.object({
  id: Id.describe("The message's; the same in every channel"),
  channel: z.string().describe("The channel's id, or `page` for the open windows"),
  channel_kind: z.enum([...channelKinds, "page"]),
  channel_name: z.string(),
  kind: z.enum(["reminder", "digest", "test"]),
  task_id: Id.nullable(),
  status: z.enum(["sent", "failed", "gone"]).describe("`gone`: the address is no more"),
  late: z.boolean().describe("It fell due while nothing could be sent"),
  error: z.string().nullable(),
  at: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

const OneChannel = z.strictObject({ channel_id: Id });
const SeenChannel = OneChannel.extend({ version: Version.optional() });
const address = z.string().min(1).max(limits.address);

export const channels = {
  list_channels: operation({
    summary: "Show where reminders go",
    effect: "read",
    personal: true,
    input: z.strictObject({}),
    output: z.object({
      channels: z.array(Channel),
      push: z.object({
        public_key: z.string().describe("`applicationServerKey` for a browser's subscription"),
      }),
      email: z.object({
        available: z.boolean().describe("Whether this server sends e-mail"),
        address: z.string().describe("The account's"),
      }),
    }),
  }),
  add_channel: operation({
    summary: "Add a place where reminders go",
    description:
      "`push` takes what the browser's subscription says: endpoint, p256dh, auth. `email` is the account's own address and gets what no browser took. `webhook` takes a url and answers, this once, the secret that its messages are signed with (Standard Webhooks). An address that is there already is switched on and gets the new keys, and the new name if there is one.",
    effect: "write",
    undoable: false,
    personal: true,
    answersSecret: true,
    input: z.strictObject({
      kind: z.enum(channelKinds),
      name: line(limits.channelName).optional(),
      endpoint: address.optional(),
      p256dh: z.string().max(100).optional(),
      auth: z.string().max(50).optional(),
      url: address.optional(),
    }),
    output: Channel.extend({ secret: z.string().optional().describe("Of a webhook") }),
  }),
  update_channel: operation({
    summary: "Rename a channel, or switch it on or off",
    effect: "write",
    undoable: false,
    personal: true,
    input: SeenChannel.extend({ name: line(limits.channelName).optional(), enabled: z.boolean().optional() }),
    output: Channel,
  }),
  // It changes nothing of the person's. As a write it would hold a transaction for as long as an address is slow to answer.
  test_channel: operation({
    summary: "Send a test to a channel",
    description: "Answers when the other side has, or after ten seconds; e-mail may take thirty.",
    effect: "read",
    personal: true,
    input: OneChannel,
    output: z.object({
      id: Id.describe("The message's"),
      status: Delivery.shape.status,
      error: z.string().nullable(),
    }),
  }),
  confirm_channel: operation({
    summary: "Say that a message reached you",
    effect: "write",
    undoable: false,
    personal: true,
    input: OneChannel,
    output: Channel,
  }),
  remove_channel: operation({
    summary: "Remove a channel",
    description:
      "The e-mail address is switched off and stays in the list; it would be used again if it weren't there.",
    effect: "destroy",
    undoable: false,
    personal: true,
    input: SeenChannel,
    output: z.object({ id: Id, removed: z.literal(true) }),
  }),
  list_deliveries: operation({
    summary: "Show what was sent where",
    description: "Latest first, of the last 90 days.",
    effect: "read",
    personal: true,
    input: z.strictObject({
      task_id: TaskRef.optional(),
      limit: z.int().min(1).max(limits.page).optional().describe("Default 50"),
      cursor: z.string().max(100).optional(),
    }),
    output: z.object({ deliveries: z.array(Delivery), next_cursor: z.string().nullable() }),
  }),
};
