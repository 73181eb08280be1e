import Link from "next/link";
import { useTranslations } from "next-intl";

export interface ParentLinkProps {
  group: string;
  parent: { number: number; model: { id: string; name: string } };
}

/** The version that a model started from. */
export function ParentLink({ group, parent }: ParentLinkProps) {
  const t = useTranslations("training.parent");
  return (
    <Link
      href={`/g/${group}/models/${parent.model.id}/versions/${parent.number}`}
      className="text-primary underline-offset-4 hover:underline"
    >
      {t("option", { name: parent.model.name, version: parent.number })}
    </Link>
  );
}
