import { readExploredFile } from "@/server/lab/explore-bundle.ts";

/** The two files of the bundle that `diaphane explore` shows. They may be trained anew while it runs, so nothing is kept. */
export async function GET(_request: Request, { params }: RouteContext<"/api/lab/explore/[file]">) {
  const file = await readExploredFile((await params).file);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.bytes, { headers: { "Content-Type": file.type, "Cache-Control": "no-store" } });
}
