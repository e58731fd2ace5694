/**
 * The plans' first contract, by hand: `/api/{user_id}/tasks` and its chat. A
 * task is named by its number and has `completed`. The user in the path must
 * be the token's. Everything goes down the one road like any other call.
 */
import { AppError, type OutputOf, type Task } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import { z } from "zod";
import type { Context } from "../operations/context.ts";
import { JsonText } from "../operations/implement.ts";
import { type Call, parse, type Runner } from "../operations/run.ts";
import { readJson } from "./body.ts";
import { idempotencyOf } from "./idempotency-key.ts";
import { json } from "./rest.ts";

export interface ClassicRoutes {
  runner: Runner;
  contextOf(c: HonoContext): Promise<Context>;
  /** Says one message and waits for the whole answer. */
  chat(
    context: Context,
    request: { conversation_id?: string; message: string },
  ): Promise<{ conversation_id: string | null; response: string; tool_calls: unknown[] }>;
}

const NewTask = z.strictObject({
  title: z.string(),
  description: z.string().nullish(),
  completed: z.boolean().optional(),
});
const ChangedTask = NewTask.partial();
const Status = z.enum(["all", "pending", "completed"]).optional();
const ChatMessage = z.strictObject({ conversation_id: z.string().nullish(), message: z.string() });

export function classicRoutes({ runner, contextOf, chat }: ClassicRoutes): Hono {
  const contextFor = async (c: HonoContext): Promise<Context> => {
    const context = await contextOf(c);
    if (c.req.param("user_id")!.toLowerCase() !== context.actor.user_id) {
      throw new AppError("forbidden", "The user in the path isn't the one your token names.");
    }
    return { ...context, surface: "classic" };
  };
  /** One write of this contract may be several calls: they are one change, made once under one key. */
  const write = (c: HonoContext, context: Context, given: object, work: (call: Call) => Promise<Task>) => {
    const key = c.req.header("idempotency-key");
    const keyed = idempotencyOf(key, `classic ${c.req.method}`, { ...given, path: c.req.path });
    const together = { ...context, ...keyed, group_id: crypto.randomUUID() };
    return runner.together(together, async (call) => toClassic(await work(call), context));
  };
  const find = async (c: HonoContext, call: Call) => {
    const task_id = c.req.param("id")!;
    const task = await taskOf(call("get_task", { task_id }));
    if (task.deleted_at) throw new AppError("not_found", `There is no task with the number ${task_id}.`);
    return task;
  };
  const setCompleted = async (task: Task, completed: boolean, call: Call) =>
    (task.status === "completed") === completed
      ? task
      : taskOf(call(completed ? "complete_task" : "reopen_task", { task_id: task.id }));

  return new Hono()
    .get("/api/:user_id/tasks", async (c) => {
      const context = await contextFor(c);
      const status = parse(Status, c.req.query("status"));
      const tasks: Task[] = [];
      let cursor: string | null = null;
      do {
        const input = { limit: 200, ...(status && { status }), ...(cursor && { cursor }) };
        const page = plain(await runner.run("list_tasks", input, context)) as OutputOf<"list_tasks">;
        tasks.push(...page.tasks);
        cursor = page.next_cursor;
      } while (cursor);
      return json(tasks.map((task) => toClassic(task, context)));
    })
    .post("/api/:user_id/tasks", async (c) => {
      const context = await contextFor(c);
      const given = parse(NewTask, await readJson(c));
      const { title, description, completed = false } = given;
      const added = await write(c, context, given, async (call) => {
        const task = await taskOf(call("add_task", { title, ...(description && { description }) }));
        return setCompleted(task, completed, call);
      });
      return json(added, 201);
    })
    .get("/api/:user_id/tasks/:id", async (c) => {
      const context = await contextFor(c);
      const call: Call = (name, input) => runner.run(name, input, context);
      return json(toClassic(await find(c, call), context));
    })
    .put("/api/:user_id/tasks/:id", async (c) => {
      const context = await contextFor(c);
      const given = parse(ChangedTask, await readJson(c));
      const { title, description, completed } = given;
      const changed = await write(c, context, given, async (call) => {
        const { id: task_id } = await find(c, call);
        const fields = { ...(title !== undefined && { title }), ...describe(description) };
        const task = await taskOf(call("update_task", { task_id, ...fields }));
        return completed === undefined ? task : setCompleted(task, completed, call);
      });
      return json(changed);
    })
    .delete("/api/:user_id/tasks/:id", async (c) => {
      const context = await contextFor(c);
      await write(c, context, {}, async (call) => {
        const { id: task_id } = await find(c, call);
        return taskOf(call("delete_task", { task_id }));
      });
      return c.body(null, 204);
    })
    .patch("/api/:user_id/tasks/:id/complete", async (c) => {
      const context = await contextFor(c);
      const completed = await write(c, context, {}, async (call) => {
        const task = await find(c, call);
        return setCompleted(task, task.status !== "completed", call);
      });
      return json(completed);
    })
    .post("/api/:user_id/chat", async (c) => {
      const context = await contextFor(c);
      const { conversation_id, message } = parse(ChatMessage, await readJson(c));
      const keyed = idempotencyOf(c.req.header("idempotency-key"), "classic chat", {
        conversation_id,
        message,
      });
      const answer = await chat(
        { ...context, ...keyed },
        { message, ...(conversation_id && { conversation_id }) },
      );
      const { response, tool_calls } = answer;
      return json({ conversation_id: answer.conversation_id, response, tool_calls });
    });
}

const plain = (answer: unknown) => (answer instanceof JsonText ? answer.toJSON() : answer);

/** The calls made here answer one task each. */
const taskOf = async (answer: Promise<unknown>) => plain(await answer) as Task;

/** A description that is null empties it; one left out stays. */
const describe = (description: string | null | undefined) => {
  if (description === undefined) return {};
  return description ? { description } : { clear: ["description"] };
};

function toClassic({ number, title, description, status, created_at, updated_at }: Task, { actor }: Context) {
  return {
    id: number,
    user_id: actor.user_id,
    title,
    description,
    completed: status === "completed",
    created_at,
    updated_at,
  };
}
