import { Card, CardHeader } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { roles } from "./roles.ts";

/** What each role may do, in a sentence. */
export function RoleLegend() {
  const t = useTranslations("members");
  const names = useTranslations("roles");
  return (
    <Card aria-labelledby="role-legend">
      <CardHeader title={<span id="role-legend">{t("rolesTitle")}</span>} />
      <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2">
        {roles.map((role) => (
          <div key={role} className="flex flex-col gap-0.5">
            <dt className="font-medium">{names(`${role}.name`)}</dt>
            <dd className="text-muted-foreground">{names(`${role}.explanation`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
