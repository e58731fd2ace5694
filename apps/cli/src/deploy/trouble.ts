/** What stands in the way of a deployment: what happened, why, and the next command to type. */
import { AppError } from "@todo/contract/errors";

export class DeployError extends AppError {
  override name = "DeployError";

  constructor(message: string, options: ErrorOptions & { unreachable?: boolean } = {}) {
    super(options.unreachable ? "unavailable" : "conflict", message, options);
  }
}
