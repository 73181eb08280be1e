import { useTranslations } from "next-intl";

/** A group's values in words; one that is not known is said to be. */
export function useGroupName(): (group: readonly (string | null)[]) => string {
  const t = useTranslations("bias.report");
  return (group) => group.map((value) => value ?? t("missing")).join(" · ");
}
