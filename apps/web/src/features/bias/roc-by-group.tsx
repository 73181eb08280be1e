import type { Grouping } from "@diaphane/model/bias";
import { RocChart } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { FigureCard } from "./figure-card.tsx";
import { GroupImages } from "./images/group-images.tsx";
import { useGroupName } from "./use-group-name.ts";

/** A curve for each group of an attribute; nothing where there are none. */
export function RocByGroup({ grouping }: { grouping: Grouping }) {
  const t = useTranslations("bias");
  const nameOf = useGroupName();
  const curves = grouping.groups
    .filter(({ roc }) => roc.length > 0)
    .map(({ group, roc }) => ({
      ...{ key: nameOf(group), name: nameOf(group) },
      falsePositiveRate: roc.map((point) => point.falsePositiveRate),
      truePositiveRate: roc.map((point) => point.truePositiveRate),
    }));
  if (curves.length === 0) return null;
  return (
    <FigureCard
      figure={{ kind: "roc", attribute: grouping.attributes.join(" × ") }}
      title={t("roc.title")}
      description={t("groups.by", { attribute: grouping.attributes.join(" × ") })}
    >
      <RocChart
        curves={curves}
        xLabel={t("roc.x")}
        yLabel={t("roc.y")}
        chanceLabel={t("roc.chance")}
        label={t("roc.title")}
      />
      <GroupImages grouping={grouping} has={({ roc }) => roc.length > 0} />
    </FigureCard>
  );
}
