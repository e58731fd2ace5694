"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMessages } from "../../messages/use-messages.tsx";
import { useCommand } from "../commands/use-command.ts";
import { doAgain, takeBack } from "./undo.ts";

/** ⌘Z and ⇧⌘Z outside of text: the latest change, whoever made it. */
export function UndoKeys() {
  const queries = useQueryClient();
  const t = useMessages();
  useCommand("undo", () => void takeBack(queries, t));
  useCommand("redo", () => void doAgain(queries, t));
  return null;
}
