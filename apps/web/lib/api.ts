/** The operations, by a client that comes after the page: the page brings its data along. What streams is called by `client.ts`. */
import type { Operations } from "@todo/contract/client";
import { AppError } from "@todo/contract/errors";
import { later } from "./later.ts";

export const api = later<Operations>(
  async () => (await import("./client.ts")).client,
  (cause) => {
    throw new AppError("unavailable", "The server can't be reached.", { cause });
  },
);
