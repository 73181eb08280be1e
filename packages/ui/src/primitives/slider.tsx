"use client";

import { Slider as Base } from "@base-ui/react/slider";
import type { Ref } from "react";
import { cn } from "../class-names.ts";

export interface SliderProps {
  value: number;
  onValueChange: (value: number) => void;
  /** After the drag or the key press, once. */
  onValueCommitted?: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** Shift + arrow, Page Up and Page Down. */
  largeStep?: number;
  /** Double-click, Backspace or Delete puts the value back to this. */
  resetValue?: number;
  /** Where the filled part begins, for values around a centre; the left end when unset. */
  origin?: number;
  disabled?: boolean;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  /** What a screen reader says for a value. */
  valueText?: (value: number) => string;
  thumbRef?: Ref<HTMLDivElement>;
  className?: string;
}

/** A value on a line; the whole height of the control takes the pointer (44 px for fingers), arrows move by `step`. */
export function Slider(props: SliderProps) {
  const { value, onValueChange, onValueCommitted, min, max, step = 1, largeStep, resetValue, valueText } = props;
  const reset =
    resetValue === undefined
      ? undefined
      : () => {
          onValueChange(resetValue);
          onValueCommitted?.(resetValue);
        };
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep ?? step * 10}
      disabled={props.disabled}
      onValueChange={onValueChange}
      onValueCommitted={onValueCommitted}
      thumbAlignment="center"
      className={cn("w-full", props.className)}
    >
      <Base.Control
        onDoubleClick={reset}
        className="relative flex h-8 w-full touch-none items-center select-none data-disabled:opacity-50 any-pointer-coarse:h-11"
      >
        <Base.Track className="h-1.5 w-full rounded-full bg-input/40">
          <Fill value={value} min={min} max={max} origin={props.origin ?? min} />
          <Base.Thumb
            ref={props.thumbRef}
            aria-label={props["aria-label"]}
            aria-labelledby={props["aria-labelledby"]}
            getAriaValueText={valueText ? (_formatted, current) => valueText(current) : undefined}
            onKeyDown={(event) => {
              if (!reset || (event.key !== "Backspace" && event.key !== "Delete")) return;
              event.preventDefault();
              reset();
            }}
            className="size-4.5 rounded-full border-2 border-primary bg-card shadow-sm transition-transform duration-75 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-ring data-dragging:scale-115 any-pointer-coarse:size-6"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}

/** The filled part, from the origin to the value, whichever is left. */
function Fill({ value, min, max, origin }: { value: number; min: number; max: number; origin: number }) {
  const share = (at: number) => (max > min ? Math.min(1, Math.max(0, (at - min) / (max - min))) : 0);
  const left = Math.min(share(value), share(origin));
  const width = Math.abs(share(value) - share(origin));
  return (
    <div
      aria-hidden
      className="absolute inset-y-0 rounded-full bg-primary"
      style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
    />
  );
}
