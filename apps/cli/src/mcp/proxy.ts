/**
 * The stdio side of `todo mcp`. It answers while the server is away, with what
 * to do about it, and finds the server again by itself: a desktop assistant
 * starts this once and keeps it for days.
 */
import { Server, type ServerOptions } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { AppError } from "@todo/contract/errors";
import manifest from "../../package.json" with { type: "json" };
import { adviceFor } from "../failures.ts";
import { openUpstream, type Upstream, type UpstreamOptions } from "./upstream.ts";

export interface ProxyOptions extends UpstreamOptions {
  log: (line: string) => void;
}

/** Resolves when the desktop assistant closes stdin. */
export async function serveMcp({ log, ...options }: ProxyOptions): Promise<void> {
  const upstream = openUpstream(options);
  const handle = serveStdio(
    async () => {
      const instructions = await upstream.instructions().catch((error: unknown) => {
        log(sentenceOf(error));
        return undefined;
      });
      return proxyTo(upstream, log, instructions === undefined ? {} : { instructions });
    },
    { onerror: (error) => log(error.message) },
  );
  await new Promise((resolve) => process.stdin.once("close", resolve).once("end", resolve));
  await Promise.allSettled([handle.close(), upstream.close()]);
}

function proxyTo(upstream: Upstream, log: (line: string) => void, options: ServerOptions): Server {
  const server = new Server(
    { name: "todo", version: manifest.version },
    { ...options, capabilities: { tools: {} } },
  );
  server.setRequestHandler("tools/list", async ({ params }, { mcpReq }) => {
    const page = params?.cursor === undefined ? {} : { cursor: params.cursor };
    return upstream.listTools(page, mcpReq.signal).catch((error: unknown) => {
      log(sentenceOf(error));
      throw error instanceof AppError ? new Error(sentenceOf(error), { cause: error }) : error;
    });
  });
  server.setRequestHandler("tools/call", async ({ params }, { mcpReq }) => {
    try {
      const call = { name: params.name, arguments: params.arguments ?? {}, ...keyOf(params._meta) };
      return await upstream.callTool(call, mcpReq.signal);
    } catch (error) {
      // A failing tool tells the model what to say; a failing protocol tells it nothing.
      if (!(error instanceof AppError)) throw error;
      log(sentenceOf(error));
      return { isError: true, content: [{ type: "text", text: sentenceOf(error) }] };
    }
  });
  return server;
}

/** What makes a call that is sent again happen once. The rest of the metadata is between the assistant and this program. */
function keyOf(meta: Record<string, unknown> | undefined) {
  const key = meta?.["todo/idempotency-key"];
  return key === undefined ? {} : { _meta: { "todo/idempotency-key": key } };
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof AppError)) return String(error);
  return [error.message, adviceFor(error)].filter(Boolean).join(" ");
}
