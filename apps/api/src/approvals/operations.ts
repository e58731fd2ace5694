/** What waits for the person's yes, from the assistant and from MCP clients. Answering is no operation: it is theirs alone. */
import { implement } from "../operations/implement.ts";
import { pendingApprovals } from "./approvals.ts";

export const approvalOperations = implement({
  async list_approvals(_input, { db, actor }) {
    return { approvals: await pendingApprovals(db, actor) };
  },
});
