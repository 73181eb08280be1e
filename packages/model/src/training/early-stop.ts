import * as tf from "@tensorflow/tfjs-core";
import type { ValidationFigures } from "./training-event.ts";
import type { TrainingState } from "./training-state.ts";

/** The average of the epoch that did best on validation data, on the host. */
export interface BestAverage {
  /** The larger, the better; see `scoreOf`. */
  score: number;
  /** Counted from 1. */
  epoch: number;
  /** `[P]` */
  average: Float32Array;
  /** `[S]` */
  averageStatistics: Float32Array;
}

/**
 * Keeps the best average, and says when too many epochs have passed without a better one (Prechelt 1998). Part of a checkpoint, so that a resumed run
 * stops where the unbroken one does, with the same weights.
 */
export class EarlyStop {
  readonly #patienceEpochs: number;
  #best: BestAverage | undefined;

  /** @param best of a checkpoint */
  constructor(patienceEpochs: number, best: BestAverage | undefined) {
    this.#patienceEpochs = patienceEpochs;
    this.#best = best;
  }

  get best(): BestAverage | undefined {
    return this.#best;
  }

  /** Looks at the state after an epoch; it stays the caller's. */
  async after(epoch: number, figures: ValidationFigures, state: TrainingState): Promise<void> {
    const score = scoreOf(figures);
    if (this.#best !== undefined && score <= this.#best.score) return;
    const average = await state.average.data<"float32">();
    this.#best = { score, epoch, average, averageStatistics: await state.averageStatistics.data<"float32">() };
  }

  /** @param epochs that are over */
  isOver(epochs: number): boolean {
    return this.#best !== undefined && epochs - this.#best.epoch >= this.#patienceEpochs;
  }

  /** The state with the best average in place of its last; disposes of what it replaces. */
  withBest(state: TrainingState): TrainingState {
    if (this.#best === undefined) return state;
    tf.dispose([state.average, state.averageStatistics]);
    const { average, averageStatistics } = this.#best;
    return { ...state, average: tf.tensor1d(average), averageStatistics: tf.tensor1d(averageStatistics) };
  }
}

/**
 * The mean of AUC, Dice and AP50, of those that the network has a head for; where labels give no AUC the cross-entropy, and with nothing
 * to predict the reconstruction in dB. Which ones is the same at every epoch of a run.
 */
export function scoreOf({ auc, dice, ap50, loss, psnr }: ValidationFigures): number {
  const found = [auc, dice, ap50].filter((figure) => figure !== null);
  if (found.length > 0) return found.reduce((sum, figure) => sum + figure) / found.length;
  return loss === null ? psnr : -loss;
}
