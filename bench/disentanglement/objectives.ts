import type { ObjectiveTerm } from "../../packages/model/src/objective/objective-term.ts";
import type { FactorGrid } from "./factor-grid.ts";

/** What is done with the KL, as terms beside reconstruction and classification. */
export interface NamedObjective {
  name: string;
  terms(grid: FactorGrid): ObjectiveTerm[];
}

const beta = (value: number): NamedObjective => ({
  name: value === 1 ? "VAE" : `β-VAE, β = ${value}`,
  terms: () => [{ kind: "beta", beta: value }],
});

const capacity = (gamma: number): ObjectiveTerm => ({ kind: "capacity", gamma, capacity: 25, rampShare: 0.5 });

/** Of these, alignment alone is told the factors: it is what can be had with labels, not a rival of the others (Locatello et al. 2019). */
export const objectives: readonly NamedObjective[] = [
  beta(1),
  beta(4),
  beta(16),
  { name: "capacity, γ = 10 (default)", terms: () => [capacity(10)] },
  { name: "capacity, γ = 100", terms: () => [capacity(100)] },
  {
    name: "β-TCVAE, β = 6",
    terms: () => [{ kind: "total-correlation", mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 }],
  },
  {
    name: "capacity + alignment",
    terms: ({ factors }) => [
      capacity(10),
      {
        ...{ kind: "alignment", weight: 100, delta: 1 },
        // An order is all that it can teach.
        attributes: factors
          .filter(({ kind, levels }) => kind === "ordered" || levels === 2)
          .map(({ name }, latent) => ({ name, latent })),
      },
    ],
  },
];

/** @throws Error that names what there is */
export function objectiveNamed(name: string): NamedObjective {
  const objective = objectives.find((candidate) => candidate.name === name);
  if (objective === undefined)
    throw new Error(`${name} is none of: ${objectives.map((known) => known.name).join("; ")}`);
  return objective;
}
