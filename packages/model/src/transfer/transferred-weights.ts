import type { Bundle } from "../bundle/open-bundle.ts";
import { dequantizeTensors } from "../bundle/quantize-tensors.ts";
import { readSafetensors } from "../bundle/safetensors.ts";
import { sha256 } from "../bundle/sha256.ts";
import type { Architecture } from "../network/architecture.ts";
import type { HostTensor, HostWeights } from "../network/fold-weights.ts";
import { isOfHead } from "./learning-rates.ts";
import type { Transfer } from "./transfer-config.ts";
import { TransferRefused } from "./transfer-errors.ts";

/** What the two networks must have in common for the weights of one to fit the other. */
const shared = ["size", "inputSize", "channels", "latentDim", "attentionMaps", "likelihood"] as const;

/**
 * Weights and statistics of a pre-trained model for the network that starts from it, by name; all but those of its heads.
 * @throws TransferRefused when the bundle is not the one that the run names, or of another network
 */
export async function transferredWeights(
  architecture: Architecture,
  { from }: Transfer,
  parent: Bundle | undefined,
): Promise<HostWeights> {
  if (parent === undefined) {
    throw new TransferRefused(`Training is to start from the model with weights ${from}, which was not given.`);
  }
  const found = await sha256(parent.weights);
  if (found !== from) {
    throw new TransferRefused(`Training is to start from the weights ${from}; the given model's are ${found}.`);
  }
  const { config } = architecture;
  const other = shared.find((key) => parent.manifest.model[key] !== config[key]);
  if (other !== undefined) {
    throw new TransferRefused(
      `The pre-trained model has ${other} ${parent.manifest.model[other]}, the network to train ${config[other]}; they must be the same.`,
    );
  }
  const { tensors } = readSafetensors(parent.weights);
  return withoutHead(architecture, dequantizeTensors(tensors));
}

function withoutHead(architecture: Architecture, weights: HostWeights): HostWeights {
  const loaded = new Map<string, HostTensor>();
  for (const { name, shape } of [...architecture.parameters, ...architecture.statistics]) {
    if (isOfHead(name)) continue;
    const tensor = weights.get(name);
    if (tensor?.shape.join() !== shape.join()) {
      throw new TransferRefused(
        `The pre-trained model's tensor ${name} is ${tensor ? `[${tensor.shape.join(", ")}]` : "missing"}; the network needs [${shape.join(", ")}].`,
      );
    }
    loaded.set(name, tensor);
  }
  return loaded;
}
