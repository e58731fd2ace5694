/** Reads a `text/event-stream` body as in the HTML standard, section 9.2.6. Comments and `retry` are passed over. */
export interface ServerSentEvent {
  id?: string;
  event?: string;
  data: string;
}

export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let buffered = "";
  for await (const chunk of body) {
    buffered += decoder.decode(chunk, { stream: true });
    const blocks = buffered.split(/\r?\n\r?\n/);
    buffered = blocks.pop()!;
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) yield event;
    }
  }
}

function parseBlock(block: string): ServerSentEvent | undefined {
  const data: string[] = [];
  const event: Partial<ServerSentEvent> = {};
  for (const row of block.split(/\r?\n/)) {
    const colon = row.indexOf(":");
    if (colon < 1) continue;
    const value = row.slice(colon + 1).replace(/^ /, "");
    const field = row.slice(0, colon);
    if (field === "data") data.push(value);
    else if (field === "id" || field === "event") event[field] = value;
  }
  return data.length > 0 ? { ...event, data: data.join("\n") } : undefined;
}
