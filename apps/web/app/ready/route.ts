/** May this process be given work? Not once it was told to stop, which `serve.mjs` notes. Says nothing about the API. */
export const dynamic = "force-dynamic";

export function GET() {
  const leaving = Reflect.get(globalThis, Symbol.for("todo.leaving")) === true;
  return Response.json({ status: leaving ? "not ready" : "ready" }, { status: leaving ? 503 : 200 });
}
