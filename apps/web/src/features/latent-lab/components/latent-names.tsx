"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What people call a latent of the model in the lab. */
export interface LatentName {
  readonly latent: number;
  readonly name: string;
  readonly meaning: string;
}

const Names = createContext<readonly LatentName[]>([]);

export function LatentNames({ names, children }: { names: readonly LatentName[]; children: ReactNode }) {
  return <Names value={names}>{children}</Names>;
}

/** Name and meaning of a latent; undefined where nobody has named it. */
export function useLatentName(latent: number): LatentName | undefined {
  return useContext(Names).find((name) => name.latent === latent);
}
