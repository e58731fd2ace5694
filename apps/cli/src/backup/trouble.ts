/** What stands in the way of a backup or a restore: one sentence that says what, one that says how to go on. */
import { AppError } from "@todo/contract/errors";

export class BackupError extends AppError {
  override name = "BackupError";

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super("conflict", `${message} ${remedy}`, options);
  }
}
