"use client";

import { Button } from "@diaphane/ui";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { SampleTable } from "../sample-table.ts";
import { blocksBetween, cellGap, columnsFor, moveFocus, rowsFor } from "./grid-layout.ts";
import { createImageDrawer, type DrawImage, type ImageShape } from "./image-pixels.ts";
import { ImageRow } from "./image-row.tsx";
import { useElementSize } from "./use-element-size.ts";
import { usePixelBlocks } from "./use-pixel-blocks.ts";

export interface ImageGridProps {
  versionId: string;
  shape: ImageShape;
  table: SampleTable;
  /** Edge of a cell in CSS pixels. */
  cell: number;
  /** Position shown in the detail panel, or null. */
  open: number | null;
  onOpen(position: number): void;
  describe(position: number): string;
}

/** Rows kept ready above and below what is seen. */
const overscan = 3;

/** Pause in a long drag after which its place is taken for where one wants to be. */
const settleMs = 60;

/** Every image of a table as one scrolling grid; holds only the rows that are seen. */
export function ImageGrid({ versionId, shape, table, cell, open, onOpen, describe }: ImageGridProps) {
  const t = useTranslations("datasets.grid");
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const count = table.indices.length;
  const columns = columnsFor(width, cell);
  const store = usePixelBlocks(versionId, shape, table.indices);
  const hasFailures = useSyncExternalStore(store.blocks.subscribeFailures, store.blocks.hasFailures, () => false);
  const drawImage = useImageDrawer(shape);
  const [active, setActive] = useState(0);
  const focused = Math.min(active, Math.max(0, count - 1));
  const focusedRow = Math.floor(focused / columns);

  const virtualizer = useVirtualizer({
    count: width > 0 ? rowsFor(count, columns) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => cell + cellGap,
    overscan,
    // The row with the focus stays, wherever one scrolls: keys must go on working from it.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (seen.includes(focusedRow) || focusedRow >= range.count) return seen;
      return [...seen, focusedRow].sort((a, b) => a - b);
    },
  });
  // Sizes don't follow from the items themselves but from the zoom.
  const measure = virtualizer.measure;
  useEffect(() => {
    if (cell > 0) measure();
  }, [cell, measure]);

  const first = (virtualizer.range?.startIndex ?? 0) * columns;
  const last = Math.min(count, ((virtualizer.range?.endIndex ?? 0) + 2) * columns) - 1;
  useEffect(() => {
    // Half a block ahead and behind, so that slow scrolling never meets a placeholder.
    const ahead = store.blockSize / 2;
    const blocks = last < first ? [] : blocksBetween(first - ahead, Math.min(count - 1, last + ahead), store.blockSize);
    // Far from what is here (somebody drags the bar): waits until they slow down instead of asking and cancelling.
    const isFar = !blocks.some((block) => store.blocks.get(block));
    const timer = setTimeout(() => store.blocks.want(blocks), isFar ? settleMs : 0);
    return () => clearTimeout(timer);
  }, [store, first, last, count]);

  useEffect(() => {
    if (open === null) return;
    setActive(open);
    virtualizer.scrollToIndex(Math.floor(open / columns));
  }, [open, columns, virtualizer]);

  // After each rendering: rows are recycled, so what has the focus may have become another image, or only now be there.
  useLayoutEffect(() => {
    const grid = scroller.current;
    const current = document.activeElement;
    if (!grid?.contains(current) || !(current instanceof HTMLElement)) return;
    if (current === grid || current.dataset["position"] === `${focused}`) return;
    grid.querySelector<HTMLElement>(`[data-position="${focused}"]`)?.focus({ preventScroll: true });
  });

  const handleKey = useStable((event: KeyboardEvent<HTMLElement>) => {
    const rowsPerPage = Math.max(1, Math.floor(height / (cell + cellGap)) - 1);
    const wholeGrid = event.ctrlKey || event.metaKey;
    const next = moveFocus(focused, event.key, { columns, count, rowsPerPage, wholeGrid });
    if (next === null || event.altKey) return;
    event.preventDefault();
    setActive(next);
    virtualizer.scrollToIndex(Math.floor(next / columns));
  });

  const handleClick = useStable((event: MouseEvent<HTMLElement>) => {
    const position = Number(event.currentTarget.dataset["position"]);
    setActive(position);
    onOpen(position);
  });

  // A row that scrolls in takes over the elements of one that scrolled out: no element is made while scrolling. Rows next to
  // each other never share a key; the row that is kept only for its focus has one of its own.
  const rows = virtualizer.getVirtualItems();
  const pool = Math.max(Math.ceil(height / (cell + cellGap)) + 2 * overscan + 2, rows.length);
  const range = virtualizer.range;
  const isStray = (row: number) => !range || row < range.startIndex - overscan || row > range.endIndex + overscan;

  return (
    <div
      ref={scroller}
      className="h-full overflow-x-hidden overflow-y-auto overscroll-contain"
      data-testid="image-grid"
    >
      {hasFailures ? (
        <div
          role="alert"
          className="dark sticky top-0 z-10 flex items-center gap-3 bg-danger-surface px-3 py-2 text-sm text-foreground"
        >
          {t("blockFailed")}
          <Button size="small" variant="secondary" onClick={() => store.blocks.retry()}>
            {t("retry")}
          </Button>
        </div>
      ) : null}
      <ul aria-label={t("label", { count })} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((item) => (
          <ImageRow
            key={isStray(item.index) ? "stray" : item.index % pool}
            row={item.index}
            top={item.start}
            columns={columns}
            cell={cell}
            table={table}
            shape={shape}
            store={store}
            drawImage={drawImage}
            focused={item.index === focusedRow ? focused : -1}
            open={open !== null && item.index === Math.floor(open / columns) ? open : -1}
            describe={describe}
            onClick={handleClick}
            onKeyDown={handleKey}
          />
        ))}
      </ul>
    </div>
  );
}

/** The same function for ever, which calls the latest: rows needn't be rendered again when a handler changes. */
function useStable<Event>(handler: (event: Event) => void): (event: Event) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((event: Event) => latest.current(event), []);
}

/** Null until the page runs in a browser: there is no canvas on the server. */
function useImageDrawer(shape: ImageShape): DrawImage | null {
  const { height, width, channels } = shape;
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return useMemo(
    () => (ready ? createImageDrawer({ height, width, channels }) : null),
    [ready, height, width, channels],
  );
}
