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

/** The network of the moving average, ready for inference; the caller disposes of it. */
export async function averagedNetwork(architecture: Architecture, state: TrainingState): Promise<Network> {
  return createNetwork(architecture.config, await averagedWeights(architecture, state));
}
