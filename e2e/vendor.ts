/** A model's vendor whose answers come when the test says so: chat completions, streamed. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Answering {
  say: (words: string) => void;
  end: () => void;
  /** The connection is lost in the middle of the answer. */
  breakOff: () => void;
}

export interface Vendor {
  /** For `LLM_BASE_URL`. */
  url: string;
  /** The next request for an answer that arrives, or has arrived and was not taken yet. */
  asked: () => Promise<Answering>;
  close: () => Promise<void>;
}

export async function startVendor(): Promise<Vendor> {
  const arrived: Answering[] = [];
  const waiting: ((answering: Answering) => void)[] = [];
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const answering = answerOn(response);
    const next = waiting.shift();
    if (next) next(answering);
    else arrived.push(answering);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked() {
      const first = arrived.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answerOn(response: ServerResponse): Answering {
  const write = (delta: object, finish_reason: string | null) => {
    const chunk = { id: "1", object: "chat.completion.chunk", created: 0, model: "slow" };
    response.write(
      `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
    );
  };
  return {
    say: (words) => write({ role: "assistant", content: words }, null),
    end() {
      write({}, "stop");
      response.end("data: [DONE]\n\n");
    },
    breakOff: () => response.destroy(),
  };
}
