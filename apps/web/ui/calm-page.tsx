/** A page that has one thing to say and one way on. */
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

interface CalmPageProps {
  title: string;
  text: string;
  /** For one that stands in the main part of another. */
  as?: "main" | "div";
  /** The way on. */
  children: ReactNode;
}

export function CalmPage({ title, text, as: Part = "main", children }: CalmPageProps) {
  return (
    <Part
      className={`flex min-h-dvh items-start justify-center px-5 pt-[18vh] ${Part === "main" ? "bg-canvas" : "bg-paper"}`}
    >
      <div className="flex w-full max-w-md flex-col items-start gap-3">
        <Mark />
        <h1 className="mt-3 text-title font-semibold tracking-[-0.012em]">{title}</h1>
        <p className="text-ink-2">{text}</p>
        <div className="mt-2">{children}</div>
      </div>
    </Part>
  );
}
