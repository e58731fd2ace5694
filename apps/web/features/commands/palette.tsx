"use client";
/** ⌘K: every action, every place, every task, by typing a little of its name. */
import { useQueryClient } from "@tanstack/react-query";
import { Command as Listbox } from "cmdk";
import { CircleCheck, Circle as CircleIcon, CornerDownLeft, MessageCircle, Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { send } from "../assistant/turn-store.ts";
import { useGo } from "../navigation/use-place.ts";
import { type Command, type CommandId, commands, isAnswered, writtenKeys } from "./commands.ts";
import { matching } from "./entries.ts";
import { isApple } from "./is-apple.ts";
import { keyMap, keysOf } from "./key-map.ts";
import { useFoundTasks } from "./use-found-tasks.ts";
import { usePlaces } from "./use-places.ts";

const LONGEST = 200;
/** What is offered before anything is typed. */
const PLACES_SHOWN = 12;

interface PaletteProps {
  /** A task has the focus, or some are selected. */
  onTask: boolean;
  /** Closed, perhaps for a command, which is run when the focus is back where it was. */
  onClose: (command?: CommandId) => void;
  /** Closed for another place, which takes the focus itself. */
  onLeave: () => void;
}

export function Palette({ onTask, onClose, onLeave }: PaletteProps) {
  const t = useMessages();
  const go = useGo();
  const queries = useQueryClient();
  const map = useStore(keyMap);
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const places = usePlaces();
  const { tasks, looking } = useFoundTasks(typed);

  const offered = commands.filter(
    (command: Command & { id: CommandId }) =>
      !command.keyOnly && (!command.onTask || onTask) && isAnswered(command.id),
  );
  const actions = matching(
    offered.map(({ id, label }) => ({ key: id, id, text: t(label) })),
    typed,
  );
  const foundPlaces = matching(places, typed).slice(0, words ? undefined : PLACES_SHOWN);

  // The first row, until another is chosen: also when tasks arrive above it.
  const first = rowOf.action(actions[0]) ?? rowOf.place(foundPlaces[0]) ?? rowOf.task(tasks[0]) ?? "search";
  const [row, setRow] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first row, too.
  useEffect(() => setRow(first), [first, typed]);

  const leave = (act: () => void) => () => {
    onLeave();
    act();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          data-modal=""
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="fixed inset-x-0 top-0 z-40 flex max-h-dvh animate-appear flex-col bg-raised shadow-float outline-none lg:inset-x-auto lg:top-[12vh] lg:left-1/2 lg:max-h-[70vh] lg:w-[36rem] lg:-translate-x-1/2 lg:rounded-large"
        >
          <Dialog.Title className="sr-only">{t("command.palette")}</Dialog.Title>
          <Listbox
            shouldFilter={false}
            loop
            value={row}
            onValueChange={setRow}
            label={t("command.palette")}
            className="flex min-h-0 flex-col"
          >
            <div className="flex items-center gap-3 border-b border-hairline px-4">
              <Search aria-hidden className="size-4.5 shrink-0 text-ink-3" />
              <Listbox.Input
                value={typed}
                onValueChange={setTyped}
                maxLength={LONGEST}
                dir={typed ? "auto" : undefined}
                placeholder={t("palette.placeholder")}
                className="h-12 min-w-0 flex-1 bg-transparent outline-none max-lg:text-base"
              />
            </div>
            <Listbox.List label={t("palette.results")} className="scroller min-h-0 flex-1 p-1.5">
              {actions.length > 0 && (
                <Part heading={t("palette.actions")}>
                  {actions.map(({ id, text }) => (
                    <Row key={id} value={`do ${id}`} onSelect={() => onClose(id)} keys={keysOf(id, map)}>
                      {text}
                    </Row>
                  ))}
                </Part>
              )}
              {foundPlaces.length > 0 && (
                <Part heading={t("palette.places")}>
                  {foundPlaces.map(({ key, text, href, icon: Icon }) => (
                    <Row
                      key={key}
                      value={`go ${key}`}
                      icon={<Icon aria-hidden className="size-4.5 text-ink-2" />}
                      onSelect={leave(() => go.to(href))}
                    >
                      {text}
                    </Row>
                  ))}
                </Part>
              )}
              {tasks.length > 0 && (
                <Part heading={t("palette.tasks")}>
                  {tasks.map(({ id, number, title, status, list }) => {
                    const Icon = status === "completed" ? CircleCheck : CircleIcon;
                    return (
                      <Row
                        key={id}
                        value={`task ${id}`}
                        icon={<Icon aria-hidden className="size-4.5 text-ink-2" />}
                        aside={list?.name}
                        onSelect={leave(() => go.openTask(number))}
                      >
                        {title}
                      </Row>
                    );
                  })}
                </Part>
              )}
              {words && (
                <Part heading={t("palette.words")}>
                  <Row
                    value="search"
                    icon={<Search aria-hidden className="size-4.5 text-ink-2" />}
                    onSelect={leave(() => go.to(`/search?q=${encodeURIComponent(words)}`))}
                  >
                    {t("palette.search", { words })}
                  </Row>
                  <Row
                    value="say"
                    icon={<MessageCircle aria-hidden className="size-4.5 text-ink-2" />}
                    onSelect={leave(() => {
                      send(queries, words);
                      if (!isWide()) go.toPane("assistant");
                    })}
                  >
                    {t("palette.say", { words })}
                  </Row>
                </Part>
              )}
            </Listbox.List>
            <p role="status" className="sr-only">
              {words &&
                !looking &&
                t("palette.found", { count: actions.length + foundPlaces.length + tasks.length })}
            </p>
          </Listbox>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What cmdk knows a row by. */
const rowOf = {
  action: (action: { id: string } | undefined) => action && `do ${action.id}`,
  place: (place: { key: string } | undefined) => place && `go ${place.key}`,
  task: (task: { id: string } | undefined) => task && `task ${task.id}`,
};

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Listbox.Group
    heading={heading}
    className="pb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-2"
  >
    {children}
  </Listbox.Group>
);

interface RowProps {
  value: string;
  icon?: ReactNode;
  keys?: string;
  aside?: string | undefined;
  onSelect: () => void;
  children: string;
}

const Row = ({ value, icon, keys, aside, onSelect, children }: RowProps) => (
  <Listbox.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-9 cursor-default items-center gap-3 rounded-medium px-2.5 select-none data-[selected=true]:bg-pressed max-lg:min-h-11"
  >
    {icon ?? <CornerDownLeft aria-hidden className="size-4.5 text-ink-2 rtl:-scale-x-100" />}
    <bdi className="min-w-0 flex-1 truncate">{children}</bdi>
    {aside && <bdi className="max-w-40 truncate text-small text-ink-2">{aside}</bdi>}
    {keys &&
      writtenKeys(keys, isApple())
        .split(" ")
        .map((key) => <KeyCap key={key}>{key}</KeyCap>)}
  </Listbox.Item>
);
