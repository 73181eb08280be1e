import { TRPCError } from "@trpc/server";
import { cache } from "react";
import { api } from "@/trpc/server.tsx";

/** A task; null when there is none that the reader may see. Asked once a request. */
export const loadTask = cache(async (taskId: string) => {
  return await api()
    .task.get({ taskId })
    .catch((error: unknown) => {
      if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
      throw error;
    });
});
