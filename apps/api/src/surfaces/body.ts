/** Reads a JSON body, within limits. Whatever is wrong with it is the caller's to mend: always a 4xx. */
import { AppError } from "@todo/contract";
import type { Context } from "hono";

export const MAX_BODY_BYTES = 1_048_576;

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
    throw new AppError("malformed_request", `The body is not valid JSON: ${(error as Error).message}`);
  }
}

async function readText(c: Context): Promise<string> {
  const length = c.req.header("content-length");
  if (Number(length ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  // Its length was told and is small: the server's own reader is by far the quickest.
  if (length !== undefined) return c.req.text();
  const { body } = c.req.raw;
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const tooLarge = () =>
  new AppError("too_large", "The body is larger than 1 MB. Send less at once.", {
    params: { max_bytes: MAX_BODY_BYTES },
  });
