import type { Grouping } from "@diaphane/model/bias";
import { RocChart } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { FigureCard } from "./figure-card.tsx";
import { GroupImages } from "./images/group-images.tsx";
import { useGroupName } from "./use-group-name.ts";

/** How sure the model is against how often it is right, a line a group, on the same square as a ROC curve. */
export function CalibrationByGroup({ grouping }: { grouping: Grouping }) {
  const t = useTranslations("bias");
  const nameOf = useGroupName();
  const curves = grouping.groups
    .filter(({ calibration }) => calibration.length > 1)
    .map(({ group, calibration }) => ({
      ...{ key: nameOf(group), name: nameOf(group) },
      falsePositiveRate: calibration.map(({ confidence }) => confidence),
      truePositiveRate: calibration.map(({ accuracy }) => accuracy),
    }));
  if (curves.length === 0) return null;
  return (
    <FigureCard
      figure={{ kind: "calibration", attribute: grouping.attributes.join(" × ") }}
      title={`${t("calibration.title")} · ${grouping.attributes.join(" × ")}`}
      description={t("calibration.lead")}
    >
      <RocChart
        curves={curves}
        xLabel={t("calibration.x")}
        yLabel={t("calibration.y")}
        chanceLabel={t("calibration.ideal")}
        label={t("calibration.title")}
      />
      <GroupImages grouping={grouping} has={({ calibration }) => calibration.length > 1} />
    </FigureCard>
  );
}
