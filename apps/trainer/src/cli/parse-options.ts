import { InvalidArgumentError } from "commander";

/** A commander parser for whole numbers from `from` on. */
export function wholeNumber(from: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > 2 ** 31 - 1) {
      throw new InvalidArgumentError(`It must be a whole number from ${from}.`);
    }
    return value;
  };
}

/** A commander parser for numbers above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0) || !Number.isFinite(value))
    throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}
