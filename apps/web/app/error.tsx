"use client";
/** Loaded along with every page, so it takes its four sentences from the catalogue itself rather than all of them through t(). */
import { app } from "../lib/messages/en/app.ts";
import { Button } from "../ui/button.tsx";
import { CalmPage } from "../ui/calm-page.tsx";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <CalmPage title={app["broken.title"]} text={app["broken.text"]}>
      <Button kind="primary" onClick={reset}>
        {app["action.tryAgain"]}
      </Button>
    </CalmPage>
  );
}
