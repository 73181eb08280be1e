import { Checkbox } from "@diaphane/ui";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import type { FacetValue } from "./facets.ts";

export interface FacetGroupProps<Value extends string | number | null> {
  title: ReactNode;
  /** The group's name for screen readers. */
  label: string;
  values: FacetValue<Value>[];
  chosen: Value[];
  onToggle(value: Value): void;
}

/** The values of one facet as boxes to tick; any of the ticked ones passes. */
export function FacetGroup<Value extends string | number | null>(props: FacetGroupProps<Value>) {
  const format = useFormatter();
  return (
    <fieldset aria-label={props.label} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 max-w-full truncate text-xs font-medium text-muted-foreground">{props.title}</legend>
      {props.values.map(({ value, name, count }) => (
        <Checkbox
          key={`${value}`}
          checked={props.chosen.includes(value)}
          onCheckedChange={() => props.onToggle(value)}
          label={
            <span className="flex gap-2">
              <span className="break-words hyphens-auto">{name}</span>
              <span className="tabular text-muted-foreground">{format.number(count)}</span>
            </span>
          }
        />
      ))}
    </fieldset>
  );
}
