/** What a client needs: Node, configuration, a server that answers, a session, clocks that agree. */
import { stat } from "node:fs/promises";
import type { Profile } from "@todo/contract";
import { AppError } from "@todo/contract/errors";
import type { Environment } from "../environment.ts";
import { adviceFor } from "../failures.ts";
import { clientFor, findServer, machineZone, type Whereabouts } from "../session.ts";
import { type Check, type Finding, skipped } from "./check.ts";

const patienceMs = 5_000;
const toleratedSkewMs = 60_000;

export function clientChecks(environment: Environment): Check[] {
  // Several checks look at the same answers; each is fetched once.
  const whereabouts = findServer(environment);
  const health = whereabouts.then(({ url }) => get(`${url}/api/health`));
  const profile = Promise.all([whereabouts, health]).then(([{ url, token }, { ok }]) =>
    token && ok ? clientFor(url, token).get_profile({}) : undefined,
  );
  for (const promise of [whereabouts, health, profile]) promise.catch(() => {});

  const ofProfile = (look: (profile: Profile) => Finding) => async () => {
    const found = await profile.catch(() => undefined);
    return found ? look(found) : skipped;
  };
  return [
    { name: "Node", run: async () => nodeFinding(process.versions.node) },
    {
      name: "Configuration",
      run: () => whereabouts.then((found) => configurationFinding(found, environment), remedyOf),
    },
    { name: "Server", run: () => Promise.all([whereabouts, health]).then(serverFinding, () => skipped) },
    {
      name: "Database",
      run: () =>
        whereabouts.then(
          ({ url }) => readinessFinding(url),
          () => skipped,
        ),
    },
    { name: "Clock", run: () => health.then(clockFinding, () => skipped) },
    {
      name: "Signed in",
      run: () => Promise.all([whereabouts, health, profile]).then(sessionFinding, remedyOf),
    },
    { name: "Time zone", run: ofProfile(zoneFinding) },
    { name: "Assistant", run: ofProfile(({ assistant }) => ({ detail: assistant })) },
  ];
}

interface Answer {
  ok: boolean;
  /** 0: no answer. */
  status: number;
  /** Difference to the server's clock; undefined when it doesn't tell. */
  skewMs: number | undefined;
  body: unknown;
}

async function get(address: string): Promise<Answer> {
  const response = await fetch(address, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => undefined);
  if (!response) return { ok: false, status: 0, skewMs: undefined, body: undefined };
  const date = Date.parse(response.headers.get("date") ?? "");
  return {
    ok: response.ok,
    status: response.status,
    skewMs: Number.isNaN(date) ? undefined : Date.now() - date,
    body: await response.json().catch(() => undefined),
  };
}

export function nodeFinding(version: string): Finding {
  if (Number(version.split(".")[0]) >= 24) return { detail: version };
  return { remedy: `${version} is too old. Install Node 24 or newer from https://nodejs.org.` };
}

async function configurationFinding(found: Whereabouts, { credentialsFile }: Environment): Promise<Finding> {
  if (found.source === "environment") return { detail: `${found.url}, token from TODO_TOKEN` };
  if (found.source === "nowhere") return { detail: `${found.url}, no token` };
  const { mode } = await stat(credentialsFile);
  if ((mode & 0o077) !== 0)
    return { remedy: `Others on this machine may read your token. Run: chmod 600 ${credentialsFile}` };
  return { detail: `${found.url}, token from ${credentialsFile}` };
}

function serverFinding([{ url }, { ok, status }]: [Whereabouts, Answer]): Finding {
  if (ok) return { detail: `${url} answers` };
  if (status === 0)
    return { remedy: `${url} doesn't answer. Start it (\`todo start\`) or set TODO_URL to where it is.` };
  return { remedy: `${url}/api/health answers ${status}. Is it a Todo server? Set TODO_URL to where it is.` };
}

/** The API's names its checks. Behind the web app, which answers for itself alone, it can't be asked. */
async function readinessFinding(url: string): Promise<Finding> {
  const { body, status } = await get(`${url}/ready`);
  const { status: state, checks } = (typeof body === "object" && body !== null ? body : {}) as {
    status?: string;
    checks?: Record<string, unknown>;
  };
  if (state === "ready" && checks) return { detail: "ready" };
  if (status !== 503) return skipped;
  return { remedy: `The server is not ready (${JSON.stringify(checks ?? {})}). Its log says why.` };
}

export function clockFinding({ skewMs }: Pick<Answer, "skewMs">): Finding {
  if (skewMs === undefined) return skipped;
  if (Math.abs(skewMs) <= toleratedSkewMs) return { detail: "agrees with the server's" };
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return {
    remedy: `This machine's clock is ${minutes} min ${skewMs > 0 ? "ahead of" : "behind"} the server's. Set it by network time (timedatectl set-ntp true), or reminders and sessions go wrong.`,
  };
}

function sessionFinding([{ url, token }, { ok }, profile]: [
  Whereabouts,
  Answer,
  Profile | undefined,
]): Finding {
  if (profile) return { detail: `${profile.name} <${profile.email}>` };
  if (!token) return { remedy: `Not signed in to ${url}. Run \`todo login --url ${url}\`.` };
  return ok ? { remedy: "The server gave no profile. Run `todo login`." } : skipped;
}

export function zoneFinding({ time_zone, time_zone_known }: Profile): Finding {
  if (time_zone_known) return { detail: time_zone };
  return { remedy: `The server doesn't know it. Run \`todo update-profile --time-zone ${machineZone()}\`.` };
}

function remedyOf(error: unknown): Finding {
  if (!(error instanceof AppError)) return { remedy: String(error) };
  return { remedy: [error.message, adviceFor(error)].filter(Boolean).join(" ") };
}
