import { QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { FilledCache } from "./filled-cache.tsx";
import { makeQueryClient } from "./query-client.ts";
import { readQueries } from "./read-queries.ts";

const key = ["lists"];

const Shown = () => useQueryClient().getQueryData<string>(key);

/** What a page says that the server sends with what `server` has read, where `browser` is the cache. */
const pageWith = (server = makeQueryClient(), browser = makeQueryClient()) =>
  renderToString(
    createElement(
      QueryClientProvider,
      { client: browser },
      createElement(FilledCache, { read: readQueries(server) }, createElement(Shown)),
    ),
  );

test("what the server has read is there before those who show it, with the time at which it was read", () => {
  const [server, browser] = [makeQueryClient(), makeQueryClient()];
  server.setQueryData(key, "Home", { updatedAt: 1_000 });
  expect(pageWith(server, browser)).toBe("Home");
  expect(browser.getQueryState(key)?.dataUpdatedAt).toBe(1_000);
});

test("what is shown already isn't another while a page is rendered", () => {
  const [server, browser] = [makeQueryClient(), makeQueryClient()];
  browser.setQueryData(key, "Home");
  server.setQueryData(key, "Work");
  expect(pageWith(server, browser)).toBe("Home");
});

test("of what couldn't be read nothing is sent", async () => {
  const server = makeQueryClient();
  await server.prefetchQuery({ queryKey: key, queryFn: () => Promise.reject(new Error("away")) });
  expect(readQueries(server)).toEqual([]);
});
