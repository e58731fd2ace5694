import { lchownSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Gives a folder and all it holds to a user; links themselves, never what they point to. */
export function chownTree(dir: string, { uid, gid }: { uid: number; gid: number }) {
  lchownSync(dir, uid, gid);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) chownTree(path, { uid, gid });
    else lchownSync(path, uid, gid);
  }
}
