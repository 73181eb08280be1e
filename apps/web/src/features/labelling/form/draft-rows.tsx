"use client";

import { Button, Input } from "@diaphane/ui";
import { Plus, X } from "lucide-react";

/** One of the two texts of a row. */
interface RowText<Row> {
  of(row: Row): string;
  with(row: Row, text: string): Row;
  /** For a screen reader; `number` counts from 1. */
  label(number: number): string;
  placeholder(number: number): string;
  maxLength: number;
}

export interface DraftRowsProps<Row extends { id: number }> {
  rows: readonly Row[];
  onChange(rows: readonly Row[]): void;
  name: RowText<Row>;
  detail: RowText<Row>;
  /** A row with nothing in it yet. */
  blank(id: number): Row;
  add: string;
  remove(number: number): string;
}

/** Rows of a name and a detail, which are written, added and taken away. */
export function DraftRows<Row extends { id: number }>(props: DraftRowsProps<Row>) {
  const { rows, onChange, name, detail, blank, add, remove } = props;
  const next = Math.max(-1, ...rows.map(({ id }) => id)) + 1;
  const field = (row: Row, index: number, text: RowText<Row>, className: string) => (
    <Input
      aria-label={text.label(index + 1)}
      placeholder={text.placeholder(index + 1)}
      value={text.of(row)}
      maxLength={text.maxLength}
      className={className}
      onChange={({ target }) => onChange(rows.map((one) => (one.id === row.id ? text.with(one, target.value) : one)))}
    />
  );
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <div key={row.id} className="flex items-center gap-2 max-sm:flex-wrap">
          {field(row, index, name, "sm:w-56")}
          {field(row, index, detail, "min-w-0 flex-1")}
          <Button
            variant="ghost"
            size="icon"
            aria-label={remove(index + 1)}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button variant="secondary" size="small" className="self-start" onClick={() => onChange([...rows, blank(next)])}>
        <Plus aria-hidden />
        {add}
      </Button>
    </div>
  );
}
