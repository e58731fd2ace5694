"use client";
/** ⌘K: every action, every place, every task, by typing a little of its name. */
import { useQueryClient } from "@tanstack/react-query";
import { Command as Listbox } from "cmdk";
import { CircleCheck, Circle as CircleIcon, MessageCircle, Plus, Search, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { useStore } from "../../lib/external-store.ts";
import { isWide } from "../../lib/media.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { useCloseRequest } from "../../ui/use-close-request.ts";
import { send } from "../assistant/turn-store.ts";
import { useGo } from "../navigation/use-place.ts";
import type { Choice } from "../tasks/choices.ts";
import type { Given } from "../tasks/given.ts";
import { selection } from "../tasks/selection.ts";
import { taskAround } from "../tasks/task-in-focus.ts";
import type { Command, CommandId } from "./commands.ts";
import { matching } from "./entries.ts";
import { Part, Row } from "./palette-row.tsx";
import { mostUsedFirst, noteUse, readUse } from "./recent-use.ts";
import { type Action, useActions } from "./use-actions.ts";
import { useChoices } from "./use-choices.ts";
import { useFoundTasks } from "./use-found-tasks.ts";
import { useNewTask } from "./use-new-task.ts";
import { type Place, usePlaces } from "./use-places.ts";

const LONGEST = 200;
/** What is offered before anything is typed. */
const RECENT_SHOWN = 5;
const PLACES_SHOWN = 12;

/** A command that was chosen, perhaps with a value. */
export interface Order {
  id: CommandId;
  given?: Given;
}

interface PaletteProps {
  /** What it opens with. */
  words: string;
  /** What had the focus. */
  focused: Element | null;
  /** What has the focus of a task, if anything; some that are selected count as a row. */
  onTask: Command["onTask"];
  /** Closed, perhaps for a command, which is run when the focus is back where it was. */
  onClose: (order?: Order) => void;
  /** Closed for another place, which takes the focus itself. */
  onLeave: () => void;
  /** These couldn't be added, and it is closed. */
  onRefused: (words: string) => void;
}

export function Palette({ words: written, focused, onTask, onClose, onLeave, onRefused }: PaletteProps) {
  const t = useMessages();
  const go = useGo();
  const queries = useQueryClient();
  useCloseRequest(true, onClose);
  const [typed, setTyped] = useState(written);
  const [uses] = useState(readUse);
  const words = typed.trim();
  const { tasks, looking } = useFoundTasks(typed);
  const newTask = useNewTask(written);

  const many = useStore(selection, ({ ids }) => ids.size > 0);
  const around = many ? undefined : taskAround(queries, focused);
  const task = around?.status === "pending" && !around.deleted_at ? around : undefined;
  const actions = useActions(onTask, task);
  const places = usePlaces();
  const choices = useChoices(onTask, task);
  const used = new Set(uses);
  const recent = words
    ? []
    : mostUsedFirst([...actions, ...places, ...choices], uses)
        .filter(({ key }) => used.has(key))
        .slice(0, RECENT_SHOWN);
  const others = <Of extends { key: string }>(entries: Of[]) =>
    entries.filter(({ key }) => !recent.some((one) => one.key === key));
  const foundActions = matching(mostUsedFirst(others(actions), words ? uses : []), typed);
  const foundPlaces = matching(mostUsedFirst(others(places), words ? uses : []), typed).slice(
    0,
    words ? undefined : PLACES_SHOWN,
  );
  // Too many to be looked through.
  const foundChoices = words ? matching(mostUsedFirst(choices, uses), typed) : [];

  // The first row, until another is chosen: also when tasks arrive above it. Enter adds one once none is found.
  const none = looking ? SEARCH : ADD;
  const entries = [...recent, ...foundActions, ...foundPlaces, ...foundChoices];
  const first = entries[0]?.key ?? (tasks[0] ? rowOf(tasks[0]) : none);
  const [row, setRow] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first row, too.
  useEffect(() => setRow(first), [first, typed]);

  const type = (text: string) => {
    setTyped(text);
    newTask.write(text);
  };

  const leave = (act: () => void) => () => {
    onLeave();
    act();
  };

  const add = async () => {
    if (!(await newTask.add())) onRefused(typed);
  };

  const choose = (entry: Action | Place | Choice) => () => {
    noteUse(entry.key);
    if ("id" in entry) onClose({ id: entry.id });
    else if ("given" in entry) onClose({ id: entry.given.command, given: entry.given });
    else leave(() => go.to(entry.href))();
  };

  const rows = (some: (Action | Place | Choice)[]) =>
    some.map((entry) => (
      <Row
        key={entry.key}
        value={entry.key}
        icon={entry.icon}
        keys={"keys" in entry ? entry.keys : undefined}
        aside={"aside" in entry ? entry.aside : undefined}
        onSelect={choose(entry)}
      >
        {entry.text}
      </Row>
    ));

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
                onValueChange={type}
                maxLength={LONGEST}
                dir={typed ? "auto" : undefined}
                placeholder={t("palette.placeholder")}
                className="h-12 min-w-0 flex-1 bg-transparent outline-none max-lg:text-base"
              />
              <Dialog.Close asChild>
                <IconButton label={t("action.close")} className="-me-2 lg:hidden">
                  <X aria-hidden className="size-4.5" />
                </IconButton>
              </Dialog.Close>
            </div>
            <Listbox.List label={t("palette.results")} className="scroller min-h-0 flex-1 p-1.5">
              {recent.length > 0 && <Part heading={t("palette.recent")}>{rows(recent)}</Part>}
              {foundActions.length > 0 && <Part heading={t("palette.actions")}>{rows(foundActions)}</Part>}
              {foundPlaces.length > 0 && <Part heading={t("palette.places")}>{rows(foundPlaces)}</Part>}
              {foundChoices.length > 0 && (
                <Part heading={t(many ? "select.actions" : "palette.choices")}>{rows(foundChoices)}</Part>
              )}
              {tasks.length > 0 && (
                <Part heading={t("palette.tasks")}>
                  {tasks.map((found) => (
                    <Row
                      key={found.id}
                      value={rowOf(found)}
                      icon={found.status === "completed" ? CircleCheck : CircleIcon}
                      aside={found.list?.name}
                      onSelect={leave(() => go.openTask(found.number))}
                    >
                      {found.title}
                    </Row>
                  ))}
                </Part>
              )}
              {words && (
                <Part heading={t("palette.words")}>
                  <Row value={ADD} icon={Plus} onSelect={leave(() => void add())}>
                    {t("palette.add", { words })}
                  </Row>
                  <Row
                    value={SEARCH}
                    icon={Search}
                    onSelect={leave(() => go.to(`/search?q=${encodeURIComponent(words)}`))}
                  >
                    {t("palette.search", { words })}
                  </Row>
                  <Row
                    value="say"
                    icon={MessageCircle}
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
              {words && !looking && t("palette.found", { count: entries.length + tasks.length })}
            </p>
          </Listbox>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What cmdk knows rows by that are no entries. */
const ADD = "add";
const SEARCH = "search";
const rowOf = ({ id }: { id: string }) => `task ${id}`;
