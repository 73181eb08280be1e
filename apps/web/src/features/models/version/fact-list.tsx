import { Card, CardHeader } from "@diaphane/ui";
import type { ReactNode } from "react";

export interface Fact {
  name: string;
  value: ReactNode;
  /** A hash or a path: set apart, broken anywhere. */
  isCode?: boolean;
}

/** Names and their values, in a card. */
export function FactCard({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <Card className="min-w-0">
      <CardHeader title={title} />
      <dl className="flex flex-col gap-2.5 text-sm">
        {facts.map(({ name, value, isCode = false }) => (
          <div key={name} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className={isCode ? "min-w-0 font-mono text-xs leading-5 break-all" : "tabular min-w-0 break-words"}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
