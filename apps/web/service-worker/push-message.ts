/** What the server pushes, and what the service worker and the windows say to each other. Types and guards alone: both sides use them. */
export interface PushMessage {
  /** The notice's: the open windows hear of it by the same. */
  id: string;
  kind: "reminder" | "digest" | "test";
  title: string;
  body: string;
  /** A path in the web app. */
  url: string;
  late: boolean;
  /** BCP 47; perhaps one that came after this worker. */
  language: string;
  task: { id: string; number: number } | null;
}

/** To a window that is looked at: a notice that it shows itself, or a path to go to. */
export type WorkerMessage = { type: "notice"; message: PushMessage } | { type: "open"; url: string };

/** The channel on which windows and worker tell each other that a notice is dealt with; what is sent is its id. */
export const SETTLED = "notices-settled";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export function isPushMessage(value: unknown): value is PushMessage {
  if (!isObject(value)) return false;
  const { id, kind, title, body, url, late, language, task } = value;
  const isTask = isObject(task) && typeof task.id === "string" && typeof task.number === "number";
  return (
    (kind === "reminder" || kind === "digest" || kind === "test") &&
    [id, title, body, language].every((text) => typeof text === "string") &&
    isOwnPath(url) &&
    typeof late === "boolean" &&
    (task === null || isTask)
  );
}

export function isWorkerMessage(value: unknown): value is WorkerMessage {
  if (!isObject(value)) return false;
  return value.type === "notice"
    ? isPushMessage(value.message)
    : value.type === "open" && isOwnPath(value.url);
}

/** `//host` and `/\host` would lead elsewhere. */
const isOwnPath = (url: unknown): url is string => typeof url === "string" && /^\/(?![/\\])/.test(url);
