/**
 * The fastest thing that could be said to do the same on Node: node:http, pg
 * with prepared statements, an HS256 check, JSON written by PostgreSQL, a plain
 * table. No journal, no undo, no validation: a limit to approach, not an equal.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";

const { API_PORT, BETTER_AUTH_SECRET = "", DATABASE_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const LIST = `select coalesce(json_agg(page), '[]')::text as tasks from (
  select id, title, description, completed, created_at, updated_at from plain_tasks
  where owner = $1 order by id desc limit 50) page`;
const ADD = `insert into plain_tasks (owner, title, description) values ($1, $2, $3)
  returning row_to_json(plain_tasks)::text as task`;

async function answer(request: IncomingMessage, response: ServerResponse) {
  if (request.url === "/health") return send(response, 200, '{"status":"ok"}');
  const owner = subjectOf(request.headers.authorization ?? "");
  if (!owner) return send(response, 401, '{"error":"unauthenticated"}');
  if (request.method === "GET") {
    const { rows } = await pool.query<{ tasks: string }>({ name: "list", text: LIST, values: [owner] });
    return send(response, 200, `{"tasks":${rows[0]!.tasks}}`);
  }
  const { title, description } = JSON.parse(await bodyOf(request)) as { title: string; description?: string };
  const values = [owner, title, description ?? ""];
  const { rows } = await pool.query<{ task: string }>({ name: "add", text: ADD, values });
  send(response, 201, rows[0]!.task);
}

function subjectOf(authorization: string): string | undefined {
  const [head, payload, signature] = authorization.replace(/^Bearer /, "").split(".");
  if (!head || !payload || !signature) return undefined;
  const expected = createHmac("sha256", BETTER_AUTH_SECRET).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { sub, exp } = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
    sub: string;
    exp: number;
  };
  return exp * 1000 > Date.now() ? sub : undefined;
}

async function bodyOf(request: IncomingMessage) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function send(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => send(response, 500, '{"error":"internal"}'));
}).listen(Number(API_PORT), "127.0.0.1");

process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
