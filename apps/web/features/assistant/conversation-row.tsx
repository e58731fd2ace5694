"use client";
import type { Conversation } from "@todo/contract/conversations";
import { classes } from "../../lib/class-names.ts";
import { dayIn, wallClock } from "../tasks/calendar.ts";
import { dayInWords, timeInWords } from "../tasks/due.ts";
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
  const { day, time } = wallClock(new Date(conversation.updated_at), viewpoint.zone);
  const isOfToday = day === dayIn(viewpoint.now, viewpoint.zone);

  return (
    <li
      className={classes(
        "flex items-center rounded-medium transition-colors duration-150 hover:bg-hover",
        current && "bg-pressed",
      )}
    >
      <button
        type="button"
        data-opens-conversation=""
        onClick={onSelect}
        aria-current={current ? "true" : undefined}
        className="flex min-h-11 min-w-0 flex-1 items-baseline gap-3 rounded-medium px-2.5 py-2.5 text-start"
      >
        <span className="min-w-0 flex-1 truncate">
          <bdi>{title}</bdi>
        </span>
        <time dateTime={conversation.updated_at} className="text-small text-ink-2">
          {isOfToday ? timeInWords(day, time, viewpoint.locale) : dayInWords(day, viewpoint)}
        </time>
      </button>
      <ConversationMenu conversation={conversation} inSight={current} onDeleted={onDeleted} />
    </li>
  );
}
