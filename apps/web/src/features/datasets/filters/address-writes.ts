/**
 * What a page has written into its address and the router has not told of yet. The router hands each change on in a transition,
 * so behind images that are still being drawn it comes late, and the newest may come after an older one.
 */
export interface AddressWrites {
  /** The parameters that the router told of last; null before it told of any. */
  readonly told: string | null;
  /** Those written since, oldest first. */
  readonly pending: readonly string[];
}

export const noWrites: AddressWrites = { told: null, pending: [] };

export function addWrite({ told, pending }: AddressWrites, search: string): AddressWrites {
  return { told, pending: [...pending, search] };
}

/** The router has come to `search`: that write and those before it are done. One that nobody wrote is of a link, and ends them all. */
export function settleWrites(writes: AddressWrites, search: string): AddressWrites {
  if (search === writes.told) return writes;
  const place = writes.pending.lastIndexOf(search);
  return { told: search, pending: place < 0 ? [] : writes.pending.slice(place + 1) };
}
