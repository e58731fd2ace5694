/** The real server on a port of its own, and homes of people who use it from the command line. */
import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { createWorld, type World, type WorldOptions } from "../../../api/src/testing/world.ts";
import { type Home, openHome } from "./run-cli.ts";

export interface Server {
  world: World;
  url: string;
}

export const password = "correct horse battery staple";

/** It is closed after the test. */
export async function openServer(options: WorldOptions = {}): Promise<Server> {
  const world = await createWorld(options);
  onTestFinished(() => world.close());
  return { world, url: await world.listen() };
}

export interface SignedIn extends Home {
  email: string;
}

/** Somebody new, signed up by the command itself. */
export async function signUp({ url }: Server, name = "Ada"): Promise<SignedIn> {
  const home = await openHome();
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`;
  const args = ["login", "--url", url, "--sign-up", "--name", name, "--email", email, "--password-stdin"];
  const { code, stderr } = await home.todo(args, `${password}\n`);
  if (code !== 0) throw new Error(`Signing up failed: ${stderr}`);
  return { ...home, email };
}
