export type SettingValue = string | number | boolean;

/** Settings by where they stand in the configuration, `objective.beta.beta`; one that is not there has no effect. */
export type Settings = Readonly<Record<string, SettingValue>>;

/**
 * A configuration as one flat record, whatever packages/model puts into it. The parts of a list are named by their `kind`,
 * as those of an objective are, else by their place; lists of plain values stay together.
 */
export function flattenSettings(config: unknown): Settings {
  return Object.fromEntries(entriesOf("", config));
}

function entriesOf(path: string, value: unknown): [string, SettingValue][] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, inner]) => entriesOf(join(path, key), inner));
  if (value.every((inner) => inner === null || typeof inner !== "object")) return [[path, value.join(", ")]];
  return value.flatMap((inner: unknown, index) => {
    const { kind, ...rest } = Object(inner);
    return typeof kind === "string" ? partEntries(join(path, kind), rest) : entriesOf(join(path, `${index}`), inner);
  });
}

/** A part without settings of its own is still there. */
function partEntries(path: string, settings: object): [string, SettingValue][] {
  const entries = entriesOf(path, settings);
  return entries.length > 0 ? entries : [[path, true]];
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
