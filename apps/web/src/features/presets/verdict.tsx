import type { BiasReport } from "@diaphane/model/bias";
import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import { type Change, changeOf } from "./change-of.ts";

const taskWords = { more: "taskMore", less: "taskLess", same: "taskSame" } as const;

/** What a preset did, in words: by attribute for the worst cell, then for the task. One that does not help is said not to. */
export function Verdict({ before, after }: { before: BiasReport; after: BiasReport }) {
  const t = useTranslations("presets.page");
  const findings = useTranslations("bias.findings");
  const { interval } = useFigures();
  const said = (estimate: Change["before"]) => interval(estimate.value, estimate.interval);
  const unused = before.use.filter(({ isReliedOn }) => !isReliedOn);
  const task = changeOf(before.overall.auroc, after.overall.auroc);
  const weak = before.findings.find(({ kind }) => kind === "weakModel");
  return (
    <Card>
      <CardHeader title={t("verdict")} level={3} />
      <ul className="flex flex-col gap-2 text-sm">
        {weak?.kind === "weakModel" ? (
          <li className="rounded-lg bg-warning-surface px-4 py-2">
            {findings("weakModel", { auroc: said(weak.auroc) })}
          </li>
        ) : null}
        {after.performance.map((grouping, index) => {
          const attribute = grouping.attributes.join(" × ");
          const change = changeOf(before.performance[index]?.worstCell?.accuracy, grouping.worstCell?.accuracy);
          return (
            <li key={attribute}>
              {change
                ? `${t("helped", { attribute, before: said(change.before), after: said(change.after) })} ${t(change.kind)}`
                : t("cellUnknown", { attribute })}
            </li>
          );
        })}
        {task ? (
          <li>
            {t("task", { before: said(task.before), after: said(task.after) })} {t(taskWords[task.kind])}
          </li>
        ) : null}
        {unused.map(({ attribute }) => (
          <li key={attribute} className="rounded-lg bg-warning-surface px-4 py-2">
            {t("notRelied", { attribute })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
