"use client";
/** A page that has one thing to say and one way on. */
import { Button } from "./button.tsx";
import { Mark } from "./mark.tsx";

interface CalmPageProps {
  title: string;
  text: string;
  action: { label: string; run: () => void };
}

export function CalmPage({ title, text, action }: CalmPageProps) {
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-5 pt-[18vh]">
      <div className="flex w-full max-w-md flex-col items-start gap-3">
        <Mark />
        <h1 className="mt-3 text-title font-semibold tracking-[-0.012em]">{title}</h1>
        <p className="text-ink-2">{text}</p>
        <Button kind="primary" className="mt-2" onClick={action.run}>
          {action.label}
        </Button>
      </div>
    </main>
  );
}
