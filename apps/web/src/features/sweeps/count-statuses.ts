export type Status = "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";

const order: readonly Status[] = ["SUCCEEDED", "RUNNING", "QUEUED", "FAILED", "CANCELLED"];

/** How many runs stand in each state, those states that none is in left out; what is done comes first. */
export function countStatuses(statuses: readonly Status[]): { status: Status; count: number }[] {
  return order.flatMap((status) => {
    const count = statuses.filter((other) => other === status).length;
    return count > 0 ? [{ status, count }] : [];
  });
}

/** Whether some run of them waits or trains. */
export function isUnderWay(statuses: readonly Status[]): boolean {
  return statuses.some((status) => status === "QUEUED" || status === "RUNNING");
}
