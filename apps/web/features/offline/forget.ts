/** After signing out: nothing of the person stays in this browser, and nothing more is pushed to it. */
export async function forgetPerson(): Promise<void> {
  const [{ forgetAll }, { turnOff }] = await Promise.all([
    import("./browser-queue.ts"),
    import("../notifications/this-browser.ts"),
  ]);
  // Where nothing could be stored there is nothing to forget.
  await Promise.allSettled([forgetAll(), turnOff()]);
}
