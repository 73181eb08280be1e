"use client";

import { can } from "@diaphane/core/permissions";
import { Checkbox, Field, Input, Segmented, Slider } from "@diaphane/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client.tsx";
import type { TaskDraft } from "./task-draft.ts";

export interface WhoAndHowProps {
  group: string;
  draft: TaskDraft;
  onChange(part: Partial<TaskDraft>): void;
}

/** Who labels, in which order, how many label the same image, and how long an image waits for somebody. */
export function WhoAndHow({ group, draft, onChange }: WhoAndHowProps) {
  const t = useTranslations("labelling.form");
  const { data: members } = useSuspenseQuery(useTRPC().member.list.queryOptions({ group }));
  const people = members.filter(({ role, isDisabled }) => can(role, "label:write") && !isDisabled);
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t("people")}</legend>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={draft.annotatorIds.includes(id)}
            onCheckedChange={(isChosen) =>
              onChange({
                annotatorIds: isChosen
                  ? [...draft.annotatorIds, id]
                  : draft.annotatorIds.filter((annotatorId) => annotatorId !== id),
              })
            }
          />
        ))}
        <p className="text-[0.8125rem] text-muted-foreground">{t("peopleHelp")}</p>
      </fieldset>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">{t("order")}</span>
        <Segmented
          aria-label={t("order")}
          value={draft.order}
          onValueChange={(order) => onChange({ order })}
          options={[
            { value: "RANDOM", label: t("orders.RANDOM") },
            { value: "AS_STORED", label: t("orders.AS_STORED") },
          ]}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <span id="overlap-share" className="text-sm font-medium">
          {t("overlap", { share: draft.overlapShare })}
        </span>
        <Slider
          aria-labelledby="overlap-share"
          min={0}
          max={100}
          step={5}
          value={draft.overlapShare}
          onValueChange={(overlapShare) => onChange({ overlapShare })}
        />
        <p className="text-[0.8125rem] text-muted-foreground">{t("overlapHelp")}</p>
      </div>
      {draft.overlapShare > 0 ? (
        <Field label={t("overlapCount")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              className="w-28"
              min={2}
              max={10}
              value={draft.overlapCount}
              onChange={(event) => onChange({ overlapCount: event.target.valueAsNumber || 2 })}
            />
          )}
        </Field>
      ) : null}
      <Field label={t("lease")} help={t("leaseHelp")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            className="w-28"
            min={1}
            max={10_080}
            value={draft.leaseMinutes}
            onChange={(event) => onChange({ leaseMinutes: event.target.valueAsNumber || 60 })}
          />
        )}
      </Field>
    </>
  );
}
