import { namedTensors } from "../bundle/flat-weights.ts";
import { createNetwork, type Network } from "../bundle/network.ts";
import type { Architecture } from "../network/architecture.ts";
import type { HostTensor } from "../network/fold-weights.ts";
import type { TrainingState } from "./training-state.ts";

/** The moving average of weights and statistics under their names. */
export async function averagedWeights(
  architecture: Architecture,
  state: TrainingState,
): Promise<Map<string, HostTensor>> {
  const average = await state.average.data<"float32">();
  const statistics = await state.averageStatistics.data<"float32">();
  return new Map([
    ...namedTensors(average, architecture.parameters),
    ...namedTensors(statistics, architecture.statistics),
  ]);
}

/** The network of the moving average at every stage of a run: one that takes the weights on, so that what an engine compiled for it is used again. */
export class AveragedNetwork {
  readonly #architecture: Architecture;
  #network: Network | undefined;

  constructor(architecture: Architecture) {
    this.#architecture = architecture;
  }

  /** Ready for inference until it is asked for again. */
  async of(state: TrainingState): Promise<Network> {
    const weights = await averagedWeights(this.#architecture, state);
    if (this.#network) this.#network.setWeights(weights);
    else this.#network = createNetwork(this.#architecture.config, weights);
    return this.#network;
  }

  dispose(): void {
    this.#network?.dispose();
  }
}
