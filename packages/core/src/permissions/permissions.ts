import type { Role } from "@diaphane/db/enums";
import type { Scope } from "./scopes.ts";

/** A role in a group; "PUBLIC" is everybody, signed in or not. */
export type AnyRole = Role | "PUBLIC";

const everybody = ["released-model:read"] as const satisfies Scope[];
const everyMember = [
  ...everybody,
  "group:read",
  "member:read",
  "dataset:read",
  "task:read",
  "label:write",
] as const satisfies Scope[];
const whoeverJudgesModels = [
  ...everyMember,
  "run:read",
  "model:read",
  "analysis:read",
  "audit:read",
] as const satisfies Scope[];
const whoeverMakesModels = [
  ...whoeverJudgesModels,
  "upload:create",
  "dataset:import",
  "dataset:export",
  "task:create",
  "label:read",
  "run:create",
  "run:cancel",
  "analysis:create",
  "analysis:cancel",
  "latent:name",
  "attribute:derive",
  "preset:create",
  "audit:submit",
  "model:release",
  "preset:release",
] as const satisfies Scope[];

/** Who may do what: the one table that server, pages and tests read. */
export const permissions: Readonly<Record<AnyRole, readonly Scope[]>> = {
  PUBLIC: everybody,
  ANNOTATOR: everyMember,
  RESEARCHER: whoeverMakesModels,
  REVIEWER: [...whoeverJudgesModels, "audit:decide"],
  OWNER: [
    ...whoeverMakesModels,
    "member:update",
    "member:remove",
    "invitation:read",
    "invitation:create",
    "invitation:revoke",
    "dataset:publish",
    "dataset:delete",
    "audit-event:read",
    "audit:decide",
    "audit:invite",
  ],
};

/** Whether that role has that scope. */
export function can(role: AnyRole, scope: Scope): boolean {
  return permissions[role].includes(scope);
}
