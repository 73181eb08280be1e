import type { Factor, FactorData } from "../../packages/model/src/disentanglement/factor-data.ts";
import { generatedData } from "../../packages/model/src/disentanglement/generated-data.ts";
import type { ImageSet, TrainingData } from "../../packages/model/src/images/image-set.ts";
import { pickRows } from "../../packages/model/src/images/pick-rows.ts";
import { shuffledIndices } from "../../packages/model/src/random/shuffle.ts";

export interface GridFactor extends Factor {
  /** How many values it takes, evenly spaced: 0 … levels − 1. */
  levels: number;
}

/**
 * Every combination of a few levels of each factor, as dSprites is (Matthey et al. 2017): each image is drawn and encoded once,
 * and metrics may look at it as often as they like.
 */
export interface FactorGrid {
  name: string;
  factors: readonly GridFactor[];
  side: number;
  /** Draws one combination into `pixels`, uint8, from `first` on. @param index of the combination: textures and noise hang on it */
  draw(levels: readonly number[], index: number, pixels: Uint8Array, first: number): void;
  /** What a class head learns; empty when there is nothing to learn. */
  classes: string[];
  labelOf(levels: readonly number[]): number;
}

export function combinations({ factors }: Pick<FactorGrid, "factors">): number {
  return factors.reduce((product, { levels }) => product * levels, 1);
}

/** Levels of a combination, the last factor fastest. */
export function levelsAt({ factors }: Pick<FactorGrid, "factors">, index: number): number[] {
  let rest = index;
  return factors
    .map(({ levels }) => levels)
    .reverse()
    .map((levels) => {
      const level = rest % levels;
      rest = Math.floor(rest / levels);
      return level;
    })
    .reverse();
}

/** The other way. */
export function indexOfLevels({ factors }: Pick<FactorGrid, "factors">, levels: ArrayLike<number>): number {
  return factors.reduce((index, factor, place) => index * factor.levels + (levels[place] ?? 0), 0);
}

/** All combinations in order, with the level of each factor as an attribute. */
export function drawGrid(grid: FactorGrid): ImageSet {
  const { side, factors, classes } = grid;
  const count = combinations(grid);
  const images = new Uint8Array(count * side * side);
  const labels = new Int32Array(count);
  const attributes = new Map(factors.map(({ name }) => [name, new Float32Array(count)]));
  for (let index = 0; index < count; index++) {
    const levels = levelsAt(grid, index);
    grid.draw(levels, index, images, index * side * side);
    labels[index] = classes.length === 0 ? -1 : grid.labelOf(levels);
    factors.forEach(({ name }, place) => {
      attributes.get(name)?.set([levels[place] ?? 0], index);
    });
  }
  return { count, height: side, width: side, channels: 1, classes, images, labels, attributes };
}

/** What metrics draw from; an observation is the number of a combination. */
export function gridData(grid: Pick<FactorGrid, "factors">): FactorData<Int32Array> {
  const { factors } = grid;
  return generatedData({
    factors,
    drawFactors: (random) => factors.map(({ levels }) => random.below(levels)),
    observe: ({ rows, columns, values }) =>
      Int32Array.from({ length: rows }, (_, row) =>
        indexOfLevels(
          grid,
          Array.from({ length: columns }, (_value, column) => values[row * columns + column] ?? 0),
        ),
      ),
  });
}

/** Eight tenths to learn from, one to validate and one to test, the same whatever is trained on them. */
export function splitGrid(set: ImageSet): Required<TrainingData> {
  const order = shuffledIndices(set.count, 1);
  const [train, validation] = [Math.round(set.count * 0.8), Math.round(set.count * 0.9)];
  return {
    train: pickRows(set, order.subarray(0, train)),
    validation: pickRows(set, order.subarray(train, validation)),
    test: pickRows(set, order.subarray(validation)),
  };
}
