import { type LatentMap, unpackNumbers } from "@diaphane/model/latent";

/** Something that points can be coloured and filtered by. */
export interface MapColumn {
  /** `label`, `error`, or `attribute:<name>`: what addresses and controls call it. */
  key: string;
  kind: "label" | "error" | "attribute";
  /** Of an attribute. */
  name: string;
  /** Empty for a number. */
  values: readonly string[];
  /** `[count]`, NaN where unknown */
  column: Float32Array;
}

/** A map unpacked for drawing: point `i` is image `i` of the data set. */
export interface MapPoints {
  count: number;
  /** `[count, 2]`, within −1 … 1, proportions kept */
  positions: Float32Array;
  explained: LatentMap["explained"];
  columns: readonly MapColumn[];
}

export function mapPoints(map: LatentMap): MapPoints {
  const columns = map.columns.map(({ attribute, values, column }): MapColumn => {
    const about = attribute === null ? { key: "label", kind: "label" as const, name: "" } : ofAttribute(attribute);
    return { ...about, values, column: unpackNumbers(column) };
  });
  const errors: MapColumn[] = map.wrong
    ? [{ key: "error", kind: "error", name: "", values: ["right", "wrong"], column: unpackNumbers(map.wrong) }]
    : [];
  const { count, explained } = map;
  return { count, explained, positions: fitted(unpackNumbers(map.positions)), columns: [...columns, ...errors] };
}

function ofAttribute(name: string) {
  return { key: `attribute:${name}`, kind: "attribute" as const, name };
}

function fitted(positions: Float32Array): Float32Array {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [place, value] of positions.entries()) {
    const axis = place % 2;
    low[axis] = Math.min(low[axis] ?? value, value);
    high[axis] = Math.max(high[axis] ?? value, value);
  }
  const extent = Math.max((high[0] ?? 0) - (low[0] ?? 0), (high[1] ?? 0) - (low[1] ?? 0)) || 1;
  return positions.map((value, place) => {
    const axis = place % 2;
    return ((value - ((low[axis] ?? 0) + (high[axis] ?? 0)) / 2) * 2) / extent;
  });
}
