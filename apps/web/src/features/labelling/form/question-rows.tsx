"use client";

import { useTranslations } from "next-intl";
import { DraftRows } from "./draft-rows.tsx";
import type { DraftQuestion } from "./task-draft.ts";

export interface QuestionRowsProps {
  questions: readonly DraftQuestion[];
  onChange(questions: readonly DraftQuestion[]): void;
}

/** Attributes that are asked of every image besides. */
export function QuestionRows({ questions, onChange }: QuestionRowsProps) {
  const t = useTranslations("labelling.form");
  return (
    <DraftRows
      rows={questions}
      onChange={onChange}
      name={{
        of: ({ name }) => name,
        with: (row, name) => ({ ...row, name }),
        label: (number) => t("questionName", { number }),
        placeholder: () => t("questionNameHint"),
        maxLength: 100,
      }}
      detail={{
        of: ({ values }) => values,
        with: (row, values) => ({ ...row, values }),
        label: (number) => t("questionValues", { number }),
        placeholder: () => t("questionValuesHint"),
        maxLength: 1000,
      }}
      blank={(id) => ({ id, name: "", values: "" })}
      add={t("addQuestion")}
      remove={(number) => t("removeQuestion", { number })}
    />
  );
}
