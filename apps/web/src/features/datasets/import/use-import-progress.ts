import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC } from "@/trpc/client.tsx";

/** Between two attempts to reach a server that is away. */
const retryMs = 3000;

/** An import as it goes on, and what keeps one from seeing it. What was last heard stays when the line ends or breaks. */
export function useImportProgress(importId: string) {
  const trpc = useTRPC();
  const [job, setJob] = useState<RouterOutputs["import"]["get"] | null>(null);
  const { status, error, reset } = useSubscription(
    trpc.import.progress.subscriptionOptions({ importId }, { onData: ({ data }) => setJob(data) }),
  );
  const refusal = status === "error" && (error.data?.httpStatus ?? 500) < 500 ? error : null;
  const isDown = status === "error" && !refusal;
  useEffect(() => {
    if (!isDown) return;
    const timer = setTimeout(reset, retryMs);
    return () => clearTimeout(timer);
  }, [isDown, reset]);
  return { job, refusal, isReconnecting: isDown || (status === "connecting" && job !== null) };
}
