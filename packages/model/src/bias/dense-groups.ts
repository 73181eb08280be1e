import { detectionScores } from "../metrics/detection/detection-scores.ts";
import { matchDetections } from "../metrics/detection/match-detections.ts";
import type { GroupColumn } from "./attribute-column.ts";
import type { AuditRequest } from "./audit-request.ts";
import type { BiasReport } from "./bias-report.ts";
import { type DenseCases, type DenseOptions, denseGrouping } from "./dense-grouping.ts";

type Subjects = readonly string[] | undefined;

/** Dice and HD95 of every group, means over the images that have them, and the gaps between groups. */
export function auditSegmentation(
  { dice, hd95 }: NonNullable<AuditRequest["segmentation"]>,
  columns: readonly GroupColumn[],
  subjects: Subjects,
  options: DenseOptions,
): NonNullable<BiasReport["segmentation"]> {
  const rows = Int32Array.from([...dice.keys()].filter((row) => Number.isFinite(dice[row])));
  const values = [dice, hd95].map((of) => Float64Array.from(rows, (row) => of[row] ?? Number.NaN));
  const cases: DenseCases = {
    ...{ rows, kinds: ["dice", "hd95"] },
    score(kind, group, groups, weights) {
      let [sum, total] = [0, 0];
      values[kind]?.forEach((value, place) => {
        if (groups[place] !== group || Number.isNaN(value)) return;
        sum += value * (weights[place] ?? 0);
        total += weights[place] ?? 0;
      });
      return sum / total;
    },
    isEnough: (kind, members) =>
      members.filter((place) => Number.isFinite(values[kind]?.[place])).length >= options.fewestCases,
  };
  return columns.map((column) => {
    const { members, estimates, gaps } = denseGrouping(cases, column, subjects, options);
    const groups = column.groups.map((group, g) => ({
      ...{ group: [...group], n: members[g]?.length ?? 0 },
      ...{ dice: estimates[0]?.[g] ?? null, hd95: estimates[1]?.[g] ?? null },
    }));
    return { attributes: [...column.attributes], groups, gaps };
  });
}

/** AP50 and recall of every group, by COCO's rules within it, and the gaps between groups. Boxes are matched once for all draws. */
export function auditDetection(
  { images, classCount }: NonNullable<AuditRequest["detection"]>,
  columns: readonly GroupColumn[],
  subjects: Subjects,
  options: DenseOptions,
): NonNullable<BiasReport["detection"]> {
  const looked = images.flatMap((image, row) => (image ? [{ image, row }] : []));
  const matches = matchDetections(
    looked.map(({ image }) => image),
    classCount,
  );
  const boxesOf = (place: number): number => looked[place]?.image.reference.length ?? 0;
  const boxesAmong = (members: readonly number[]): number => members.reduce((sum, place) => sum + boxesOf(place), 0);
  const cases: DenseCases = {
    ...{ rows: Int32Array.from(looked, ({ row }) => row), kinds: ["ap50", "recall"] },
    score(kind, group, groups, weights) {
      const own = weights.map((weight, place) => (groups[place] === group ? weight : 0));
      // A resample may hold images without a box alone.
      if (!own.some((weight, place) => weight > 0 && boxesOf(place) > 0)) return Number.NaN;
      const { ap50, recall } = detectionScores(matches, own);
      return kind === 0 ? ap50 : recall[100];
    },
    isEnough: (_, members) => Math.min(members.length, boxesAmong(members)) >= options.fewestCases,
  };
  return columns.map((column) => {
    const { members, estimates, gaps } = denseGrouping(cases, column, subjects, options);
    const groups = column.groups.map((group, g) => ({
      ...{ group: [...group], n: members[g]?.length ?? 0, boxes: boxesAmong(members[g] ?? []) },
      ...{ ap50: estimates[0]?.[g] ?? null, recall: estimates[1]?.[g] ?? null },
    }));
    return { attributes: [...column.attributes], groups, gaps };
  });
}
