import type { ObjectiveTerm } from "../objective/objective-term.ts";

interface Problem {
  path: (string | number)[];
  message: string;
}

/** What terms that are right by themselves lack of one another, or of the settings around them. */
export function objectiveProblems(config: {
  objective: ObjectiveTerm[];
  labelledShare?: number | undefined;
  setSampling?: unknown;
}): Problem[] {
  const { objective, labelledShare, setSampling } = config;
  const classification = objective.find((term) => term.kind === "classification");
  return objective.flatMap((term, index) => {
    const problem = (key: string, message: string): Problem => ({ path: ["objective", index, key], message });
    if (term.kind === "consistency") {
      if (labelledShare === undefined)
        return problem("method", "Consistency needs a labelledShare: rows of each batch kept for labels.");
      if (setSampling !== undefined)
        return problem("method", "Consistency is about the classes of one set: leave out the sampling of several.");
      if (classification === undefined)
        return problem("method", "Consistency needs a classification term: it is about classes.");
      if (term.method === "mixmatch" && classification.groupDro) {
        return problem("method", "MixMatch mixes images of several groups, so GroupDRO can't weigh them.");
      }
    }
    if (term.kind === "classification" && term.groupBy === undefined && (term.groupDro || term.groupWeights)) {
      return problem("groupBy", "Groups are weighed, but no attribute says which there are: name it as groupBy.");
    }
    return [];
  });
}
