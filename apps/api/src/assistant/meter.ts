/**
 * Counts what one answer of a model costs. An answer that is stopped or breaks
 * off never says it, so that is estimated: else stopping just before the end
 * would be free.
 */
import type { ModelRequest, StreamEvent } from "@openai/agents";
import type { Tokens } from "./usage-queries.ts";

/** Of English, as vendors say; other scripts take more tokens a letter, and more bytes. */
const BYTES_PER_TOKEN = 4;

export interface Meter {
  see(event: StreamEvent): void;
  /** Nothing where the model wasn't reached. */
  read(): Tokens | undefined;
}

export function meterFor(request: ModelRequest): Meter {
  let reached = false;
  let chunks = 0;
  let bytes = 0;
  let told: Tokens | undefined;
  return {
    see(event) {
      reached = true;
      if (event.type === "model") chunks += 1;
      if (event.type === "output_text_delta") bytes += Buffer.byteLength(event.delta);
      if (event.type === "response_done") {
        const { inputTokens: input, outputTokens: output } = event.response.usage;
        if (input + output > 0) told = { input, output };
      }
    },
    read() {
      if (told) return told;
      // Who stops before the first word has had the question read.
      if (!reached && !request.signal?.aborted) return undefined;
      const { systemInstructions, input, tools } = request;
      const asked = Buffer.byteLength(JSON.stringify([systemInstructions, input, tools]));
      // Vendors send about a token a chunk, those of calls included.
      return { input: tokensIn(asked), output: Math.max(chunks, tokensIn(bytes)) };
    },
  };
}

const tokensIn = (bytes: number) => Math.ceil(bytes / BYTES_PER_TOKEN);
