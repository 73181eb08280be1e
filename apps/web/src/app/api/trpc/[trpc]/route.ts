import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext } from "@/server/context.ts";
import { appRouter } from "@/server/routers/index.ts";
import { isSameOrigin } from "@/server/same-origin.ts";

/** Everything over tRPC. A cookie that a foreign page makes the browser send is worth nothing here. */
async function handle(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response("cross-origin request refused", { status: 403 });
  return fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, createContext });
}

export { handle as GET, handle as POST };
