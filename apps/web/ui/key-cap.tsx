/** A key as it stands on the keyboard. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-hairline bg-canvas px-1.5 font-sans text-small leading-none text-ink-2">
      {children}
    </kbd>
  );
}
