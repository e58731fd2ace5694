/** A mail server that keeps what it is given, over real SMTP, and refuses or falls silent on request. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

interface ReceivedMail {
  /** When it was taken, in milliseconds of the clock. */
  at: number;
  to: string[];
  /** By lower-case name, unfolded. */
  headers: Record<string, string>;
  /** The parts by their type, `text/plain` and `text/html`, decoded. */
  parts: Record<string, string>;
}

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  mails: ReceivedMail[];
  /** What somebody signed in with. */
  passwords: string[];
  /** From now on: refuses every mail with this code (`550`), never answers, or takes them again. */
  answers(with_: number | "hang" | "yes"): void;
  close(): Promise<void>;
}

/** On this port, or a free one. It has no TLS, and would take a password in clear. */
export async function startMailServer({ port = 0 }: { port?: number } = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const passwords: string[] = [];
  let behaviour: number | "hang" | "yes" = "yes";
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth({ password }, _session, callback) {
      passwords.push(password ?? "");
      callback(null, { user: "todo" });
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (behaviour === "hang") return;
        if (behaviour !== "yes")
          return callback(Object.assign(new Error("No."), { responseCode: behaviour }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ at: Date.now(), to, ...readMail(Buffer.concat(chunks).toString("utf8")) });
        callback();
      });
    },
  });
  // A client that leaves in the middle is what some tests are about.
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const { port: used } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${used}`,
    mails,
    passwords,
    answers(with_) {
      behaviour = with_;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function readMail(raw: string): Omit<ReceivedMail, "at" | "to"> {
  const headers = headersOf(raw);
  const [, boundary] = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "") ?? [];
  const sections = boundary ? raw.split(`--${boundary}`).slice(1, -1) : [raw];
  const parts = sections.map((section) => {
    const of = headersOf(section.trimStart());
    const [type = ""] = (of["content-type"] ?? "").split(";");
    const body = section.trimStart().split("\r\n\r\n").slice(1).join("\r\n\r\n");
    return [type, decoded(body, of["content-transfer-encoding"] ?? "").replaceAll("\r\n", "\n")];
  });
  return { headers, parts: Object.fromEntries(parts) };
}

function headersOf(section: string): Record<string, string> {
  const [head = ""] = section.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
