"use client";

import { Button, EmptyState } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client.tsx";
import { agreementOf, disagreements } from "./agreement.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { DisagreementList } from "./disagreement-list.tsx";
import { PairTable } from "./pair-table.tsx";
import { ratedVariables } from "./rated-variables.ts";

/** How far people agree on a task, in what, who with whom, and the images that they differ on. */
export function AgreementPage({ group, taskId, canDecide }: { group: string; taskId: string; canDecide: boolean }) {
  const t = useTranslations("labelling.agreement");
  const trpc = useTRPC();
  const { data: task } = useSuspenseQuery(trpc.task.get.queryOptions({ taskId }));
  const { data: shared } = useSuspenseQuery({ ...trpc.label.shared.queryOptions({ taskId }), staleTime: 0 });
  const { agreements, differing } = useMemo(() => {
    const found = ratedVariables(task, { yes: t("chosen"), no: t("notChosen") });
    return {
      agreements: found.map((variable) => agreementOf(variable, shared.images)),
      differing: disagreements(found, shared.images),
    };
  }, [task, shared, t]);
  if (shared.images.length === 0) {
    return (
      <EmptyState
        title={t("empty")}
        actions={<Button render={<Link href={`/g/${group}/label`} />}>{t("toTasks")}</Button>}
      >
        {task.overlapShare > 0 ? t("emptyYet") : t("emptyNever")}
      </EmptyState>
    );
  }
  const [main] = agreements;
  return (
    <>
      <AgreementTable agreements={agreements} />
      {main ? <PairTable agreement={main} annotators={shared.annotators} /> : null}
      <DisagreementList
        {...{ task, canDecide }}
        images={differing}
        annotators={shared.annotators}
        count={shared.images.length}
      />
    </>
  );
}
