"use client";

import { Button, Card, ErrorState } from "@diaphane/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useErrorText } from "@/features/shell/error-text.ts";
import { useTRPC } from "@/trpc/client.tsx";

const pageSize = 50;
const removedSchema = z.array(z.object({ tag: z.string(), action: z.string() }));

/** What was taken out of each DICOM file of an import; nothing at all for an import without any. */
export function RemovedList({ importId }: { importId: string }) {
  const t = useTranslations("datasets.removed");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const list = useInfiniteQuery(
    trpc.import.files.infiniteQueryOptions(
      { importId, limit: pageSize },
      { getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.index), initialCursor: -1 },
    ),
  );
  if (list.isError) return <ErrorState title={errorText(list.error)} />;
  const files = list.data?.pages.flat() ?? [];
  if (files.length === 0) return null;
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{t("title")}</h2>
      <p className="text-sm text-muted-foreground">{t("text")}</p>
      <ul className="flex flex-col divide-y divide-border">
        {files.map(({ index, name, removed, note }) => {
          const done = removedSchema.safeParse(removed).data ?? [];
          return (
            <li key={index} className="py-2 text-sm">
              <details>
                <summary className="cursor-pointer">
                  {t("file", { number: index + 1, count: done.length })}{" "}
                  <span className="break-all font-mono text-[0.8125rem] text-muted-foreground">
                    {name ?? t("notKept")}
                  </span>
                </summary>
                {note ? (
                  <p lang="en" className="mt-2 text-sm">
                    {note}
                  </p>
                ) : null}
                <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 font-mono text-[0.8125rem]">
                  {done.map(({ tag, action }) => (
                    <li key={tag} className="break-all">
                      {tag}{" "}
                      {t.has(`action.${action}` as "action.removed")
                        ? t(`action.${action}` as "action.removed")
                        : action}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
      {list.hasNextPage ? (
        <Button
          variant="secondary"
          className="self-start"
          isBusy={list.isFetching}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </Card>
  );
}
