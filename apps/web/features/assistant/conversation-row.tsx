"use client";
import type { Conversation } from "@todo/contract/conversations";
import { classes } from "../../lib/class-names.ts";
import { dayIn } from "../tasks/calendar.ts";
import { dayInWords } from "../tasks/due.ts";
import { useViewpoint } from "../tasks/use-viewpoint.ts";
import { ConversationMenu } from "./conversation-menu.tsx";

interface ConversationRowProps {
  conversation: Conversation;
  current: boolean;
  onSelect: () => void;
  onDeleted: () => void;
}

export function ConversationRow({ conversation, current, onSelect, onDeleted }: ConversationRowProps) {
  const { title } = conversation;
  const viewpoint = useViewpoint();

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
      <ConversationMenu conversation={conversation} inSight={current} onDeleted={onDeleted} />
    </li>
  );
}
