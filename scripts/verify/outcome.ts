/** How many checks of one part passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
}

export function addOutcomes(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** Runs a part. One that breaks off, or checks nothing at all, has failed: what was not checked must not pass. */
export async function outcomeOf(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    const outcome = await run();
    if (outcome.passed + outcome.failed > 0) return outcome;
    console.error(`${name}: nothing was checked.`);
  } catch (error) {
    console.error(`${name} broke off: ${error instanceof Error ? error.message : error}`);
  }
  return { passed: 0, failed: 1 };
}
