/**
 * An operation is one thing a caller can ask of the server. Everything the
 * outside world sees is derived from it: the REST route, the OpenAPI entry,
 * the MCP tool, the assistant's tool, the typed client and the CLI command.
 */
import type { z } from "zod";
import { type OperationName, routes } from "./routes.ts";

/** What an operation does to the person's things. A key's scopes are a set of these. */
export const effects = ["read", "write", "destroy"] as const;
export type Effect = (typeof effects)[number];

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  summary: string;
  description?: string;
  effect: Effect;
  input: Input;
  output: Output;
  /** False where the change leaves nothing that could be taken back, such as a key. Reads are never undoable. */
  undoable?: boolean;
  /** True where only the person's own session may ask, never a key, an MCP client or the assistant. */
  personal?: boolean;
  /** True where the answer holds a secret, which is told once and never stored. */
  answersSecret?: boolean;
}

export interface NamedOperation extends Operation {
  name: OperationName;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api`, with `{parameters}` that are fields of the input. */
  path: string;
  /** The fields of the input that stand in the path. */
  pathFields: string[];
}

/** Declares an operation; exists so that input and output keep their exact types. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Operation<Input, Output>,
): Operation<Input, Output> {
  return definition;
}

export function withRoute(name: OperationName, definition: Operation): NamedOperation {
  const [method, path] = routes[name].split(" ") as [NamedOperation["method"], string];
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field!);
  return { ...definition, name, method, path, pathFields };
}
