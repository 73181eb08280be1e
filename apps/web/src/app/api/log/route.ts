import { getLogHead } from "@diaphane/core";
import { createContext } from "@/server/context.ts";

/** The newest hash of every chain of the audit log, for everybody to note: `npx diaphane verify-log --noted` takes it. */
export async function GET(): Promise<Response> {
  return Response.json(await getLogHead(await createContext()), { headers: { "Cache-Control": "no-store" } });
}
