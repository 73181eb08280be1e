import { bootstrapDetection, type DetectionImage, type Estimate, stratifiedBootstrap } from "../metrics/index.ts";
import type { GroupColumn } from "./attribute-column.ts";
import type { AuditRequest } from "./audit-request.ts";
import type { BiasReport } from "./bias-report.ts";

interface DenseOptions {
  seed: number;
  draws: number;
  level: number;
  /** Images with something to score. */
  fewestCases: number;
}

type Subjects = readonly string[] | undefined;

/** Dice and HD95 of every group: means over the images that have them. */
export function auditSegmentation(
  { dice, hd95 }: NonNullable<AuditRequest["segmentation"]>,
  columns: readonly GroupColumn[],
  subjects: Subjects,
  options: DenseOptions,
): NonNullable<BiasReport["segmentation"]> {
  const meanOf = (values: Float64Array, members: readonly number[]): Estimate | null => {
    const known = members.filter((row) => Number.isFinite(values[row]));
    if (known.length < options.fewestCases) return null;
    return stratifiedBootstrap(
      (weights) => {
        let [sum, total] = [0, 0];
        known.forEach((row, i) => {
          sum += (values[row] ?? 0) * (weights[i] ?? 0);
          total += weights[i] ?? 0;
        });
        return sum / total;
      },
      known.map(() => 0),
      bootstrapOf(known, subjects, options),
    );
  };
  return columns.map((column) => {
    const groups = column.groups.map((group, g) => {
      const members = membersOf(column, g).filter((row) => Number.isFinite(dice[row]));
      return { group: [...group], n: members.length, dice: meanOf(dice, members), hd95: meanOf(hd95, members) };
    });
    return { attributes: [...column.attributes], groups, gaps: [] };
  });
}

/** AP50 and recall of every group, by COCO's rules within it. */
export function auditDetection(
  { images, classCount }: NonNullable<AuditRequest["detection"]>,
  columns: readonly GroupColumn[],
  subjects: Subjects,
  options: DenseOptions,
): NonNullable<BiasReport["detection"]> {
  return columns.map((column) => {
    const groups = column.groups.map((group, g) => {
      const looked = membersOf(column, g).flatMap((row) => {
        const image = images[row];
        return image ? [{ row, image }] : [];
      });
      const rows = looked.map(({ row }) => row);
      const boxes = looked.reduce((sum, { image }) => sum + image.reference.length, 0);
      const scores =
        Math.min(rows.length, boxes) < options.fewestCases
          ? []
          : scoresOf(
              looked.map(({ image }) => image),
              classCount,
              bootstrapOf(rows, subjects, options),
            );
      return { group: [...group], n: rows.length, boxes, ap50: scores[0] ?? null, recall: scores[1] ?? null };
    });
    return { attributes: [...column.attributes], groups, gaps: [] };
  });
}

function scoresOf(images: readonly DetectionImage[], classCount: number, options: ReturnType<typeof bootstrapOf>) {
  return bootstrapDetection(images, classCount, ({ ap50, recall }) => [ap50, recall[100]], options);
}

function bootstrapOf(rows: readonly number[], subjects: Subjects, { seed, draws, level }: DenseOptions) {
  return { seed, draws, level, ...(subjects ? { subjects: rows.map((row) => subjects[row] ?? "") } : {}) };
}

function membersOf({ of }: GroupColumn, group: number): number[] {
  return [...of.keys()].filter((row) => of[row] === group);
}
