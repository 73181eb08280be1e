import type { Term } from "../term.ts";

/** −log p(x given z), summed over pixels (Kingma & Welling 2014). The likelihood is the model's: see `likelihood.ts`. */
export const reconstruction: Term<"reconstruction"> = {
  kind: "reconstruction",
  weight: ({ weight }) => weight,
  value: (_settings, _input, shared) => shared.reconstruction,
};
