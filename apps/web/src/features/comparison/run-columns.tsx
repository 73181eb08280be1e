"use client";

import { cn, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import type { ReactNode } from "react";
import type { ComparedRun } from "./compared-run.ts";
import { RunName } from "./run-name.tsx";

export interface RunRow {
  key: string;
  head: ReactNode;
  cell: (run: ComparedRun) => ReactNode;
  isHighlighted?: boolean;
}

export interface RunColumnsProps {
  caption: string;
  /** Over the rows' heads. */
  corner: string;
  runs: readonly ComparedRun[];
  rows: readonly RunRow[];
}

/** A table with a column for each run. */
export function RunColumns({ caption, corner, runs, rows }: RunColumnsProps) {
  return (
    <Table>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <TableHead>{corner}</TableHead>
          {runs.map((run) => (
            <TableHead key={run.run.id}>
              <RunName run={run} />
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cell, isHighlighted = false }) => (
          <TableRow key={key} className={cn(isHighlighted && "bg-accent text-accent-foreground")}>
            <th
              scope="row"
              className={cn("min-w-40 px-3 py-2 text-left font-normal", isHighlighted && "font-semibold")}
            >
              {head}
            </th>
            {runs.map((run) => (
              <TableCell key={run.run.id} className="tabular max-w-60 py-2 break-words">
                {cell(run)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
