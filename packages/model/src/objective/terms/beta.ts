import type { Term } from "../term.ts";

/** `beta·KL` (Higgins et al. 2017). At 0 the code is free. */
export const beta: Term<"beta"> = {
  kind: "beta",
  weight: (settings) => settings.beta,
  value: (_settings, _input, shared) => shared.kl,
};
