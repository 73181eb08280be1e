import type { Architecture } from "../network/architecture.ts";
import { foldWeights, type HostWeights } from "../network/fold-weights.ts";
import { InvalidWeights } from "./invalid-weights.ts";

/**
 * Weights and statistics as inference needs them, see `foldWeights`.
 * @throws InvalidWeights when one is missing or has another shape
 */
export function foldChecked(architecture: Architecture, weights: HostWeights): HostWeights {
  checkShapes(architecture, weights);
  return foldWeights(architecture, weights);
}

function checkShapes({ parameters, statistics }: Architecture, weights: HostWeights): void {
  for (const { name, shape } of [...parameters, ...statistics]) {
    const found = weights.get(name)?.shape;
    if (found === undefined) throw new InvalidWeights(`The weights lack the tensor ${name}.`);
    if (found.join() !== shape.join()) {
      throw new InvalidWeights(
        `Tensor ${name} has shape [${found.join(", ")}]; the network needs [${shape.join(", ")}].`,
      );
    }
  }
}
