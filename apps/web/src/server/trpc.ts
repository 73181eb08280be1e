import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { formatError, toTrpcError } from "./error-mapper.ts";
import type { Context } from "./viewer-context.ts";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter: formatError,
  // A comment now and then keeps proxies from closing a quiet stream; a client that hears none reconnects.
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns what packages/core throws into tRPC codes, and hides everything else. */
const mapErrors = t.middleware(async ({ next, path, type }) => {
  const result = await next();
  if (result.ok) return result;
  throw toTrpcError(result.error, { path, type });
});

/** For everybody, signed in or not; the verb in packages/core decides what the actor may see. */
export const publicProcedure = t.procedure.use(mapErrors);

/** Asks for a sign-in before anything else; narrows `ctx.actor` to a user. */
export const userProcedure = publicProcedure.use(async ({ ctx, next }) => {
  if (ctx.actor.kind !== "user") throw new TRPCError({ code: "UNAUTHORIZED", message: "sign-in-required" });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});
