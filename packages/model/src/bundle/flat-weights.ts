import type { HostTensor } from "../network/fold-weights.ts";
import { type ParameterSpec, sizeOf } from "../network/parameter-spec.ts";

/** Cuts a flat vector into its named tensors. @param flat `[P]`, laid out as `specs` */
export function namedTensors(flat: Float32Array, specs: ParameterSpec[]): Map<string, HostTensor> {
  const tensors = new Map<string, HostTensor>();
  let offset = 0;
  for (const spec of specs) {
    const size = sizeOf(spec);
    tensors.set(spec.name, { shape: spec.shape, values: flat.slice(offset, offset + size) });
    offset += size;
  }
  return tensors;
}
