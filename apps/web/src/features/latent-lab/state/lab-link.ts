import {
  type DifferenceView,
  type ImageSource,
  initialLabState,
  type LabState,
  type LatentOrder,
  withOffset,
} from "./lab-state.ts";

const ORDERS: readonly LatentOrder[] = ["effect", "influence", "number"];
const DIFFERENCES: readonly DifferenceView[] = ["change", "loss"];
/** Far beyond any axis; a link that asks for more was not made by the lab. */
const LARGEST_OFFSET = 20;

/**
 * The query string of a state: `s` sample, `d` seed of a drawn image, `k` class, `z` offsets as `latent_offset` joined by
 * `*` (neither is escaped in a URL), `a` attention, `m` difference, `o` order, `p` preset as `slug_alpha`. What is at its default is left out.
 */
export function writeLabLink(state: LabState): string {
  const query = new URLSearchParams();
  if (state.source?.kind === "sample") query.set("s", String(state.source.index));
  if (state.source?.kind === "drawn") query.set("d", String(state.source.seed));
  if (state.classIndex !== null) query.set("k", String(state.classIndex));
  const moved = [...state.offsets].sort(([a], [b]) => a - b);
  if (moved.length > 0) query.set("z", moved.map(([latent, offset]) => `${latent}_${offset}`).join("*"));
  if (state.attention) query.set("a", "1");
  if (state.difference !== initialLabState.difference) query.set("m", state.difference);
  if (state.order !== initialLabState.order) query.set("o", state.order);
  if (state.preset) query.set("p", `${state.preset.slug}_${state.preset.alpha}`);
  return query.toString();
}

/** Reads a link. Parts that make no sense (an edited or truncated link) fall back to their defaults. */
export function readLabLink(search: string): LabState {
  const query = new URLSearchParams(search);
  return {
    source: readSource(query),
    classIndex: readCount(query.get("k")),
    offsets: readOffsets(query.get("z")),
    attention: query.get("a") === "1",
    difference: DIFFERENCES.find((view) => view === query.get("m")) ?? initialLabState.difference,
    order: ORDERS.find((order) => order === query.get("o")) ?? initialLabState.order,
    preset: readPreset(query.get("p")),
  };
}

function readSource(query: URLSearchParams): ImageSource | null {
  const index = readCount(query.get("s"));
  if (index !== null) return { kind: "sample", index };
  const seed = readCount(query.get("d"));
  return seed === null ? null : { kind: "drawn", seed };
}

function readPreset(text: string | null): LabState["preset"] {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)_(0(?:\.\d{1,2})?|1)$/.exec(text ?? "");
  return match?.[1] ? { slug: match[1], alpha: Number(match[2]) } : null;
}

function readCount(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readOffsets(text: string | null): LabState["offsets"] {
  let offsets = initialLabState.offsets;
  for (const part of text?.split("*") ?? []) {
    const match = /^(\d{1,4})_(-?\d{1,2}(?:\.\d{1,2})?)$/.exec(part);
    const offset = Number(match?.[2]);
    if (match && Math.abs(offset) <= LARGEST_OFFSET) offsets = withOffset(offsets, Number(match[1]), offset);
  }
  return offsets;
}
