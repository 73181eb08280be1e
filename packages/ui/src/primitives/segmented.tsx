"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "../class-names.ts";

export interface SegmentedProps<Value extends string> {
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onValueChange: (value: Value) => void;
  "aria-label": string;
  className?: string;
}

/** One of two to four, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <RadioGroup
      value={props.value}
      onValueChange={props.onValueChange}
      aria-label={props["aria-label"]}
      className={cn("inline-flex w-fit rounded-lg border border-border bg-card p-0.5", props.className)}
    >
      {props.options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className="cursor-pointer rounded-md px-3 py-1.5 text-sm font-medium text-muted-foreground hover:text-foreground data-checked:bg-accent data-checked:text-accent-foreground any-pointer-coarse:py-2.5"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
