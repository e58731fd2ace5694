/** The server's MCP endpoint, connected when it is first needed and again after it was gone. */

import type {
  CallToolRequest,
  CallToolResult,
  ListToolsRequest,
  ListToolsResult,
} from "@modelcontextprotocol/client";
import {
  Client,
  ProtocolError,
  SdkErrorCode,
  SdkHttpError,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { AppError } from "@todo/contract/errors";
import manifest from "../../package.json" with { type: "json" };
import { headersFor } from "../session.ts";

export interface UpstreamOptions {
  url: string;
  token: string;
}

export interface Upstream {
  instructions: () => Promise<string | undefined>;
  listTools: (
    params: NonNullable<ListToolsRequest["params"]>,
    signal: AbortSignal,
  ) => Promise<ListToolsResult>;
  callTool: (params: CallToolRequest["params"], signal: AbortSignal) => Promise<CallToolResult>;
  close: () => Promise<void>;
}

const callTimeoutMs = 5 * 60_000;

/** Its methods throw AppError when the server is away or refuses the token. */
export function openUpstream({ url, token }: UpstreamOptions): Upstream {
  let connecting: Promise<Client> | undefined;

  const connect = async () => {
    const client = new Client(
      { name: "todo-cli", version: manifest.version },
      { versionNegotiation: { mode: "auto" } },
    );
    const endpoint = new URL(`${url}/mcp`);
    await client.connect(
      new StreamableHTTPClientTransport(endpoint, { requestInit: { headers: headersFor(token) } }),
    );
    return client;
  };

  const ask = async <Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer> => {
    connecting ??= connect();
    try {
      return await question(await connecting);
    } catch (error) {
      // The server itself said no, so the connection is in order.
      if (error instanceof ProtocolError) throw error;
      connecting = undefined;
      throw reasonOf(error, url);
    }
  };

  return {
    instructions: () => ask(async (client) => client.getInstructions()),
    listTools: (params, signal) =>
      ask((client) => client.request({ method: "tools/list", params }, { signal })),
    callTool: (params, signal) =>
      ask((client) => client.request({ method: "tools/call", params }, { signal, timeout: callTimeoutMs })),
    close: async () => (await connecting?.catch(() => undefined))?.close(),
  };
}

function reasonOf(error: unknown, url: string): unknown {
  if (
    error instanceof SdkHttpError &&
    (error.status === 401 || error.code === SdkErrorCode.ClientHttpAuthentication)
  )
    return new AppError("unauthenticated", `${url} doesn't know this session any more.`, { cause: error });
  if (error instanceof SdkHttpError && error.status === 403)
    return new AppError("forbidden", `This key may not use ${url}/mcp.`, { cause: error });
  if (error instanceof Error && error.name === "AbortError") return error;
  return new AppError("unavailable", `${url}/mcp can't be reached.`, { cause: error });
}
