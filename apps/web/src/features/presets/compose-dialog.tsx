"use client";

import { type PresetMethod, presetMethods } from "@diaphane/model/debias";
import { Button, Checkbox, Dialog, Field, Input, Select, Slider } from "@diaphane/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";

export interface ComposeDialogProps {
  group: string;
  modelVersionId: string;
  datasetVersionId: string;
  /** Those of the report, one of which is to be taken out. */
  attributes: readonly string[];
}

/** Which attributes are taken out, how, and how strongly. */
export function ComposeDialog({ group, modelVersionId, datasetVersionId, attributes }: ComposeDialogProps) {
  const t = useTranslations("presets");
  const common = useTranslations("common");
  const router = useRouter();
  const [name, setName] = useState("");
  const [method, setMethod] = useState<PresetMethod>("cell-balanced-leace");
  const [alpha, setAlpha] = useState(1);
  const [chosen, setChosen] = useState<readonly string[]>(attributes.slice(0, 1));
  const start = useMutation(
    useTRPC().preset.start.mutationOptions({
      onSuccess: ({ id }) => router.push(`/g/${group}/bias/presets/${id}`),
    }),
  );
  return (
    <Dialog
      trigger={<Button variant="secondary">{t("compose")}</Button>}
      title={t("compose")}
      description={t("composeLead")}
      closeLabel={common("close")}
      footer={
        <Button
          isBusy={start.isPending || start.isSuccess}
          disabled={name.trim() === "" || chosen.length === 0}
          onClick={() =>
            start.mutate({
              ...{ modelVersionId, datasetVersionId, name },
              request: { kind: "PRESET", attributes: [...chosen], method, alpha },
            })
          }
        >
          {t("start")}
        </Button>
      }
    >
      {start.error ? <ApiError error={start.error} /> : null}
      <Field label={t("name")}>
        {(control) => (
          <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t("attributes")}</legend>
        {attributes.map((attribute) => (
          <Checkbox
            key={attribute}
            label={attribute}
            checked={chosen.includes(attribute)}
            onCheckedChange={(checked) =>
              setChosen((before) => (checked ? [...before, attribute] : before.filter((one) => one !== attribute)))
            }
          />
        ))}
      </fieldset>
      <Field label={t("method")} help={t("methodHelp")}>
        {(control) => (
          <Select
            {...control}
            value={method}
            onValueChange={setMethod}
            options={presetMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">
          {t("alpha")}: <output>{alpha}</output>
        </span>
        <Slider aria-label={t("alpha")} min={0} max={1} step={0.05} value={alpha} onValueChange={setAlpha} />
      </div>
    </Dialog>
  );
}
