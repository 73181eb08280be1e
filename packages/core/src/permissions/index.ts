export { type AnyRole, can, permissions } from "./permissions.ts";
export { type Scope, scopes } from "./scopes.ts";
