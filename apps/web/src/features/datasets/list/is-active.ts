/** Whether an import is still to come or under way. */
export function isActive(job: { status: string } | null): boolean {
  return job?.status === "QUEUED" || job?.status === "RUNNING";
}
