/**
 * A message and all that follows from it: the answer, the approvals it waits
 * for, and the answers after those. Ctrl+C stops the assistant, a second one
 * ends the program.
 */
import type { ChatAnswer, ChatRequest, Client } from "@todo/contract";
import { exitCodes, Interrupted } from "../failures.ts";
import { approvalLines } from "../output/resources.ts";
import { isInteractive, print } from "../output/terminal.ts";
import { decide, pendingIn } from "./approvals.ts";
import { type Open, persistent } from "./persistent.ts";
import { type RunStarted, showTurn } from "./turn.ts";

/** Throws Interrupted when the person stopped it; `started` has told by then which conversation it was. */
export async function talk(
  client: Client,
  request: ChatRequest,
  started: (run: RunStarted) => void = () => {},
): Promise<ChatAnswer> {
  let answer = await stoppable(client, started, (options) => client.streamChat(request, options));
  let waiting = pendingIn(answer.approvals);
  while (waiting.length > 0 && isInteractive()) {
    const [approval] = waiting;
    const decision = await decide(approval!);
    answer = await stoppable(client, started, (options) =>
      client.streamApproval(approval!.id, decision, options),
    );
    // The same approval again would mean asking for ever.
    waiting = pendingIn(answer.approvals).filter(({ id }) => id !== approval!.id);
  }
  if (waiting.length > 0) {
    for (const line of waiting.flatMap(approvalLines)) print(line);
    process.exitCode = exitCodes.refused;
  }
  return answer;
}

async function stoppable(
  client: Client,
  started: (run: RunStarted) => void,
  open: Open,
): Promise<ChatAnswer> {
  const controller = new AbortController();
  let runId: string | undefined;
  let interrupted = false;
  const stop = () => {
    if (interrupted) process.exit(exitCodes.interrupted);
    interrupted = true;
    if (runId) client.cancelRun(runId).catch(() => controller.abort());
    else controller.abort();
  };
  process.on("SIGINT", stop);
  try {
    const { answer, cancelled } = await showTurn(persistent(client, open, controller.signal), {
      write: (text) => process.stdout.write(text),
      started(run) {
        runId = run.run_id;
        started(run);
      },
    });
    if (interrupted && cancelled) throw new Interrupted();
    return answer;
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted() : error;
  } finally {
    process.off("SIGINT", stop);
  }
}
