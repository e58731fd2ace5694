/** Answers while this process lives; says nothing about the API. */
export const dynamic = "force-dynamic";

export function GET() {
  return Response.json({ status: "ok" });
}
