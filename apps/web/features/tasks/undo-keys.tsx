"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCommand } from "../commands/use-command.ts";
import { doAgain, takeBack } from "./undo.ts";

/** ⌘Z and ⇧⌘Z outside of text: the latest change, whoever made it. */
export function UndoKeys() {
  const queries = useQueryClient();
  useCommand("undo", () => void takeBack(queries));
  useCommand("redo", () => void doAgain(queries));
  return null;
}
