"use client";

import { Button, Input } from "@diaphane/ui";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DraftQuestion } from "./task-draft.ts";

export interface QuestionRowsProps {
  questions: readonly DraftQuestion[];
  onChange(questions: readonly DraftQuestion[]): void;
}

/** Attributes that are asked of every image besides. */
export function QuestionRows({ questions, onChange }: QuestionRowsProps) {
  const t = useTranslations("labelling.form");
  const set = (id: number, part: Partial<DraftQuestion>) => {
    onChange(questions.map((one) => (one.id === id ? { ...one, ...part } : one)));
  };
  const next = Math.max(-1, ...questions.map(({ id }) => id)) + 1;
  return (
    <div className="flex flex-col gap-2">
      {questions.map(({ id, name, values }, index) => (
        <div key={id} className="flex items-center gap-2 max-sm:flex-wrap">
          <Input
            aria-label={t("questionName", { number: index + 1 })}
            placeholder={t("questionNameHint")}
            value={name}
            maxLength={100}
            className="sm:w-56"
            onChange={(event) => set(id, { name: event.target.value })}
          />
          <Input
            aria-label={t("questionValues", { number: index + 1 })}
            placeholder={t("questionValuesHint")}
            value={values}
            maxLength={1000}
            className="min-w-0 flex-1"
            onChange={(event) => set(id, { values: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("removeQuestion", { number: index + 1 })}
            onClick={() => onChange(questions.filter((one) => one.id !== id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        size="small"
        className="self-start"
        onClick={() => onChange([...questions, { id: next, name: "", values: "" }])}
      >
        <Plus aria-hidden />
        {t("addQuestion")}
      </Button>
    </div>
  );
}
