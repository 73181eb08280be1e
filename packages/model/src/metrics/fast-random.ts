/** Draws whole numbers in `0 … below − 1`. */
export type DrawBelow = (below: number) => number;

/**
 * A small, fast, seeded generator (sfc32 of PractRand, its state filled by splitmix32) for the millions of draws of a
 * bootstrap. `below` scales 32 bits down, so values differ in probability by at most below / 2³²: nothing for sets of
 * up to millions of cases.
 */
export function fastRandom(seed: number): DrawBelow {
  let filler = seed | 0;
  const fill = (): number => {
    filler = (filler + 0x9e3779b9) | 0;
    let mixed = filler ^ (filler >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
  let a = fill();
  let b = fill();
  let c = fill();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return (below) => Math.floor((next() * below) / 4_294_967_296);
}
