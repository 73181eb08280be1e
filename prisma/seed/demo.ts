import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  acceptInvitation,
  createGroup,
  createInvitation,
  getImport,
  hashPassword,
  importDataset,
  signUpUser,
  startDemoTraining,
} from "@diaphane/core";
import { type Database, homeFolder, type Role } from "@diaphane/db";
import { defaultTrainingConfig, type SizeName } from "@diaphane/model";

export interface DemoOptions {
  /** Whether the database is Diaphane's own: the demonstration refuses any other. */
  isEmbedded: boolean;
  /** Synthetic images to draw. */
  images?: number | undefined;
  /** Of each model; as many as packages/model thinks good unless given. */
  epochs?: number | undefined;
}

export interface Demo {
  group: string;
  /** One for every role, all with the same password. */
  users: { email: string; role: Role }[];
  password: string;
}

const group = "demo";
const datasetName = "Synthetic chest X-rays";
const description = "Drawn from known factors by the phantom generator; no patient was imaged.";
/** Enough to learn from, and drawn and trained on within minutes on two cores. */
const defaultImages = 3000;

const people: { name: string; role: Role }[] = [
  { name: "Demo owner", role: "OWNER" },
  { name: "Demo researcher", role: "RESEARCHER" },
  { name: "Demo reviewer", role: "REVIEWER" },
  { name: "Demo annotator", role: "ANNOTATOR" },
];

const emailOf = (role: Role) => `${role.toLowerCase()}@demo.diaphane`;

/**
 * Makes the demonstration's users, group and data set, as far as they are not there; the data set is drawn by a worker.
 * Users of known names in a database that others reach would be an open door: any but the embedded one is refused.
 */
export async function seedDemo(db: Database, options: DemoOptions): Promise<Demo> {
  if (!options.isEmbedded) {
    throw new Error(
      "The demonstration is for the embedded database only: unset DATABASE_URL, or start with --no-demo.",
    );
  }
  const password = await readOrMakePassword();
  const ids = new Map<Role, string>();
  for (const { name, role } of people) {
    ids.set(role, await ensureUser(db, { email: emailOf(role), name, password }));
  }
  await ensureGroup(db, ids);
  await ensureImport(db, ids.get("RESEARCHER") ?? "", options.images ?? defaultImages);
  return { group, users: people.map(({ role }) => ({ email: emailOf(role), role })), password };
}

async function ensureUser(db: Database, user: { email: string; name: string; password: string }): Promise<string> {
  const found = await db.user.findUnique({ where: { email: user.email }, select: { id: true } });
  if (!found) return (await signUpUser({ actor: { kind: "public" }, db }, user)).id;
  // The password's file may have been deleted and made anew: what is printed must work.
  await db.user.update({ where: found, data: { passwordHash: await hashPassword(user.password) } });
  return found.id;
}

/** By the same verbs as anybody, so that the audit log has it all. */
async function ensureGroup(db: Database, ids: Map<Role, string>): Promise<void> {
  const as = (userId = "") => ({ actor: { kind: "user", userId } as const, db });
  const owner = as(ids.get("OWNER"));
  if (!(await db.group.findUnique({ where: { slug: group } }))) await createGroup(owner, { name: "Demo", slug: group });
  const members = await db.membership.findMany({ where: { group: { slug: group } } });
  // Somebody may have taken the group over by hand: then it is no longer ours to fill.
  if (!members.some(({ userId, role }) => userId === ids.get("OWNER") && role === "OWNER")) return;
  for (const [role, userId] of ids) {
    if (members.some((member) => member.userId === userId)) continue;
    const { token } = await createInvitation(owner, { group, role });
    await acceptInvitation(as(userId), { token });
  }
}

async function ensureImport(db: Database, userId: string, images: number): Promise<void> {
  const found = await db.dataset.findFirst({
    where: { name: datasetName, group: { slug: group } },
    include: { imports: { where: { status: { in: ["QUEUED", "RUNNING", "SUCCEEDED"] } } } },
  });
  if (found && found.imports.length > 0) return;
  const source = { kind: "phantom", count: images, size: 64, seed: 1 };
  await importDataset({ actor: { kind: "user", userId }, db }, { group, name: datasetName, description, source });
}

/** What the demonstration is doing, for whoever waits at the terminal. */
export interface DemoRun {
  size: SizeName;
  runId: string;
}

/**
 * Waits until a worker has drawn the data set, then queues one run for each size that has none. Their models are released
 * when they are done, so that the lab is open to everybody.
 *
 * @throws Error when the import failed, or `signal` is aborted
 */
export async function trainDemo(
  db: Database,
  options: { epochs?: number | undefined; signal?: AbortSignal } = {},
): Promise<DemoRun[]> {
  const { datasetVersionId, userId } = await waitForImport(db, options.signal);
  const version = await db.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
  const count = await db.sample.count({ where: { datasetVersionId, split: "TRAIN" } });
  const runs: DemoRun[] = [];
  for (const size of ["nano", "small"] as const) {
    const modelName = `Phantom chest ${size}`;
    const found = await db.trainingRun.findFirst({
      where: { isDemo: true, model: { name: modelName }, status: { in: ["QUEUED", "RUNNING", "SUCCEEDED"] } },
    });
    const config = defaultTrainingConfig({ size, channels: 1, classes: version.classes, count });
    if (options.epochs) config.epochs = options.epochs;
    const wanted = { group, datasetVersionId, modelName, config, seed: 1 };
    const run = found ?? (await startDemoTraining({ actor: { kind: "worker" }, db }, wanted, userId));
    runs.push({ size, runId: run.id });
  }
  return runs;
}

async function waitForImport(
  db: Database,
  signal?: AbortSignal,
): Promise<{ datasetVersionId: string; userId: string }> {
  const { id: importId, createdBy: userId } = await db.import.findFirstOrThrow({
    where: { dataset: { name: datasetName, group: { slug: group } } },
    orderBy: { createdAt: "desc" },
  });
  for (;;) {
    const { status, datasetVersionId, errorCode } = await getImport(
      { actor: { kind: "user", userId }, db },
      { importId },
    );
    if (datasetVersionId) return { datasetVersionId, userId };
    if (status === "FAILED" || status === "CANCELLED") {
      throw new Error(
        `The demonstration's images were not drawn (${errorCode ?? status}). Start again to draw them anew.`,
      );
    }
    await sleep(300, undefined, { signal });
  }
}

/** Made once for each installation, so that nobody knows it who can't read the terminal or the home folder. */
async function readOrMakePassword(): Promise<string> {
  const file = path.join(homeFolder(), "demo-password");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    const password = `demo-${randomBytes(6).toString("base64url")}`;
    await mkdir(homeFolder(), { recursive: true });
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
}
