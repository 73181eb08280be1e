import { cn, Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "./relative-time.tsx";

export interface LinkedRow {
  key: string;
  href: string;
  /** What the row is called: the link to its page. */
  name: ReactNode;
  /** Between its name and its time. */
  cells: readonly ReactNode[];
  time: Date;
}

export interface LinkedTableProps {
  /** For those who hear the table. */
  title: string;
  /** Headings, one a column: the name's, the cells', the time's. */
  columns: readonly string[];
  rows: readonly LinkedRow[];
  /** When the table is the whole of a card, to its edge. */
  isFlush?: boolean;
}

/** A list of things that have a page of their own each, and a time. */
export function LinkedTable({ title, columns, rows, isFlush = false }: LinkedTableProps) {
  const edge = isFlush && "pl-5";
  return (
    <Table>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column, place) => (
            <TableHead key={column} className={cn(place === 0 && edge)}>
              {column}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, href, name, cells, time }) => (
          <TableRow key={key}>
            <TableCell className={cn("max-w-96", edge)}>
              <Link href={href} className="font-medium break-words text-primary underline-offset-4 hover:underline">
                {name}
              </Link>
            </TableCell>
            {cells.map((cell, place) => (
              <TableCell key={columns[place + 1]} className="max-w-80 break-words">
                {cell}
              </TableCell>
            ))}
            <TableCell className="whitespace-nowrap text-muted-foreground">
              <RelativeTime date={time} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
