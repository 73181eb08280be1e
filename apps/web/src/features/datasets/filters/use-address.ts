import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { addWrite, noWrites, settleWrites } from "./address-writes.ts";

/** Shared by all that show parameters of the page. */
let writes = noWrites;
const listeners = new Set<() => void>();

function change(next: typeof writes): void {
  if (next === writes) return;
  writes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // The page is left: what it wrote is nothing to the next one.
    if (listeners.size === 0) writes = noWrites;
  };
}

const newestWrite = (): string | null => writes.pending.at(-1) ?? null;
const noneOnServer = (): null => null;

/**
 * The page's own parameters in its address. Writing goes through the browser's history, not through the server: nothing
 * is fetched again, and a link to what is seen is always in the address bar. What is written shows at once, before the router
 * has told of it.
 */
export function useAddress() {
  const told = useSearchParams().toString();
  const path = usePathname();
  const search = useSyncExternalStore(subscribe, newestWrite, noneOnServer) ?? told;
  useEffect(() => change(settleWrites(writes, told)), [told]);
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  const write = useCallback(
    (edit: (current: URLSearchParams) => URLSearchParams) => {
      const next = edit(new URLSearchParams(newestWrite() ?? window.location.search)).toString();
      window.history.replaceState(null, "", next ? `${path}?${next}` : path);
      change(addWrite(writes, next));
    },
    [path],
  );
  const set = useCallback(
    (name: string, value: string | null) =>
      write((current) => {
        if (value === null) current.delete(name);
        else current.set(name, value);
        return current;
      }),
    [write],
  );
  return { parameters, write, set };
}
