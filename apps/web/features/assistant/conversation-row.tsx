"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { Conversation } from "@todo/contract/conversations";
import { Download } from "lucide-react";
import { api } from "../../lib/api.ts";
import { classes } from "../../lib/class-names.ts";
import { sentenceOf } from "../../lib/errors.ts";
import { forSeen } from "../../lib/for-seen.ts";
import { refresh } from "../../lib/live.ts";
import { saveFile } from "../../lib/save-file.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { ManageMenu } from "../../ui/manage-menu.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { showToast, showTrouble } from "../../ui/toast-store.ts";
import { dayIn } from "../tasks/calendar.ts";
import { dayInWords } from "../tasks/due.ts";
import { undoLater } from "../tasks/undo.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { conversationAsMarkdown, fileNameOf } from "./export-conversation.ts";

interface ConversationRowProps {
  conversation: Conversation;
  current: boolean;
  onSelect: () => void;
  onDeleted: () => void;
}

export function ConversationRow({ conversation, current, onSelect, onDeleted }: ConversationRowProps) {
  const t = useMessages();
  const { id, title } = conversation;
  const queries = useQueryClient();
  const viewpoint = useViewpoint();

  const settle = async (sent: Promise<unknown>) => {
    try {
      await sent;
      return true;
    } catch (error) {
      showTrouble(sentenceOf(error, t));
      return false;
    } finally {
      refresh(queries, ["conversations", "conversation"]);
    }
  };

  const remove = async () => {
    const sent = api.delete_conversation({ conversation_id: id });
    if (!(await settle(sent))) return;
    onDeleted();
    showToast({ text: t("toast.deleted", { title }), action: undoLater(queries, t, sent) });
  };

  const renamed = (wanted: string) =>
    forSeen({ name: title, version: conversation.version }, (version) =>
      api.rename_conversation({ conversation_id: id, title: wanted, version }),
    );

  const keep = async () => {
    try {
      const whole = await api.get_conversation({ conversation_id: id });
      saveFile(fileNameOf(title), conversationAsMarkdown(whole, viewpoint), "text/markdown");
    } catch (error) {
      showTrouble(sentenceOf(error, t));
    }
  };

  return (
    <li
      className={classes(
        "flex items-center rounded-medium transition-colors duration-150 hover:bg-hover",
        current && "bg-pressed",
      )}
    >
      <button
        type="button"
        onClick={onSelect}
        aria-current={current ? "true" : undefined}
        className="flex min-h-11 min-w-0 flex-1 items-baseline gap-3 rounded-medium px-2.5 py-2.5 text-start"
      >
        <span className="min-w-0 flex-1 truncate">
          <bdi>{title}</bdi>
        </span>
        <time dateTime={conversation.updated_at} className="text-small text-ink-2">
          {dayInWords(dayIn(new Date(conversation.updated_at), viewpoint.zone), viewpoint)}
        </time>
      </button>
      <ManageMenu
        label={t("conversations.more", { title })}
        name={title}
        maxLength={200}
        renameTitle={t("conversations.rename")}
        deleteLabel={t("conversations.delete")}
        onRename={(wanted) => settle(renamed(wanted))}
        onDelete={remove}
      >
        <MenuItem icon={<Download aria-hidden className="size-4" />} onSelect={() => void keep()}>
          {t("conversations.export")}
        </MenuItem>
      </ManageMenu>
    </li>
  );
}
