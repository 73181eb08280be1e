import { presetMethods } from "@diaphane/model/debias";
import { z } from "zod";
import type { Recipe } from "./engine/protocol.ts";

/** What an address says of a composition. */
export interface Composition {
  readonly recipe: Recipe;
  /** Null: the suggested one. */
  readonly alpha: number | null;
}

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const search = z.object({
  attribute: list.catch([]),
  method: z.enum(presetMethods).catch("cell-balanced-leace"),
  rank: z.enum(["1", "2"]).catch("1"),
  alpha: z.string().transform(Number).pipe(z.number().min(0).max(1)).nullable().catch(null),
});

/** Reads the page's search parameters; what is missing or wrong is as at first. */
export function compositionOf(parameters: unknown): Composition {
  const { attribute, method, rank, alpha } = search.parse(parameters);
  return { recipe: { attributes: attribute, method, rank: rank === "1" ? 1 : 2 }, alpha };
}

/** The search parameters that bring a composition back, those of other things as they are. */
export function compositionSearch(before: string, { recipe, alpha }: Composition): string {
  const next = new URLSearchParams(before);
  for (const name of ["attribute", "method", "rank", "alpha"]) next.delete(name);
  for (const attribute of recipe.attributes) next.append("attribute", attribute);
  next.set("method", recipe.method);
  next.set("rank", String(recipe.rank));
  if (alpha !== null) next.set("alpha", String(alpha));
  return next.toString();
}
