/** Sends an operation by REST as its route says, without the typed client's help. */
import type { NamedOperation } from "@todo/contract";
import type { Person } from "./world.ts";

export function sendOperation(
  as: Pick<Person, "fetch">,
  { method, path, pathFields }: NamedOperation,
  input: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const given = Object.entries(input);
  const rest = given.filter(([field]) => !pathFields.includes(field));
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) =>
    encodeURIComponent(String(given.find(([name]) => name === field)?.[1])),
  );
  if (method === "GET" || method === "DELETE") {
    const query = new URLSearchParams(
      rest.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
    );
    return as.fetch(`/api${filled}${query.size > 0 ? `?${query}` : ""}`, { method, headers });
  }
  return as.fetch(`/api${filled}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(Object.fromEntries(rest)),
  });
}
