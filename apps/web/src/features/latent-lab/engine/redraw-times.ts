const KEPT = 60;

/** How long the last redraws took, from asking for one to its pixels on the canvas. */
export interface RedrawTimes {
  add(milliseconds: number): void;
  /** Null before the second redraw. */
  median(): number | null;
}

export function createRedrawTimes(): RedrawTimes {
  const times: number[] = [];
  let isWarm = false;
  return {
    add(milliseconds) {
      // The first redraw waits for the engine to warm up and says nothing about the next.
      if (!isWarm) {
        isWarm = true;
        return;
      }
      times.push(milliseconds);
      if (times.length > KEPT) times.shift();
    },
    median() {
      return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
    },
  };
}
