/** Everything that can be done, as `entity:verb`. Pages ask for the same scopes that the verbs demand. */
export const scopes = [
  "released-model:read",
  "group:read",
  "member:read",
  "member:update",
  "member:remove",
  "invitation:read",
  "invitation:create",
  "invitation:revoke",
  "dataset:read",
  "dataset:import",
  "dataset:publish",
  "dataset:delete",
  "upload:create",
  "run:read",
  "run:create",
  "run:cancel",
  "model:read",
  "analysis:read",
  "analysis:create",
  "analysis:cancel",
  "latent:name",
  "audit-event:read",
] as const;

export type Scope = (typeof scopes)[number];
