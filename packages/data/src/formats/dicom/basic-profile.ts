import profile from "./basic-profile.json" with { type: "json" };

/**
 * What the Basic Application Level Confidentiality Profile does with an attribute (PS3.15, Table E.1-1, 2026c): X remove, Z empty, D replace by a
 * dummy value, U replace by a UID that is the same within the set. `X/Z/D` and the like leave the choice to what the kind of
 * object requires; the last is taken, as it keeps every kind valid.
 */
export type ProfileAction = "X" | "Z" | "D" | "U";

const ACTIONS: Record<keyof typeof profile, ProfileAction> = {
  X: "X",
  Z: "Z",
  D: "D",
  U: "U",
  "X/Z": "Z",
  "X/D": "D",
  "Z/D": "D",
  "X/Z/D": "D",
  "X/Z/U*": "U",
};

const byTag = new Map<string, ProfileAction>();
for (const [code, action] of Object.entries(ACTIONS)) {
  for (const tag of Object.entries(profile).find(([name]) => name === code)?.[1] ?? []) byTag.set(tag, action);
}

/** Repeating groups of the table: curves, and overlays' data and comments. */
const REPEATING = /^(50[0-9A-F]{6}|60[0-9A-F]{2}(3000|4000))$/;

/** The action for a tag of eight hexadecimal digits; null keeps it. Private attributes (odd groups) are removed. */
export function profileAction(tag: string): ProfileAction | null {
  const isPrivate = Number.parseInt(tag.slice(3, 4), 16) % 2 === 1;
  if (isPrivate || REPEATING.test(tag)) return "X";
  return byTag.get(tag) ?? null;
}
