/**
 * Which process is this? A number alone is not enough: the system gives it to
 * someone else after a while, and at once after a restart.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** The same text as long as the same process runs under this number; nothing when it is gone or a zombie. */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!existsSync("/proc/self/stat")) return psColumn(pid, "lstart");
  try {
    // The name in the second field may hold spaces and brackets, so fields are counted from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    const [state, startedAtTicks] = [fields[0], fields[19]];
    return state === "Z" || state === "X" ? undefined : `${bootId()}/${startedAtTicks}`;
  } catch {
    return undefined;
  }
}

/** The file a process runs, or nothing when it is gone or not ours to see. */
export function executableOf(pid: number): string | undefined {
  if (!existsSync("/proc/self/exe")) return psColumn(pid, "comm");
  try {
    return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
  } catch {
    return undefined;
  }
}

/** Resolves to whether the process ended within the time. */
export async function waitUntilGone(pid: number, identity: string, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (processIdentity(pid) === identity) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

const bootId = () => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();

function psColumn(pid: number, column: string): string | undefined {
  try {
    const [state, ...rest] = execFileSync("ps", ["-o", `state=,${column}=`, "-p", String(pid)], {
      encoding: "utf8",
    })
      .trim()
      .split(/\s+/);
    return state?.startsWith("Z") ? undefined : rest.join(" ");
  } catch {
    return undefined;
  }
}
