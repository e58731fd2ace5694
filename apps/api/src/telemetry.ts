/** Traces by OpenTelemetry, loaded only where an endpoint is set; the SDK reads its own variables. */
import { NodeSDK } from "@opentelemetry/sdk-node";

export function startTelemetry(): void {
  const sdk = new NodeSDK({ serviceName: "todo-backend" });
  sdk.start();
  process.once("beforeExit", () => void sdk.shutdown());
}
