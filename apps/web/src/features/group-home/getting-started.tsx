import { Button, Card } from "@diaphane/ui";
import { BrainCircuit, SlidersHorizontal, Upload } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

const steps = [
  { key: "stepImport", Icon: Upload },
  { key: "stepTrain", Icon: BrainCircuit },
  { key: "stepExplore", Icon: SlidersHorizontal },
] as const;

/** A group without data: the way to the first moved X-ray, and its first button. */
export function GettingStarted({ group, canImport }: { group: string; canImport: boolean }) {
  const t = useTranslations("group");
  return (
    <Card className="flex flex-col gap-6 p-6">
      <div className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">{t("welcome")}</h2>
        <p className="text-muted-foreground">{t("welcomeLead")}</p>
      </div>
      <ol className="grid gap-6 sm:grid-cols-3">
        {steps.map(({ key, Icon }, index) => (
          <li key={key} className="flex gap-3">
            <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-accent-foreground">
              <Icon aria-hidden className="size-5" />
            </span>
            <div className="flex flex-col gap-0.5 text-sm">
              <h3 className="font-medium">
                {index + 1}. {t(key)}
              </h3>
              <p className="text-muted-foreground">{t(`${key}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {canImport ? (
        <Button className="self-start" size="large" render={<Link href={`/g/${group}/data/import`} />}>
          <Upload aria-hidden />
          {t("importData")}
        </Button>
      ) : (
        <p className="text-sm text-muted-foreground">{t("askResearcher")}</p>
      )}
    </Card>
  );
}
