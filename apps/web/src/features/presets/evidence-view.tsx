"use client";

import { presetEvidence } from "@diaphane/model/debias";
import { cn, ErrorState, Skeleton } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ComparatorsTable } from "./comparators-table.tsx";
import { ComparedReports } from "./compared-reports.tsx";
import { PresetFacts } from "./preset-facts.tsx";

/** A preset's evidence at an address of this site: before and after, at home and where it was made elsewhere too, side by side. */
export function EvidenceView({ address }: { address: string }) {
  const t = useTranslations("presets.page");
  const { data, error } = useQuery({
    queryKey: ["preset", address],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn() {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status}`);
      return presetEvidence.parse(await response.json());
    },
  });
  if (error) return <ErrorState title={t("failed")}>{error.message}</ErrorState>;
  if (!data) return <Skeleton className="h-96" />;
  const { evidence, external } = data;
  return (
    <div className="flex flex-col gap-5">
      <PresetFacts made={data} />
      <ComparatorsTable made={data} />
      <div className={cn("grid items-start gap-8", external && "lg:grid-cols-2")}>
        <ComparedReports title={t("held")} lead={t("heldLead")} {...evidence} />
        {external ? (
          <ComparedReports
            title={t("external", external.set)}
            lead={t("externalLead", { n: external.after.labelled })}
            before={external.before}
            after={external.after}
          />
        ) : null}
      </div>
    </div>
  );
}
