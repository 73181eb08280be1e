import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { createContext } from "@/server/context.ts";
import { appRouter } from "@/server/routers/index.ts";
import { createCallerFactory } from "@/server/trpc.ts";
import { makeQueryClient } from "./query-client.ts";

const getContext = cache(createContext);

export const getQueryClient = cache(makeQueryClient);

/** `trpc.entity.verb.queryOptions(input)` for `getQueryClient().prefetchQuery(…)` in a server component. */
export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: getQueryClient });

/** Calls procedures straight from a server component: `await api().viewer.get()`. */
export const api = cache(() => createCallerFactory(appRouter)(getContext));

/** Hands what was prefetched over to the client components inside. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
