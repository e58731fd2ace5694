/**
 * Everything this program prints. Colours appear on a terminal alone and not
 * under NO_COLOR: Node's styleText decides that for the stream it is given.
 */
import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

export const paint = (style: Style, text: string) =>
  text === "" ? "" : styleText(style, text, { stream: process.stdout });
export const paintNote = (style: Style, text: string) => styleText(style, text, { stream: process.stderr });

export const print = (text = "") => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));
/** For what is not the answer itself: hints, progress, errors. */
export const note = (text = "") => void process.stderr.write(`${text}\n`);

/** Whether a person sits in front of it and can be asked. */
export const isInteractive = () => process.stdin.isTTY === true && process.stdout.isTTY === true;

/** Columns of the terminal; undefined where output goes to a file or another program and nothing need be shortened. */
export const columns = () => (process.stdout.isTTY ? process.stdout.columns || undefined : undefined);

/** Text from elsewhere without what would move the cursor or change the terminal. */
export const harmless = (text: string) => text.replace(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu, "");
