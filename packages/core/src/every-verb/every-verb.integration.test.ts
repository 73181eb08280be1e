import { makeGroup, makeMember } from "@diaphane/db/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import * as core from "../index.ts";
import { can, scopes } from "../permissions/index.ts";
import { role as roleSchema } from "../schemas.ts";
import { makeWorld, type World } from "../testing/world.ts";
import { hostileInputs } from "./hostile-inputs.ts";
import type { VerbRow } from "./verb-row.ts";
import { verbTable } from "./verb-table.ts";

/** What packages/core exports besides verbs and errors: nothing of it acts for anybody. */
const notVerbs = [
  "auditedPlaces",
  "hashPassword",
  "homeFolder",
  "openPlatform",
  "placesOfSplit",
  "prepareDatabase",
  "startJobWorker",
  "verifyAuditChain",
  "verifyLog",
];

const verbNames = Object.entries(core)
  .filter(([name, exported]) => typeof exported === "function" && !notVerbs.includes(name))
  .filter(([, exported]) => !(Object(exported).prototype instanceof Error))
  .map(([name]) => name)
  .sort();

let world: World;
let table: Record<string, VerbRow>;
/** Owner of a group of their own, and in no other. */
let outsider: core.StoreContext;
/** Was an owner of the group, until the account was disabled. */
let disabled: core.StoreContext;

beforeAll(async () => {
  world = await makeWorld();
  table = await verbTable(world);
  outsider = world.asUser(await makeMember(world.db, (await makeGroup(world.db)).id, "OWNER"));
  const user = await makeMember(world.db, world.group.id, "OWNER");
  await world.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  disabled = world.asUser(user);
});
afterEach(() => world.setRole(world.users.owner, "OWNER"));
afterAll(() => world.close());

function rowOf(name: string): VerbRow {
  const row = table[name];
  if (!row) throw new Error(`${name} is exported by packages/core and missing in verb-table.ts: add it there`);
  return row;
}

/** Whoever may call that verb. */
function allowed({ needs }: VerbRow): core.StoreContext {
  if (needs === "worker") return world.worker;
  return needs === "nothing" ? world.visitor : world.owner;
}

const isScope = (needs: VerbRow["needs"]) => scopes.some((scope) => scope === needs);

/** The error's name and code; that a verb did not refuse is one too. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  return await call.then(
    () => "no refusal",
    (error: unknown) => (error instanceof core.DomainError ? `${error.name} ${error.code}` : String(error)),
  );
}

function countEvents() {
  return world.db.auditEvent.count();
}

test("the table has the verbs that are exported, and no others", () => {
  expect(Object.keys(table).sort()).toEqual(verbNames);
});

describe.each(verbNames)("%s", (name) => {
  test("refuses whoever may not, before anything is written", async () => {
    const row = rowOf(name);
    const input = await row.input();
    const before = await countEvents();
    if (row.needs === "worker") {
      for (const actor of [world.owner, outsider, world.visitor]) {
        expect(await refusalOf(row.call(actor, input))).toBe("ForbiddenError worker-only");
      }
    } else if (row.needs !== "nothing") {
      for (const actor of [world.visitor, world.worker]) {
        expect(await refusalOf(row.call(actor, input))).toMatch(/^(ForbiddenError sign-in-required|NotFoundError .*)$/);
      }
    }
    if (isScope(row.needs)) {
      for (const actor of [outsider, disabled]) {
        expect(await refusalOf(row.call(actor, input))).toBe("NotFoundError not-found");
      }
      for (const role of roleSchema.options) {
        if (can(role, scopes.find((scope) => scope === row.needs) ?? "group:read")) continue;
        await world.setRole(world.users.owner, role);
        expect(`${role}: ${await refusalOf(row.call(world.owner, input))}`).toBe(`${role}: ForbiddenError forbidden`);
      }
    }
    expect(await countEvents()).toBe(before);
  });

  test("does its work for whoever may, and tells the audit log", async () => {
    const row = rowOf(name);
    const input = await row.input();
    const where = { action: row.event ?? "" };
    const [all, before] = [await countEvents(), await world.db.auditEvent.count({ where })];
    await row.call(allowed(row), input);
    expect(await world.db.auditEvent.count({ where })).toBe(before + (row.event ? 1 : 0));
    if (!row.event) expect(await countEvents()).toBe(all);
  });

  test("answers what no database takes with an error of the rules", async () => {
    const row = rowOf(name);
    const refused: string[] = [];
    for (const { where, input } of hostileInputs(await row.input())) {
      const failure = await Promise.resolve(row.call(allowed(row), Object(input))).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined && !(failure instanceof core.DomainError)) refused.push(`${where}: ${failure}`);
    }
    expect(refused).toEqual([]);
  });
});
