import { type Cases, visibleRemoval } from "@diaphane/model/debias";
import type { ShownImage } from "./protocol.ts";

const most = 12;

/**
 * A dozen images of the selection set, in turn from every cell of label × value of the first attribute, so that what is rare is seen
 * too. What the attributes look like is read from the fit set.
 * @param indices `[n]` of the selection set, places in the data set version
 */
export function shownImages(fit: Cases, selection: Cases, indices: readonly number[]): ShownImage[] {
  const { classes, labels, attributes, codes } = selection;
  const latentDim = codes.length / labels.length;
  const removal = visibleRemoval(fit, latentDim);
  const cells = new Map<string, number[]>();
  labels.forEach((label, row) => {
    const value = attributes[0]?.of[row] ?? -1;
    if (label < 0 || value < 0) return;
    const cell = `${label} ${value}`;
    const rows = cells.get(cell) ?? [];
    if (rows.length < most) cells.set(cell, [...rows, row]);
  });
  const inTurn = [...cells.values()].flatMap((rows) => rows.map((row, turn) => ({ row, turn })));
  const chosen = inTurn.toSorted((a, b) => a.turn - b.turn || a.row - b.row).slice(0, most);
  return chosen.map(({ row }) => {
    const label = labels[row] ?? -1;
    const values = attributes.map(({ of }) => of[row] ?? -1);
    return {
      index: indices[row] ?? 0,
      label: classes[label] ?? "",
      values: values.map((value, a) => attributes[a]?.values[value] ?? null),
      code: codes.slice(row * latentDim, (row + 1) * latentDim),
      removal: removal(label, values),
    };
  });
}
