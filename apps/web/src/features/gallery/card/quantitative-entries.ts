import type { CardFacts } from "./card-facts.ts";
import { type CardEntry, measured } from "./card-section.ts";
import type { CardWords } from "./card-words.ts";

/** Every figure with its interval. A figure that such a model does not have is left out; one that it could have is not measured. */
export function quantitative({ metrics, version, audit }: CardFacts, { t, estimate }: CardWords): CardEntry[] {
  const test = metrics?.test ?? null;
  const { classes, maskClasses, boxClasses } = version.datasetVersion;
  const decision = test?.atThreshold ?? test?.atHalf ?? null;
  const worst = audit?.worstGroup ?? null;
  const ofClasses = [
    measured(t("names.auroc"), estimate(test?.auc)),
    measured(t("names.accuracy"), estimate(decision?.accuracy)),
    measured(t("names.balancedAccuracy"), estimate(decision?.balancedAccuracy)),
    ...(classes.length === 2
      ? [
          measured(t("names.sensitivity"), estimate(decision?.sensitivity)),
          measured(t("names.specificity"), estimate(decision?.specificity)),
        ]
      : []),
    measured(t("names.calibration"), estimate(test?.calibrated?.ece ?? test?.ece)),
    measured(t("names.brier"), estimate(test?.brier)),
    measured(
      t("names.worstGroup"),
      worst &&
        t("values.worst", {
          ...{ label: worst.label, group: worst.group, n: worst.n },
          value: estimate(worst.accuracy) ?? "",
        }),
    ),
  ];
  return [
    ...(classes.length > 1 ? ofClasses : []),
    ...(maskClasses.length > 0 ? [measured(t("names.dice"), estimate(test?.segmentation?.dice))] : []),
    ...(boxClasses.length > 0 ? [measured(t("names.ap50"), estimate(test?.detection?.overall?.ap50))] : []),
    measured(t("names.psnr"), estimate(test?.psnr)),
    measured(t("names.ssim"), estimate(test?.ssim)),
    measured(t("names.quantised"), null),
  ];
}
