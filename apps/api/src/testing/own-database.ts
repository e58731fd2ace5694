/** A database for one test alone, migrated: for what would disturb those who share one. */
import { inject, onTestFinished } from "vitest";
import { databaseUrl, onServer, TEMPLATE } from "./database.ts";

/** Gives its address. It is dropped after the test, whoever still uses it. */
export async function ownDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const name = `own_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${TEMPLATE}`));
  onTestFinished(async () => {
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  return databaseUrl(server, name);
}
