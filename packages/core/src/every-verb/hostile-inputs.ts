/** Half a character: text for JavaScript, and for no database. */
const loneSurrogate = "\ud800";

/** Values that pass a careless schema and that PostgreSQL refuses, by the type of what they replace. */
function hostileValues(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value}\0`, `${value}${loneSurrogate}`, "\0".repeat(30)];
  if (typeof value === "number") return [2 ** 31, Number.MAX_SAFE_INTEGER, Number.NaN, -1];
  return [];
}

/** Copies of an input in each of which one value, however deep, or one key, is hostile. `where` names it. */
export function hostileInputs(input: unknown, where = "input"): { where: string; input: unknown }[] {
  if (Array.isArray(input)) {
    return input.flatMap((item, i) => {
      return hostileInputs(item, `${where}[${i}]`).map((one) => ({ ...one, input: input.with(i, one.input) }));
    });
  }
  if (input === null || typeof input !== "object") {
    return hostileValues(input).map((value) => ({ where: `${where} = ${JSON.stringify(value)}`, input: value }));
  }
  const values = Object.entries(input).flatMap(([key, value]) => {
    return hostileInputs(value, `${where}.${key}`).map((one) => ({ ...one, input: { ...input, [key]: one.input } }));
  });
  return [...values, { where: `${where}'s keys`, input: { ...input, "\0": ["\0"], [loneSurrogate]: [loneSurrogate] } }];
}
