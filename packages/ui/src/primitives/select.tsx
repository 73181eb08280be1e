"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-names.ts";
import { controlStyle } from "./input.tsx";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** A second, quieter line in the list. */
  detail?: ReactNode;
  isDisabled?: boolean;
}

export interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

/** One of a few. Works by keyboard, by typing the first letters, and on touch. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, placeholder, disabled, name, className, ...control } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      name={name}
      disabled={disabled}
      onValueChange={(chosen) => {
        if (chosen !== null) onValueChange(chosen);
      }}
    >
      <Base.Trigger
        className={cn(
          controlStyle,
          "flex h-9 items-center justify-between gap-2 text-left data-disabled:opacity-60",
          className,
        )}
        {...control}
      >
        <Base.Value className="truncate data-placeholder:text-muted-foreground" placeholder={placeholder} />
        <Base.Icon className="text-muted-foreground">
          <ChevronsUpDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-hidden">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border border-border bg-popover p-1 text-popover-foreground shadow-lg outline-hidden">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.isDisabled}
                  className="grid cursor-default grid-cols-[1rem_1fr] items-start gap-x-2 rounded-md px-2 py-1.5 text-sm outline-hidden select-none data-disabled:opacity-50 data-highlighted:bg-accent data-highlighted:text-accent-foreground any-pointer-coarse:py-2.5"
                >
                  <Base.ItemIndicator className="col-start-1 pt-0.5">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                  <div className="col-start-2">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.detail ? <div className="text-xs text-muted-foreground">{option.detail}</div> : null}
                  </div>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
