/**
 * Who runs on this data folder: `todo start` and its children, by number and
 * identity. After a start that was killed, the next one finds the children
 * here and stops them before it looks for free ports.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { processIdentity, StartupError, waitUntilGone } from "@todo/postgres";

interface Member {
  pid: number;
  identity: string;
}

export interface Roll {
  add(pid: number): void;
  remove(pid: number): void;
}

/**
 * Stops what an earlier start left behind and signs this one in. Throws
 * StartupError when an earlier start is alive and stays so for `patienceMs`.
 */
export async function takeRoll(
  dataDir: string,
  { log, patienceMs = 3_000 }: { log: (line: string) => void; patienceMs?: number },
): Promise<Roll> {
  const file = join(dataDir, "processes.json");
  const { starter, children } = readRoll(file);
  if (starter && starter.pid !== process.pid && isAlive(starter)) {
    log("Waiting for the Todo that runs already to stop…");
    const deadline = Date.now() + patienceMs;
    while (isAlive(starter)) {
      if (Date.now() > deadline) {
        throw new StartupError(
          `Todo already runs on the data folder ${dataDir} (process ${starter.pid}).`,
          "Stop that one first, or set TODO_DATA_DIR to another folder.",
        );
      }
      await delay(50);
    }
  }
  await Promise.all(children.filter(isAlive).map(stopLeftover));

  const present = new Map<number, Member>();
  const write = () => {
    const draft = `${file}.draft`;
    writeFileSync(draft, JSON.stringify({ starter: member(process.pid), children: [...present.values()] }));
    renameSync(draft, file);
  };
  write();
  return {
    add(pid) {
      present.set(pid, member(pid));
      write();
    },
    remove(pid) {
      if (present.delete(pid)) write();
    },
  };
}

/** Children lead a process group of their own, so what they started goes with them. */
async function stopLeftover({ pid, identity }: Member) {
  signalGroup(pid, "SIGTERM");
  if (await waitUntilGone(pid, identity, 5_000)) return;
  signalGroup(pid, "SIGKILL");
  await waitUntilGone(pid, identity, 5_000);
}

/** Does nothing when the group is gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}

const isAlive = ({ pid, identity }: Member) => processIdentity(pid) === identity;

const member = (pid: number): Member => ({ pid, identity: processIdentity(pid) ?? "" });

function readRoll(file: string): { starter?: Member; children: Member[] } {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { starter: Member; children: Member[] };
  } catch {
    return { children: [] };
  }
}
