import { useTranslations } from "next-intl";
import { useFigures } from "@/features/models/figures/use-figures.ts";
import type { ComposingCases } from "../cases/composing-cases.ts";
import type { Fitted } from "../engine/protocol.ts";

/** The three sets, what each is for, and that nobody is in two of them. */
export function SetSizes({ sets, evidence }: { sets: Fitted["sets"]; evidence: ComposingCases["evidence"] }) {
  const t = useTranslations("composer.sets");
  const { count } = useFigures();
  const rows = [
    ["fit", sets.fit],
    ["selection", sets.selection],
    ["evidence", evidence],
  ] as const;
  return (
    <section aria-labelledby="composer-sets" className="flex flex-col gap-2">
      <h2 id="composer-sets" className="text-sm font-medium">
        {t("title")}
      </h2>
      <dl className="flex flex-col gap-2 text-[0.8125rem]">
        {rows.map(([name, size]) => (
          <div key={name}>
            <dt className="flex justify-between gap-3 font-medium">
              {t(name)}
              <span className="tabular font-normal text-muted-foreground">
                {t("size", { count: count(size.count), subjects: count(size.subjects) })}
              </span>
            </dt>
            <dd className="text-muted-foreground">{t(`${name}Is`)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-[0.8125rem] text-muted-foreground">{t("disjoint")}</p>
    </section>
  );
}
