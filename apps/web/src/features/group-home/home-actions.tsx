import { Button } from "@diaphane/ui";
import { BrainCircuit, Upload } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export function HomeActions({ group }: { group: string }) {
  const t = useTranslations("group");
  return (
    <>
      <Button variant="secondary" render={<Link href={`/g/${group}/data/import`} />}>
        <Upload aria-hidden />
        {t("importData")}
      </Button>
      <Button render={<Link href={`/g/${group}/models/new`} />}>
        <BrainCircuit aria-hidden />
        {t("train")}
      </Button>
    </>
  );
}
