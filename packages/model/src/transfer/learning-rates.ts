import type { Architecture } from "../network/architecture.ts";
import type { ParameterSpec } from "../network/parameter-spec.ts";
import type { Transfer } from "./transfer-config.ts";

/** The share of the learning rate that a parameter moves with, by its name: 1 for the new heads, 0 for what is frozen. */
export function rateOf(architecture: Architecture, { tune, loadedRate }: Transfer, name: string): number {
  if (isOfHead(name)) return 1;
  if (tune === "head") return 0;
  return tune === "full" || isTunedPartly(architecture, name) ? loadedRate : 0;
}

/** Of the class head, or of what tells masks and boxes. */
export function isOfHead(parameterName: string): boolean {
  return parameterName.startsWith("head.");
}

/** The encoder's early layers stay: they see edges and textures, which is what images of any kind share. */
function isTunedPartly({ units }: Architecture, name: string): boolean {
  const lastStage = units.at(-1)?.main[0]?.name.split(".").slice(0, 2).join(".");
  if (lastStage === undefined) throw new Error("The network has no stages.");
  const isEarly = name.startsWith("encoder.stem") || name.startsWith("encoder.stage");
  return !isEarly || name.startsWith(`${lastStage}.`);
}

/** Places of the parameters that learn, among those of the network. */
export function learningPlaces(architecture: Architecture, transfer: Transfer | undefined): number[] {
  const learns = ({ name }: ParameterSpec) => transfer === undefined || rateOf(architecture, transfer, name) > 0;
  return [...architecture.parameters.entries()].flatMap(([place, spec]) => (learns(spec) ? [place] : []));
}

/** Whether a layer's weights stay as they are, and with them what its normalisation uses. */
export function isFrozen(architecture: Architecture, transfer: Transfer | undefined, layerName: string): boolean {
  return transfer !== undefined && rateOf(architecture, transfer, `${layerName}.kernel`) === 0;
}
