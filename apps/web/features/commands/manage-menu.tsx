"use client";
/** The menu of a thing that has a name: rename it, delete it. Of the one in sight the palette offers the same. */
import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { insist } from "../../lib/insist.ts";
import { useMessages } from "../../messages/use-messages.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { Offered } from "./command-icons.ts";
import { CommandItem } from "./command-item.tsx";
import { commandOf } from "./commands.ts";
import { useCommand } from "./use-command.ts";

const RenameSheet = dynamic(
  () => insist(() => import("../../ui/rename-sheet.tsx").then((module) => module.RenameSheet)),
  {
    loading: () => null,
  },
);

interface ManageMenuProps {
  label: string;
  name: string;
  maxLength: number;
  renames: Offered;
  deletes: Offered;
  /** The one that is looked at, other than one of many in a list. */
  inSight: boolean;
  /** The sheet stays until this is settled. */
  onRename: (name: string) => Promise<unknown>;
  onDelete: () => Promise<unknown>;
  /** What else can be done with it. */
  children?: ReactNode;
}

export function ManageMenu({
  label,
  name,
  maxLength,
  renames,
  deletes,
  inSight,
  onRename,
  onDelete,
  children,
}: ManageMenuProps) {
  const t = useMessages();
  // As it was when the sheet opened: what the person renames is what they saw.
  const [renaming, setRenaming] = useState<Pick<ManageMenuProps, "name" | "onRename">>();
  const rename = () => setRenaming({ name, onRename });
  const remove = () => void onDelete();
  useCommand(renames, inSight ? rename : undefined);
  useCommand(deletes, inSight ? remove : undefined);

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
        <CommandItem id={renames} onSelect={rename} />
        {children}
        <CommandItem id={deletes} onSelect={remove} />
      </Menu>
      {renaming && (
        <RenameSheet
          title={t(commandOf(renames).label)}
          name={renaming.name}
          maxLength={maxLength}
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
