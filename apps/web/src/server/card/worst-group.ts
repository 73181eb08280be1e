import type { Grouping } from "@diaphane/model/bias";
import type { WorstGroup } from "@/features/gallery/card/card-facts.ts";

/** The cell of label × group with the lowest accuracy of all groupings; null where none has enough cases. */
export function worstGroupOf(groupings: readonly Pick<Grouping, "attributes" | "worstCell">[]): WorstGroup | null {
  const worst = groupings
    .flatMap(({ attributes, worstCell }) => (worstCell ? [{ attributes, ...worstCell }] : []))
    .sort((a, b) => a.accuracy.value - b.accuracy.value)[0];
  if (!worst) return null;
  const { attributes, label, n, accuracy } = worst;
  const group = attributes.map((name, index) => `${name} = ${worst.group[index] ?? "–"}`).join(", ");
  return { label, group, n, accuracy };
}
