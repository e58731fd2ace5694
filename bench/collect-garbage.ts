/** Loaded into the API that is measured, before its own code: on SIGUSR2 it has only what it needs. */
process.on("SIGUSR2", () => globalThis.gc?.());
