import {
  type InputSize,
  inputSizesOf,
  type SizeName,
  sizeNames,
} from "../../packages/model/src/network/model-config.ts";

export interface NetworkChoice {
  size: SizeName;
  inputSize: InputSize;
}

/** What the command says, or else the default of a set. @throws RangeError when there is no such network */
export function chooseNetwork(
  { size, inputSize }: { size?: string | undefined; inputSize?: string | undefined },
  otherwise: NetworkChoice,
): NetworkChoice {
  const name = size === undefined ? otherwise.size : sizeNames.find((known) => known === size);
  if (name === undefined) throw new RangeError(`--size names one of ${sizeNames.join(", ")}, not ${size}`);
  const sides = inputSizesOf(name);
  const wanted = inputSize ?? `${name === otherwise.size ? otherwise.inputSize : sides[0]}`;
  const side = sides.find((known) => `${known}` === wanted);
  if (side === undefined) throw new RangeError(`${name} reads images of ${sides.join(", ")} px, not ${wanted}`);
  return { size: name, inputSize: side };
}
