/** Asks the person about what waits for their yes. */
import type { Approval, ApprovalDecision } from "@todo/contract";
import { harmless } from "../output/terminal.ts";
import { askWhich, askWhichOnes, askYesOrNo } from "../questions.ts";

export const pendingIn = (approvals: Approval[]) => approvals.filter(({ status }) => status === "pending");

export async function decide({ summary, targets }: Approval): Promise<ApprovalDecision> {
  const labels = targets.map(({ id, number, title }) => ({
    value: id,
    label: harmless(number === null ? title : `${number}  ${title}`),
  }));
  const question = harmless(summary);
  if (labels.length < 2) return answered(await askYesOrNo(question));

  const answer = await askWhich(question, [
    { value: "approve", label: `Yes, all ${labels.length}` },
    { value: "some", label: "Choose which" },
    { value: "reject", label: "No" },
  ]);
  if (answer !== "some") return answered(answer === "approve");
  const only = await askWhichOnes("Which?", labels);
  return only.length === 0 ? answered(false) : { decision: "approve", only };
}

const answered = (yes: boolean): ApprovalDecision => ({ decision: yes ? "approve" : "reject" });
