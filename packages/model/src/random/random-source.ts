/** A stream of random numbers: same key, same stream, on every machine. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, bound). */
  below(bound: number): number;
}

/**
 * Random numbers for a list of key words, for example `(seed, purpose, step)`: no state is carried from one step to the next,
 * which is what makes a resumed run exact. Generator: xoshiro128** (Blackman & Vigna 2021), seeded by a murmur-style hash.
 */
export function randomSource(...key: number[]): RandomSource {
  const [a, b, c, d] = seedWords(key);
  const state: [number, number, number, number] = [a, b, c, d];
  let spare: number | null = null;
  const uniform = (): number => next(state) / 0x100000000;
  return {
    uniform,
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      // Box & Muller 1958; 1 − u keeps the logarithm's argument off zero.
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    below: (bound) => Math.floor(uniform() * bound),
  };
}

function next(s: [number, number, number, number]): number {
  const scrambled = Math.imul(s[1], 5);
  const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
  const shifted = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = (s[3] << 11) | (s[3] >>> 21);
  return result;
}

function seedWords(key: number[]): [number, number, number, number] {
  const words = key.flatMap((part) => [part >>> 0, Math.floor(Math.abs(part) / 0x100000000) >>> 0]);
  const word = (index: number): number => {
    let hash = Math.imul(index + 1, 0x9e3779b1);
    for (const value of words) {
      hash = Math.imul(hash ^ mix(value), 0x85ebca6b);
      hash = mix((hash << 13) | (hash >>> 19));
    }
    return mix(hash ^ words.length);
  };
  // The all-zero state is the generator's one fixed point.
  return [word(0), word(1), word(2), word(3) | 1];
}

/** The finaliser of MurmurHash3: every input bit changes every output bit about half of the time. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
