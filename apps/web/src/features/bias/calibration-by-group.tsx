import type { Grouping } from "@diaphane/model/bias";
import { Card, CardHeader, RocChart } from "@diaphane/ui";
import { useTranslations } from "next-intl";
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
    <Card>
      <CardHeader
        title={`${t("calibration.title")} · ${grouping.attributes.join(" × ")}`}
        description={t("calibration.lead")}
      />
      <RocChart
        curves={curves}
        xLabel={t("calibration.x")}
        yLabel={t("calibration.y")}
        chanceLabel={t("calibration.ideal")}
        label={t("calibration.title")}
      />
    </Card>
  );
}
