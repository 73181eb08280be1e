"use client";

import { Button, EmptyState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Tags } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import { TaskCard } from "./task-card.tsx";

/** One's own queue first, then the tasks of others and those that are closed. */
export function TaskList({ group, canCreate }: { group: string; canCreate: boolean }) {
  const t = useTranslations("labelling.list");
  const { data: tasks } = useSuspenseQuery({
    ...useTRPC().task.list.queryOptions({ group }),
    refetchInterval: 20_000,
    staleTime: 0,
  });
  if (tasks.length === 0) {
    return (
      <EmptyState
        icon={<Tags aria-hidden />}
        title={t("empty")}
        actions={canCreate ? <Button render={<Link href={`/g/${group}/label/new`} />}>{t("new")}</Button> : null}
      >
        {canCreate ? t("emptyText") : t("emptyForAnnotator")}
      </EmptyState>
    );
  }
  const parts = [
    { name: "mine", tasks: tasks.filter(({ isMine, state }) => isMine && state === "OPEN") },
    { name: "others", tasks: tasks.filter(({ isMine, state }) => !isMine && state === "OPEN") },
    { name: "closed", tasks: tasks.filter(({ state }) => state === "CLOSED") },
  ] as const;
  return (
    <div className="flex flex-col gap-8">
      {parts.map((part) =>
        part.tasks.length > 0 ? (
          <section key={part.name} className="flex flex-col gap-3">
            <h2 className="text-lg font-semibold">{t(part.name)}</h2>
            <ul className="grid gap-4 md:grid-cols-2">
              {part.tasks.map((task) => (
                <TaskCard key={task.id} {...{ group, task, canChange: canCreate }} />
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </div>
  );
}
