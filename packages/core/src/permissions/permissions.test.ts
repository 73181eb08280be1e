import { expect, test } from "vitest";
import { can, permissions } from "./permissions.ts";
import { scopes } from "./scopes.ts";

test("who may do what", () => {
  const roles = ["PUBLIC", "ANNOTATOR", "RESEARCHER", "REVIEWER", "OWNER"] as const;
  const rows = scopes.map((scope) => {
    return `${scope.padEnd(20)} ${roles.map((role) => (can(role, scope) ? "✓" : "·")).join(" ")}`;
  });
  expect(`\n${"".padEnd(20)} P A R V O\n${rows.join("\n")}\n`).toMatchInlineSnapshot(`
    "
                         P A R V O
    released-model:read  ✓ ✓ ✓ ✓ ✓
    group:read           · ✓ ✓ ✓ ✓
    member:read          · ✓ ✓ ✓ ✓
    member:update        · · · · ✓
    member:remove        · · · · ✓
    invitation:read      · · · · ✓
    invitation:create    · · · · ✓
    invitation:revoke    · · · · ✓
    dataset:read         · ✓ ✓ ✓ ✓
    dataset:import       · · ✓ · ✓
    dataset:export       · · ✓ · ✓
    dataset:publish      · · · · ✓
    dataset:delete       · · · · ✓
    task:read            · ✓ ✓ ✓ ✓
    task:create          · · ✓ · ✓
    label:write          · ✓ ✓ ✓ ✓
    label:read           · · ✓ · ✓
    upload:create        · · ✓ · ✓
    run:read             · · ✓ ✓ ✓
    run:create           · · ✓ · ✓
    run:cancel           · · ✓ · ✓
    model:read           · · ✓ ✓ ✓
    analysis:read        · · ✓ ✓ ✓
    analysis:create      · · ✓ · ✓
    analysis:cancel      · · ✓ · ✓
    latent:name          · · ✓ · ✓
    attribute:derive     · · ✓ · ✓
    model:release        · · ✓ · ✓
    preset:create        · · ✓ · ✓
    preset:release       · · ✓ · ✓
    audit:read           · · ✓ ✓ ✓
    audit:submit         · · ✓ · ✓
    audit:decide         · · · ✓ ✓
    audit:invite         · · · · ✓
    audit-event:read     · · · · ✓
    "
  `);
});

test("the owner may do all that any other role may", () => {
  for (const role of ["PUBLIC", "ANNOTATOR", "RESEARCHER", "REVIEWER"] as const) {
    expect(permissions.OWNER).toEqual(expect.arrayContaining([...permissions[role]]));
  }
});
