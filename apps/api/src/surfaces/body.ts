/** Reads a JSON body, within limits. Whatever is wrong with it is the caller's to mend: always a 4xx. */
import { AppError, limits } from "@todo/contract";
import type { Context } from "hono";

/** The parsed body; an absent one is an empty object. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await readText(c);
  if (text === "") return {};
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)) {
    throw new AppError(
      "unsupported_media_type",
      "Send the body as JSON, with content-type: application/json.",
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("malformed_request", `The body is not valid JSON: ${withoutQuote(error)}.`);
  }
}

/** What is wrong, without the part of the body that the runtime quotes: it may be a password. */
const withoutQuote = (error: unknown) =>
  (error as Error).message.replace(/, (\.\.\.)?".*is not valid JSON$/s, "");

/** The body as it came, of whatever type; empty when there is none. */
export async function readText(c: Context): Promise<string> {
  const length = c.req.header("content-length");
  if (Number(length ?? 0) > limits.body) throw tooLarge();
  // Its length was told and is small: the server's own reader is by far the quickest.
  if (length !== undefined) return c.req.text();
  const { body } = c.req.raw;
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limits.body) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const tooLarge = () =>
  new AppError("too_large", "The body is larger than 1 MB. Send less at once.", {
    params: { max_bytes: limits.body },
  });
