/**
 * The plans' first contract, by hand: `/api/{user_id}/tasks` and its chat. A
 * task is named by its number and has `completed`. The user in the path must
 * be the token's. Everything goes down the one road like any other call.
 */
import { AppError, type Task } from "@todo/contract";
import { Hono, type Context as HonoContext } from "hono";
import { z } from "zod";
import type { Context } from "../operations/context.ts";
import { JsonText } from "../operations/implement.ts";
import { type Runner, validationError } from "../operations/run.ts";
import { readJson } from "./body.ts";
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
  const run = async <Answer>(
    name: Parameters<Runner["run"]>[0],
    input: unknown,
    context: Context,
  ): Promise<Answer> => {
    const answer = await runner.run(name, input, context);
    return (answer instanceof JsonText ? answer.toJSON() : answer) as Answer;
  };
  const find = async (c: HonoContext, context: Context) => {
    const task_id = c.req.param("id")!;
    const task = await run<Task>("get_task", { task_id }, context);
    if (task.deleted_at) throw new AppError("not_found", `There is no task with the number ${task_id}.`);
    return task;
  };
  const setCompleted = async (task: Task, completed: boolean, context: Context) =>
    (task.status === "completed") === completed
      ? task
      : run<Task>(completed ? "complete_task" : "reopen_task", { task_id: task.id }, context);

  return new Hono()
    .get("/api/:user_id/tasks", async (c) => {
      const context = await contextFor(c);
      const status = parse(Status, c.req.query("status"));
      const tasks: Task[] = [];
      let cursor: string | null = null;
      do {
        const input = { limit: 200, ...(status && { status }), ...(cursor && { cursor }) };
        const page: { tasks: Task[]; next_cursor: string | null } = await run("list_tasks", input, context);
        tasks.push(...page.tasks);
        cursor = page.next_cursor;
      } while (cursor);
      return json(tasks.map((task) => toClassic(task, context)));
    })
    .post("/api/:user_id/tasks", async (c) => {
      const context = await contextFor(c);
      const { title, description, completed = false } = parse(NewTask, await readJson(c));
      const group_id = crypto.randomUUID();
      const task = await run<Task>(
        "add_task",
        { title, ...(description && { description }) },
        { ...context, group_id },
      );
      return json(toClassic(await setCompleted(task, completed, { ...context, group_id }), context), 201);
    })
    .get("/api/:user_id/tasks/:id", async (c) => {
      const context = await contextFor(c);
      return json(toClassic(await find(c, context), context));
    })
    .put("/api/:user_id/tasks/:id", async (c) => {
      const context = { ...(await contextFor(c)), group_id: crypto.randomUUID() };
      const { title, description, completed } = parse(ChangedTask, await readJson(c));
      const task = await find(c, context);
      const changed = await run<Task>(
        "update_task",
        { task_id: task.id, ...(title !== undefined && { title }), ...describe(description) },
        context,
      );
      return json(
        toClassic(
          completed === undefined ? changed : await setCompleted(changed, completed, context),
          context,
        ),
      );
    })
    .delete("/api/:user_id/tasks/:id", async (c) => {
      const context = await contextFor(c);
      const { id } = await find(c, context);
      await runner.run("delete_task", { task_id: id }, context);
      return c.body(null, 204);
    })
    .patch("/api/:user_id/tasks/:id/complete", async (c) => {
      const context = await contextFor(c);
      const task = await find(c, context);
      return json(toClassic(await setCompleted(task, task.status !== "completed", context), context));
    })
    .post("/api/:user_id/chat", async (c) => {
      const context = await contextFor(c);
      const { conversation_id, message } = parse(ChatMessage, await readJson(c));
      const answer = await chat(context, { message, ...(conversation_id && { conversation_id }) });
      const { response, tool_calls } = answer;
      return json({ conversation_id: answer.conversation_id, response, tool_calls });
    });
}

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

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw validationError(error);
  return data;
}
