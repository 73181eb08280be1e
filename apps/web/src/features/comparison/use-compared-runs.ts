"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client.tsx";
import { type ComparedRun, isActive, settingsOfRun, strokeAt } from "./compared-run.ts";
import { runLabels } from "./run-labels.ts";
import { useSettingText } from "./settings/use-setting-text.ts";

/** A browser opens six connections to a server, so runs that train are asked for, not each streamed. */
const periodMs = 2500;

/** The runs with their curves, asked for again while they go on; those that have ended rest. */
export function useComparedRuns(group: string, runIds: readonly string[]) {
  const trpc = useTRPC();
  const text = useSettingText();
  const compared = useQuery(
    trpc.run.compare.queryOptions(
      { group, runIds: [...runIds] },
      { refetchInterval: ({ state }) => (state.data?.some(isActive) ? periodMs : false) },
    ),
  );
  const snapshots = useQueries({
    queries: runIds.map((runId) =>
      trpc.run.progress.queryOptions(
        { runId },
        { refetchInterval: ({ state }) => (state.data && isActive(state.data.run) ? periodMs : false) },
      ),
    ),
    combine: (results) => results.map(({ data }) => data?.progress ?? null),
  });
  const runs = useMemo(() => {
    const described = (compared.data ?? []).map((run) => ({ run, settings: settingsOfRun(run) }));
    const labels = runLabels(
      described.map(({ run, settings }) => ({ modelName: run.model.name, settings })),
      text.label,
    );
    return described.map(({ run, settings }, index): ComparedRun => {
      return { run, settings, label: labels[index] ?? run.id, progress: snapshots[index] ?? null, ...strokeAt(index) };
    });
  }, [compared.data, snapshots, text]);
  return { runs, error: compared.error, isPending: compared.isPending, retry: () => void compared.refetch() };
}
