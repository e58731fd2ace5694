"use client";
/** What can be done with a conversation: a name, a file of it, its end. */
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { saveFile } from "../../lib/save-file.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { CommandItem } from "../commands/command-item.tsx";
import { ManageMenu } from "../commands/manage-menu.tsx";
import { useCommand } from "../commands/use-command.ts";
import { forSeen } from "../conflicts/for-seen.ts";
import { useSettle } from "../conflicts/use-settle.ts";
import { undoLater } from "../tasks/undo.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { conversationAsMarkdown, fileNameOf } from "./export-conversation.ts";

const TITLE_LENGTH = 200;

interface ConversationMenuProps {
  conversation: { id: string; title: string; version: number };
  /** It is the one that is open. */
  inSight: boolean;
  onDeleted: () => void;
}

export function ConversationMenu({ conversation, inSight, onDeleted }: ConversationMenuProps) {
  const t = useMessages();
  const { id, title } = conversation;
  const queries = useQueryClient();
  const viewpoint = useViewpoint();

  const settle = useSettle(["conversations", "conversation"]);

  const remove = async (seen = conversation) => {
    const sent = forSeen({
      title: seen.title,
      seen,
      mine: { title: seen.title },
      deletes: true,
      send: (version) => api.delete_conversation({ conversation_id: id, version }),
      again: remove,
    });
    if (!(await settle(sent))) return;
    onDeleted();
    showToast({ text: t("toast.deleted", { title: seen.title }), action: undoLater(queries, t, sent) });
  };

  const rename = (wanted: string, seen = conversation): Promise<boolean> =>
    settle(
      forSeen({
        title: seen.title,
        seen,
        mine: { title: wanted },
        send: (version) => api.rename_conversation({ conversation_id: id, title: wanted, version }),
        again: (current) => rename(wanted, current),
      }),
    );

  const exportIt = async () => {
    try {
      const whole = await api.get_conversation({ conversation_id: id });
      saveFile(fileNameOf(title), conversationAsMarkdown(whole, viewpoint), "text/markdown");
    } catch (error) {
      showTrouble(sentenceOf(error, t));
    }
  };

  useCommand("exportConversation", inSight ? exportIt : undefined);

  return (
    <ManageMenu
      label={t("conversations.more", { title })}
      name={title}
      maxLength={TITLE_LENGTH}
      renames="renameConversation"
      deletes="deleteConversation"
      inSight={inSight}
      onRename={(wanted) => rename(wanted)}
      onDelete={() => remove()}
    >
      <CommandItem id="exportConversation" onSelect={() => void exportIt()} />
    </ManageMenu>
  );
}
