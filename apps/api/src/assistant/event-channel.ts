/**
 * The events of a run, numbered. The run writes without waiting and doesn't
 * mind whether anybody reads, so a client that goes away doesn't stop it.
 */
import type { ChatEvent } from "@todo/contract";

export interface NumberedEvent {
  id: number;
  event: ChatEvent;
}

export class EventChannel implements AsyncIterable<NumberedEvent> {
  private readonly events: NumberedEvent[] = [];
  private closed = false;
  private wake = Promise.withResolvers<void>();
  /** The number of the last event. */
  last: number;

  /** Goes on counting where the run's earlier stream stopped. */
  constructor(last = 0) {
    this.last = last;
  }

  push(event: ChatEvent) {
    this.last += 1;
    this.events.push({ id: this.last, event });
    this.wake.resolve();
  }

  close() {
    this.closed = true;
    this.wake.resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<NumberedEvent> {
    for (let next = 0; ; next += 1) {
      while (next >= this.events.length) {
        if (this.closed) return;
        this.wake = Promise.withResolvers<void>();
        await this.wake.promise;
      }
      yield this.events[next]!;
    }
  }
}
