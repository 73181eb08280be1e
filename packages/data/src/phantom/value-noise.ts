import type { PhantomRandom } from "./phantom-random.ts";

/** Smooth random texture over the plane −1…1, about −1…1: a lattice of draws, joined smoothly. */
export class ValueNoise {
  private readonly lattice: Float64Array;
  private readonly cells: number;

  constructor(random: PhantomRandom, cells: number) {
    this.cells = cells;
    this.lattice = new Float64Array((cells + 2) * (cells + 2));
    for (let i = 0; i < this.lattice.length; i++) this.lattice[i] = random.between(-1, 1);
  }

  at(x: number, y: number): number {
    const stride = this.cells + 2;
    const gx = Math.min(this.cells, Math.max(0, ((x + 1) / 2) * this.cells));
    const gy = Math.min(this.cells, Math.max(0, ((y + 1) / 2) * this.cells));
    const column = Math.floor(gx);
    const row = Math.floor(gy);
    const tx = gx - column;
    const ty = gy - row;
    const sx = tx * tx * (3 - 2 * tx);
    const sy = ty * ty * (3 - 2 * ty);
    const corner = row * stride + column;
    const a = this.lattice[corner] ?? 0;
    const b = this.lattice[corner + 1] ?? 0;
    const c = this.lattice[corner + stride] ?? 0;
    const d = this.lattice[corner + stride + 1] ?? 0;
    const top = a + (b - a) * sx;
    return top + (c + (d - c) * sx - top) * sy;
  }
}
