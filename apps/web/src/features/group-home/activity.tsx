"use client";

import { Card, CardHeader } from "@diaphane/ui";
import { useQuery } from "@tanstack/react-query";
import { useMessages, useTranslations } from "next-intl";
import { RelativeTime } from "@/features/shell/relative-time.tsx";
import type { Messages } from "@/i18n/messages.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { activityQuery } from "./activity-query.ts";

type Actions = Messages["group"]["actions"];

/** The group's log, newest first, in words. */
export function Activity({ group }: { group: string }) {
  const t = useTranslations("group");
  const { actions } = useMessages().group;
  const { data: events = [] } = useQuery({
    ...useTRPC().auditEvent.list.queryOptions(activityQuery(group)),
    refetchInterval: 20_000,
  });
  const known = events.flatMap((event) => {
    const key = event.action.replace(".", "-");
    return isAction(key, actions) ? [{ ...event, key }] : [];
  });
  return (
    <Card>
      <CardHeader title={t("activity")} />
      {known.length === 0 ? <p className="text-sm text-muted-foreground">{t("noActivity")}</p> : null}
      <ol className="flex flex-col gap-3 text-sm">
        {known.map((event) => (
          <li key={event.sequence} className="flex flex-col">
            <span>{t(`actions.${event.key}`, { name: event.actorName ?? t("trainer") })}</span>
            <span className="text-xs text-muted-foreground">
              <RelativeTime date={event.createdAt} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Actions are named by packages/core; one that has no sentence yet is left out of the overview. */
function isAction(key: string, actions: Actions): key is keyof Actions & string {
  return Object.hasOwn(actions, key);
}
