/** Something a person can put right before starting again: one sentence that says what, one that says how. */
export class StartupError extends Error {
  override name = "StartupError";
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

export const errorCode = (error: unknown) => (error as { code?: string } | undefined)?.code;
