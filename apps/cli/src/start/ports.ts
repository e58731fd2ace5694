/** Finds out before anything starts whether a port can be had, so that the reason reaches the person and not a log. */
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { StartupError } from "@todo/postgres";

/** A program that was just killed counts as gone while its last threads still hold its port. */
const RELEASE_MS = 1_000;

/** Throws StartupError when something else listens there. `variable` is what the person sets to choose another. */
export async function ensurePortIsFree(port: number, variable: "PORT" | "API_PORT") {
  const deadline = Date.now() + RELEASE_MS;
  let code = await tryToListen(port);
  while (code === "EADDRINUSE" && Date.now() < deadline) {
    await delay(50);
    code = await tryToListen(port);
  }
  if (code === undefined) return;
  const remedy = `Start with another one: ${variable}=${port < 1024 ? port + 3000 : port + 1} npm start`;
  if (code === "EACCES") throw new StartupError(`Port ${port} is reserved for root.`, remedy);
  throw new StartupError(`Port ${port} is already in use.`, remedy);
}

/** Without an address it asks for all of them, so a listener on any one is noticed. */
function tryToListen(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ port }, () => server.close(() => resolve(undefined)));
  });
}
