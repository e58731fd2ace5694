import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { ensurePortIsFree } from "./ports.ts";

test.each(["127.0.0.1", "0.0.0.0", undefined])(
  "a listener on %s is noticed, until it is gone",
  async (host) => {
    const server = createServer().listen({ port: 0, host });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;

    await expect(ensurePortIsFree(port, "API_PORT")).rejects.toMatchObject({
      message: `Port ${port} is already in use.`,
      remedy: expect.stringContaining(`API_PORT=${port + 1} npm start`),
    });

    server.close();
    await once(server, "close");
    await ensurePortIsFree(port, "API_PORT");
  },
);
