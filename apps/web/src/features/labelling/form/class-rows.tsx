"use client";

import { useTranslations } from "next-intl";
import { DraftRows } from "./draft-rows.tsx";
import type { DraftClass } from "./task-draft.ts";

export interface ClassRowsProps {
  classes: readonly DraftClass[];
  onChange(classes: readonly DraftClass[]): void;
}

/** The classes in the order of their keys, each with a sentence for whoever labels. */
export function ClassRows({ classes, onChange }: ClassRowsProps) {
  const t = useTranslations("labelling.form");
  return (
    <DraftRows
      rows={classes}
      onChange={onChange}
      name={{
        of: ({ name }) => name,
        with: (row, name) => ({ ...row, name }),
        label: (number) => t("className", { number }),
        placeholder: (number) => t("className", { number }),
        maxLength: 100,
      }}
      detail={{
        of: ({ description }) => description,
        with: (row, description) => ({ ...row, description }),
        label: (number) => t("classDescription", { number }),
        placeholder: () => t("classDescriptionHint"),
        maxLength: 500,
      }}
      blank={(id) => ({ id, name: "", description: "" })}
      add={t("addClass")}
      remove={(number) => t("removeClass", { number })}
    />
  );
}
