"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useTermSentence } from "@/features/models/use-term-sentence.ts";
import type { FormValues } from "./form-values.ts";

/** What an earlier training counted that the settings have no fields for, in words: it is kept. Nothing where there is none. */
export function KeptTerms() {
  const t = useTranslations("training.new");
  const sentence = useTermSentence();
  const { control } = useFormContext<FormValues>();
  const keptTerms = useWatch({ control, name: "keptTerms" });
  if (keptTerms.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("keptTerms")} description={t("keptTermsHint")} />
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-sm">
        {keptTerms.map((term) => (
          <li key={term.kind}>{sentence(term)}</li>
        ))}
      </ul>
    </Card>
  );
}
