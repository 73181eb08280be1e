import fc from "fast-check";
import { DataError } from "../data-error.ts";

/**
 * Changes and cuts bytes at random, reproducibly, and has them read: whatever the damage, reading ends with images or with a DataError.
 *
 * @throws what fast-check found otherwise, with the smallest damage that shows it
 */
export async function expectRefusals(
  good: Uint8Array,
  read: (bytes: Uint8Array) => Promise<unknown>,
  { runs = 200, within = good.length }: { runs?: number; within?: number } = {},
): Promise<void> {
  const byte = fc.tuple(fc.nat(within - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 12 }), fc.nat(good.length), async (changes, cut) => {
      const bytes = Uint8Array.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      try {
        await read(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
      }
    }),
    { numRuns: runs, seed: 7 },
  );
}
