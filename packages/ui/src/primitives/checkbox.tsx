"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";

export interface CheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  help?: ReactNode;
  disabled?: boolean;
}

export function Checkbox({ checked, onCheckedChange, label, help, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <Base.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onCheckedChange}
        aria-describedby={help ? `${id}-help` : undefined}
        className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-sm border border-input bg-card data-checked:border-primary data-checked:bg-primary data-checked:text-primary-foreground data-disabled:opacity-50"
      >
        <Base.Indicator>
          <Check aria-hidden className="size-3.5" strokeWidth={3} />
        </Base.Indicator>
      </Base.Root>
      <div className="flex flex-col gap-0.5">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {help ? (
          <p id={`${id}-help`} className="text-[0.8125rem] text-muted-foreground">
            {help}
          </p>
        ) : null}
      </div>
    </div>
  );
}
