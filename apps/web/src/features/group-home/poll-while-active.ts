const activeStates: readonly string[] = ["QUEUED", "RUNNING"];

export function isActive(job: { status: string }): boolean {
  return activeStates.includes(job.status);
}

/** How soon to ask again for a list of jobs, in ms: soon while one is under way, now and then for what others start. */
export function pollWhileActive(jobs: readonly { status: string }[] | undefined): number {
  return jobs?.some(isActive) ? 2_000 : 20_000;
}
