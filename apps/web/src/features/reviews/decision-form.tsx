"use client";

import { type ChecklistItem, checklistItems } from "@diaphane/core/schemas";
import { Button, Card, CardHeader, Checkbox, Field, Input, Segmented, Textarea } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import type { Audit } from "./audit-page.tsx";
import { ChecklistFigures } from "./checklist-figures.tsx";

const decisions = ["APPROVED", "CHANGES_REQUESTED", "REJECTED"] as const;
const unchecked = { isMet: false, note: "" };

/** The checklist and the decision; for whoever may not decide, why. */
export function DecisionForm({ audit, revision }: { audit: Audit; revision: number }) {
  const t = useTranslations("reviews");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [checklist, setChecklist] = useState({
    ...{ data: unchecked, metrics: unchecked, subgroups: unchecked, use: unchecked, limits: unchecked },
  } satisfies Record<ChecklistItem, typeof unchecked>);
  const [decision, setDecision] = useState<(typeof decisions)[number]>("APPROVED");
  const [reasons, setReasons] = useState("");
  const decide = useMutation(
    trpc.audit.decide.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.audit.pathFilter()) }),
  );
  if (!audit.mayDecide) {
    return (
      <Card>
        <p className="text-sm">{audit.isMaker && audit.isReviewer ? t("ownWork") : t("noReviewer")}</p>
      </Card>
    );
  }
  const change = (item: ChecklistItem, part: Partial<typeof unchecked>) =>
    setChecklist((before) => ({ ...before, [item]: { ...before[item], ...part } }));
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("decision.title")} description={t("decision.lead")} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-sm font-medium">{t("checklist.title")}</legend>
        {checklistItems.map((item) => (
          <div key={item} className="flex flex-col gap-1.5">
            <Checkbox
              checked={checklist[item].isMet}
              onCheckedChange={(isMet) => change(item, { isMet })}
              label={t(`checklist.${item}`)}
            />
            <ChecklistFigures item={item} />
            <Input
              aria-label={t("decision.note", { item: t(`checklist.${item}`) })}
              value={checklist[item].note}
              maxLength={2000}
              onChange={(event) => change(item, { note: event.target.value })}
            />
          </div>
        ))}
      </fieldset>
      <Segmented
        aria-label={t("decision.which")}
        value={decision}
        onValueChange={setDecision}
        options={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
      />
      <Field label={t("decision.reasons")} help={t("decision.reasonsHelp")}>
        {(control) => (
          <Textarea
            {...control}
            value={reasons}
            maxLength={2000}
            onChange={(event) => setReasons(event.target.value)}
          />
        )}
      </Field>
      {decide.error ? <ApiError error={decide.error} /> : null}
      <Button
        isBusy={decide.isPending}
        disabled={reasons.trim().length < 3}
        onClick={() => decide.mutate({ auditId: audit.id, revision, decision, reasons, checklist })}
      >
        {t("decision.sign")}
      </Button>
    </Card>
  );
}
