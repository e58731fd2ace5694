/**
 * What an answer says besides its cards. A run that waits ends with what it
 * did and what it waits for, for those who see no cards; whoever does would
 * read every name twice.
 */
import type { Approval } from "@todo/contract/conversations";

export function besidesCards(text: string, approvals: Pick<Approval, "status" | "summary">[]): string {
  const waiting = approvals.filter(({ status }) => status === "pending");
  if (waiting.length === 0) return text;
  const from = text.lastIndexOf("\n\n");
  const last = text.slice(from + 1).toLowerCase();
  const isAboutThem = waiting.every(({ summary }) => last.includes(summary.toLowerCase()));
  return isAboutThem ? text.slice(0, Math.max(from, 0)) : text;
}
