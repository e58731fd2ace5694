/** What came of one attempt to send, before it is recorded. */
export type Outcome = { status: "sent" } | { status: "failed" | "gone"; error: string };

export const sent: Outcome = { status: "sent" };
export const failed = (error: string): Outcome => ({ status: "failed", error });
export const gone = (error: string): Outcome => ({ status: "gone", error });
