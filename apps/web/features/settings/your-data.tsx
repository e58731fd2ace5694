"use client";
/** Everything as one file, and the end of it all. */
import { Download, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { insist } from "../../lib/insist.ts";
import { useAccountMessages } from "../../messages/use-messages.tsx";
import { Button } from "../../ui/button.tsx";

const DeleteAccount = dynamic(
  () => insist(() => import("./delete-account.tsx").then((module) => module.DeleteAccount)),
  {
    loading: () => null,
  },
);

export function YourData() {
  const t = useAccountMessages();
  const [deleting, setDeleting] = useState(false);

  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={download}>
        <Download aria-hidden className="size-4" />
        {t("data.export")}
      </Button>
      <Button kind="quiet" onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-4" />
        {t("data.delete")}
      </Button>
      {deleting && <DeleteAccount onClose={() => setDeleting(false)} />}
    </div>
  );
}

/** The browser takes it as it comes, however large it is; the server names the file. */
function download() {
  const link = document.createElement("a");
  link.href = "/api/account/export";
  link.download = "";
  link.click();
}
