import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/**
 * The page's own parameters in its address. Writing goes through the browser's history, not through the server: nothing
 * is fetched again, and a link to what is seen is always in the address bar.
 */
export function useAddress() {
  const parameters = useSearchParams();
  const path = usePathname();
  const write = useCallback(
    (change: (current: URLSearchParams) => URLSearchParams) => {
      const next = change(new URLSearchParams(window.location.search)).toString();
      window.history.replaceState(null, "", next ? `${path}?${next}` : path);
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
