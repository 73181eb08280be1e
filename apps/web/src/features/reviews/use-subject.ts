import { useTranslations } from "next-intl";

export interface AuditSubject {
  modelVersion: { number: number; model: { name: string } };
  preset: { name: string } | null;
}

/** What an audit is of, in words. */
export function useSubject(): (audit: AuditSubject) => string {
  const t = useTranslations("reviews");
  return ({ modelVersion: { number, model }, preset }) => {
    const { name } = model;
    return preset ? t("preset", { preset: preset.name, name, number }) : t("version", { name, number });
  };
}
