import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type SampleTable, sampleAt } from "../sample-table.ts";

/** Stands for the number in a sentence that is made once and used for many images. */
const blank = "\uFFFC";

/**
 * Says which image is at a position of the table: number, label, split. Hundreds are asked for in one frame of scrolling,
 * so the sentence of each label and split is made once.
 */
export function useDescribe(table: SampleTable | undefined, nameOfLabel: (label: number | null) => string) {
  const t = useTranslations("datasets");
  return useMemo(() => {
    const sentences = new Map<string, string>();
    return function describe(position: number): string {
      const sample = table && sampleAt(table, position);
      if (!sample) return "";
      const key = `${sample.label} ${sample.split}`;
      let sentence = sentences.get(key);
      if (sentence === undefined) {
        sentence = t("grid.image", {
          index: blank,
          label: nameOfLabel(sample.label),
          split: t(`split.${sample.split}`),
        });
        sentences.set(key, sentence);
      }
      return sentence.replace(blank, `${sample.index}`);
    };
  }, [table, nameOfLabel, t]);
}
