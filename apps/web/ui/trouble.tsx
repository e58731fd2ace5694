"use client";
/** What failed, in a sentence, with the way out beside it. */
import { useMessages } from "../messages/use-messages.tsx";
import { Button } from "./button.tsx";
import { PageIcon } from "./page-icon.tsx";

export function Trouble({ sentence, onRetry }: { sentence: string; onRetry?: (() => void) | undefined }) {
  const t = useMessages();
  return (
    <div role="alert" className="flex flex-col items-start gap-3 py-6">
      <p className="max-w-[60ch] text-ink">{sentence}</p>
      {onRetry && (
        <Button onClick={onRetry}>
          <PageIcon name="rotate-cw" className="size-4" />
          {t("action.tryAgain")}
        </Button>
      )}
    </div>
  );
}
