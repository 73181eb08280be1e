"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "../class-names.ts";

const itemStyle =
  "flex w-full cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-hidden select-none data-disabled:opacity-50 data-highlighted:bg-accent data-highlighted:text-accent-foreground any-pointer-coarse:py-2.5 [&_svg]:size-4 [&_svg]:shrink-0";

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

/** A list of actions under a button. */
export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50 outline-hidden">
          <Base.Popup className="min-w-44 rounded-lg border border-border bg-popover p-1 text-popover-foreground shadow-lg outline-hidden">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  onSelect?: () => void;
  isDanger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ children, onSelect, isDanger, disabled }: MenuItemProps) {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={cn(itemStyle, isDanger && "text-danger")}>
      {children}
    </Base.Item>
  );
}

/** An item that goes somewhere: `<MenuLink render={<Link href="…" />}>`. */
export function MenuLink({ children, render }: { children: ReactNode; render: ReactElement }) {
  return (
    <Base.LinkItem closeOnClick render={render} className={itemStyle}>
      {children}
    </Base.LinkItem>
  );
}

export interface MenuChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onValueChange: (value: Value) => void;
}

/** One of several inside of a menu. */
export function MenuChoice<Value extends string>({ label, options, value, onValueChange }: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup value={value ?? ""} onValueChange={onValueChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={itemStyle}>
          <span className="grid size-4 place-items-center">
            <Base.RadioItemIndicator>
              <Check aria-hidden />
            </Base.RadioItemIndicator>
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-border" />;
}
