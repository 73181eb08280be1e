"use client";

import { Button, Input } from "@diaphane/ui";
import { useId, useState } from "react";

export interface Chip<Value extends string | number> {
  value: Value;
  label: string;
}

export interface ChipSetProps<Value extends string | number> {
  legend: string;
  help: string;
  chips: readonly Chip<Value>[];
  chosen: readonly Value[];
  onToggle: (value: Value) => void;
  /** Takes a number of the reader's own; there is no field for one when unset. */
  adding?: {
    label: string;
    button: string;
    min: number;
    max: number;
    step: number | "any";
    onAdd: (value: number) => void;
  };
}

/** Any number of a few: checkboxes as large as their words. */
export function ChipSet<Value extends string | number>(props: ChipSetProps<Value>) {
  const helpId = useId();
  return (
    <fieldset aria-describedby={helpId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{props.legend}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {props.chips.map(({ value, label }) => (
          <label
            key={value}
            className="flex cursor-pointer items-center gap-2 rounded-lg border border-border bg-card px-3 py-1.5 text-sm has-checked:border-primary has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring any-pointer-coarse:py-2.5"
          >
            <input
              type="checkbox"
              className="size-4 accent-primary outline-hidden"
              checked={props.chosen.includes(value)}
              onChange={() => props.onToggle(value)}
            />
            <span className="tabular">{label}</span>
          </label>
        ))}
        {props.adding ? <OwnValue {...props.adding} /> : null}
      </div>
      <p id={helpId} className="text-[0.8125rem] leading-snug text-muted-foreground">
        {props.help}
      </p>
    </fieldset>
  );
}

function OwnValue({ label, button, min, max, step, onAdd }: NonNullable<ChipSetProps<number>["adding"]>) {
  const [text, setText] = useState("");
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const isPossible = value >= min && value <= max && (step === "any" || Number.isInteger(value));
  function add(): void {
    if (!isPossible) return;
    onAdd(value);
    setText("");
  }
  return (
    <span className="flex items-center gap-2">
      <Input
        aria-label={label}
        className="w-24"
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // It would start the training.
          event.preventDefault();
          add();
        }}
      />
      <Button variant="secondary" disabled={!isPossible} onClick={add}>
        {button}
      </Button>
    </span>
  );
}
