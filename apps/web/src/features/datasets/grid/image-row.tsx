import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef } from "react";
import type { SampleTable } from "../sample-table.ts";
import { cellGap } from "./grid-layout.ts";
import { type DrawImage, type ImageShape, imageBytes } from "./image-pixels.ts";
import type { PixelStore } from "./use-pixel-blocks.ts";

export interface ImageRowProps {
  row: number;
  /** Distance from the grid's top in CSS pixels. */
  top: number;
  columns: number;
  cell: number;
  table: SampleTable;
  shape: ImageShape;
  store: PixelStore;
  drawImage: DrawImage | null;
  /** Position with the keyboard focus when it is in this row, else −1. */
  focused: number;
  /** Position shown in the detail panel when it is in this row, else −1. */
  open: number;
  describe(position: number): string;
  onClick(event: MouseEvent<HTMLElement>): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/**
 * One row of images: a canvas with the pixels and, over it, one button an image for keyboard, pointer and screen reader.
 * Memoised, so that scrolling renders only the rows that come in.
 */
export const ImageRow = memo(function ImageRow(props: ImageRowProps) {
  const { row, top, columns, cell, table, shape, store, drawImage } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = row * columns;
  const count = Math.min(columns, table.indices.length - first);
  const width = columns * (cell + cellGap) - cellGap;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || !drawImage || count <= 0) return;
    const ratio = window.devicePixelRatio;
    const size = { width: Math.round(width * ratio), height: Math.round(cell * ratio) };
    // Setting a size makes a new bitmap, even when it is the same size.
    if (element.width !== size.width) element.width = size.width;
    if (element.height !== size.height) element.height = size.height;
    const bytes = imageBytes(shape);
    function draw() {
      if (!context || !drawImage) return;
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      for (let column = 0; column < count; column++) {
        const position = first + column;
        const block = store.blocks.get(Math.floor(position / store.blockSize));
        if (block?.status !== "ready") continue;
        const from = (position % store.blockSize) * bytes;
        drawImage(
          context,
          block.pixels.subarray(from, from + bytes),
          column * (cell + cellGap) * ratio,
          0,
          cell * ratio,
        );
      }
    }
    draw();
    const firstBlock = Math.floor(first / store.blockSize);
    const lastBlock = Math.floor((first + count - 1) / store.blockSize);
    const stops = Array.from({ length: lastBlock - firstBlock + 1 }, (_, i) =>
      store.blocks.subscribe(firstBlock + i, draw),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [first, count, width, cell, shape, store, drawImage]);

  return (
    <>
      <li aria-hidden className="absolute top-0 left-0" style={{ transform: `translateY(${top}px)` }}>
        <canvas ref={canvas} className="block bg-white/5" style={{ width, height: cell }} />
      </li>
      {numbersBelow(count).map((column) => {
        const position = first + column;
        const style = { transform: `translate(${column * (cell + cellGap)}px, ${top}px)`, width: cell, height: cell };
        return (
          <li
            key={column}
            aria-posinset={position + 1}
            aria-setsize={table.indices.length}
            className="absolute top-0 left-0"
            style={style}
          >
            <button
              type="button"
              aria-label={props.describe(position)}
              aria-pressed={position === props.open}
              tabIndex={position === props.focused ? 0 : -1}
              data-position={position}
              onClick={props.onClick}
              onKeyDown={props.onKeyDown}
              className="size-full cursor-pointer rounded-xs outline-offset-[-2px] hover:outline-2 hover:outline-white/60 focus-visible:outline-3 focus-visible:outline-primary aria-pressed:outline-3 aria-pressed:outline-primary"
            />
          </li>
        );
      })}
    </>
  );
});

function numbersBelow(end: number): number[] {
  return Array.from({ length: Math.max(0, end) }, (_, i) => i);
}
