/** The wire between one backend and the database: a TCP port in front of a unix socket, which can be cut, stalled and slow. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";

export interface Wire {
  port: number;
  /** Breaks every connection there is. */
  cut(): void;
  /** While true, connections are accepted and nothing passes, in neither direction. */
  stall(stalled: boolean): void;
  /** While true, connections are broken and new ones closed at once. */
  refuse(refusing: boolean): void;
  /** Milliseconds that each piece of data takes on its way. */
  delay(ms: number): void;
  /** The next piece with this text arrives, and on its connection nothing ever comes back. */
  loseAnswerTo(text: string): void;
  close(): Promise<void>;
}

/** `target`: a socket's path, or where to connect. */
export async function createWire(target: string | NetConnectOpts): Promise<Wire> {
  const sockets = new Set<Socket>();
  let stalled = false;
  let refusing = false;
  let delayMs = 0;
  let lastWord: string | undefined;

  const pass = (from: Socket, to: Socket) => {
    // Pieces wait in one row, so that none overtakes another when the delay gets shorter.
    const waiting: { at: number; piece: Buffer }[] = [];
    let timer: NodeJS.Timeout | undefined;
    const pump = () => {
      timer = undefined;
      while (waiting[0] && waiting[0].at <= performance.now()) to.write(waiting.shift()!.piece);
      if (waiting[0]) timer = setTimeout(pump, Math.max(0, waiting[0].at - performance.now()));
    };
    from.on("data", (piece: Buffer) => {
      if (lastWord !== undefined && piece.includes(lastWord)) {
        lastWord = undefined;
        to.pause();
      }
      const at = Math.max(performance.now() + delayMs, waiting.at(-1)?.at ?? 0);
      if (delayMs === 0 && waiting.length === 0) return void to.write(piece);
      waiting.push({ at, piece });
      timer ??= setTimeout(pump, delayMs);
    });
    from.on("error", () => {});
    from.on("close", () => {
      clearTimeout(timer);
      to.destroy();
      sockets.delete(from);
    });
    sockets.add(from);
    if (stalled) from.pause();
  };

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };

  const server = createServer({ noDelay: true }, (near) => {
    if (refusing) return void near.destroy();
    const far = typeof target === "string" ? connect(target) : connect(target);
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stall(value) {
      stalled = value;
      for (const socket of sockets) stalled ? socket.pause() : socket.resume();
    },
    refuse(value) {
      refusing = value;
      if (refusing) cut();
    },
    delay(ms) {
      delayMs = ms;
    },
    loseAnswerTo(text) {
      lastWord = text;
    },
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
