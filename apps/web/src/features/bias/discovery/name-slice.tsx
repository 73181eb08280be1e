"use client";

import type { Slice } from "@diaphane/model/bias";
import { Button, Checkbox, Dialog, Field, Input, useToast } from "@diaphane/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

export interface NameSliceProps {
  reportId: string;
  slices: readonly Slice[];
  /** Place of the slice that it is about. */
  slice: number;
}

/** Says what a slice has in common, alone or with others: it becomes an attribute of the data. */
export function NameSlice({ reportId, slices, slice }: NameSliceProps) {
  const t = useTranslations("bias.discovery");
  const named = useTranslations("bias.slices");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const [others, setOthers] = useState<readonly number[]>([]);
  const give = useMutation(
    trpc.attribute.name.mutationOptions({
      onSuccess: ({ memberCount }) => {
        setIsOpen(false);
        toast({ title: t("done", { name: name.trim(), count: memberCount }) });
        return client.invalidateQueries(trpc.attribute.pathFilter());
      },
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (open) return;
        give.reset();
        setName("");
        setOthers([]);
      }}
      trigger={
        <Button variant="secondary" size="small" className="print:hidden">
          <Tag aria-hidden />
          {t("open")}
        </Button>
      }
      title={t("title")}
      description={t("lead")}
      closeLabel={common("close")}
      footer={
        <Button
          isBusy={give.isPending}
          disabled={name.trim() === ""}
          onClick={() => give.mutate({ reportId, name, slices: [slice, ...others] })}
        >
          {t("give")}
        </Button>
      }
    >
      {give.error ? <ApiError error={give.error} /> : null}
      <Field label={t("name")} help={t("nameHelp")}>
        {(control) => (
          <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {slices.length > 1 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">{t("others")}</legend>
          {slices.map(({ label, rows }, place) =>
            place === slice ? null : (
              <Checkbox
                key={`${label} ${rows[0]}`}
                label={named("name", { number: place + 1, label })}
                checked={others.includes(place)}
                onCheckedChange={(isChosen) =>
                  setOthers((before) => (isChosen ? [...before, place] : before.filter((one) => one !== place)))
                }
              />
            ),
          )}
        </fieldset>
      ) : null}
    </Dialog>
  );
}
