import type { BiasReport } from "@diaphane/model/bias";
import { Card, CardHeader, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { useGroupName } from "./use-group-name.ts";

/** Scores of masks and boxes by group, where the model draws any. */
export function DenseGroups({ segmentation = [], detection = [] }: Pick<BiasReport, "segmentation" | "detection">) {
  return (
    <>
      {segmentation.map(({ attributes, groups }) => (
        <Scores
          key={`masks ${attributes.join()}`}
          of="masks"
          attributes={attributes}
          names={["dice", "hd95"]}
          groups={groups}
        />
      ))}
      {detection.map(({ attributes, groups }) => (
        <Scores
          key={`boxes ${attributes.join()}`}
          of="boxes"
          attributes={attributes}
          names={["ap50", "recall"]}
          groups={groups}
        />
      ))}
    </>
  );
}

type Score = "dice" | "hd95" | "ap50" | "recall";
type Estimate = NonNullable<BiasReport["overall"]["accuracy"]>;

interface ScoresProps {
  of: "masks" | "boxes";
  attributes: string[];
  names: readonly Score[];
  groups: readonly ({ group: (string | null)[]; n: number } & { [Name in Score]?: Estimate | null })[];
}

function Scores({ of, attributes, names, groups }: ScoresProps) {
  const t = useTranslations("bias");
  const figures = useFigures();
  const nameOf = useGroupName();
  const title = t(`dense.${of}`, { attribute: attributes.join(" × ") });
  return (
    <Card>
      <CardHeader title={title} />
      <Table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <TableHead>{attributes.join(" × ")}</TableHead>
            {names.map((name) => (
              <TableHead key={name}>{t(`dense.${name}`)}</TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((one) => (
            <TableRow key={nameOf(one.group)}>
              <TableCell>
                {nameOf(one.group)} · {t("report.n", { n: one.n })}
              </TableCell>
              {names.map((name) => {
                const estimate = one[name];
                return (
                  <TableCell key={name} className="tabular">
                    {estimate ? figures.interval(estimate.value, estimate.interval) : t("report.notEnough")}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
