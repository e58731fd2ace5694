/** What /metrics tells of reminders and digests. */
import { Counter, Histogram, type Registry } from "prom-client";

export interface Measures {
  sent(lagMs: number, late: boolean): void;
  failed(): void;
}

export function createMeasures(registry: Registry): Measures {
  const registers = [registry];
  const sent = new Counter({
    name: "todo_notices_sent_total",
    help: "Reminders and digests that people were told of",
    labelNames: ["late"],
    registers,
  });
  const failed = new Counter({
    name: "todo_notices_failed_total",
    help: "Reminders and digests that were given up",
    registers,
  });
  const lag = new Histogram({
    name: "todo_notices_lag_seconds",
    help: "From the instant that something was due to the end of its sending",
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600],
    registers,
  });
  sent.inc({ late: "false" }, 0);
  sent.inc({ late: "true" }, 0);
  return {
    sent(lagMs, late) {
      sent.inc({ late: String(late) });
      lag.observe(lagMs / 1_000);
    },
    failed: () => failed.inc(),
  };
}
