"use client";
/** The menu of a thing that has a name: rename it, delete it. */
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { insist } from "../lib/insist.ts";
import { useMessages } from "../messages/use-messages.tsx";
import { IconButton } from "./button.tsx";
import { Menu, MenuItem } from "./menu.tsx";

const RenameSheet = dynamic(
  () => insist(() => import("./rename-sheet.tsx").then((module) => module.RenameSheet)),
  {
    loading: () => null,
  },
);

interface ManageMenuProps {
  label: string;
  name: string;
  maxLength: number;
  renameTitle: string;
  deleteLabel: string;
  /** The sheet stays until this is settled. */
  onRename: (name: string) => Promise<unknown>;
  onDelete: () => Promise<unknown>;
  /** What else can be done with it. */
  children?: ReactNode;
}

export function ManageMenu({
  label,
  name,
  onRename,
  deleteLabel,
  onDelete,
  children,
  ...rename
}: ManageMenuProps) {
  const t = useMessages();
  // As it was when the sheet opened: what the person renames is what they saw.
  const [renaming, setRenaming] = useState<Pick<ManageMenuProps, "name" | "onRename">>();

  return (
    <>
      <Menu
        label={label}
        trigger={
          <IconButton label={label}>
            <Ellipsis aria-hidden className="size-4.5" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Pencil aria-hidden className="size-4" />}
          onSelect={() => setRenaming({ name, onRename })}
        >
          {t("action.rename")}
        </MenuItem>
        {children}
        <MenuItem danger icon={<Trash2 aria-hidden className="size-4" />} onSelect={() => void onDelete()}>
          {deleteLabel}
        </MenuItem>
      </Menu>
      {renaming && (
        <RenameSheet
          title={rename.renameTitle}
          name={renaming.name}
          maxLength={rename.maxLength}
          onRename={async (wanted) => {
            await renaming.onRename(wanted);
            setRenaming(undefined);
          }}
          onClose={() => setRenaming(undefined)}
        />
      )}
    </>
  );
}
