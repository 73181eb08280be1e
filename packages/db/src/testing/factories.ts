import { randomUUID } from "node:crypto";
import type { Transaction } from "../client.ts";
import type {
  Dataset,
  DatasetVersion,
  Group,
  Model,
  Prisma,
  Role,
  Split,
  TrainingRun,
  User,
} from "../generated/client.ts";

/** Anything with the tables: the database or a transaction. */
type Tables = Pick<
  Transaction,
  "user" | "group" | "membership" | "dataset" | "datasetVersion" | "model" | "trainingRun"
>;

function unique(word: string): string {
  return `${word}-${randomUUID().slice(0, 8)}`;
}

export async function makeUser(db: Tables, data: Partial<Prisma.UserUncheckedCreateInput> = {}): Promise<User> {
  const name = unique("user");
  return await db.user.create({ data: { email: `${name}@example.org`, name, ...data } });
}

export async function makeGroup(db: Tables, data: Partial<Prisma.GroupUncheckedCreateInput> = {}): Promise<Group> {
  const slug = unique("group");
  return await db.group.create({ data: { slug, name: slug, ...data } });
}

/** A new user who is in `groupId` with that role. */
export async function makeMember(db: Tables, groupId: string, role: Role): Promise<User> {
  const user = await makeUser(db);
  await db.membership.create({ data: { groupId, userId: user.id, role } });
  return user;
}

export async function makeDataset(
  db: Tables,
  groupId: string,
  data: Partial<Prisma.DatasetUncheckedCreateInput> = {},
): Promise<Dataset> {
  return await db.dataset.create({ data: { groupId, name: unique("dataset"), ...data } });
}

export interface VersionShape {
  /** Samples; every 10th is for validation, every 10th plus one for test, labels alternate. Default 20. */
  count?: number;
  size?: number;
  classes?: string[];
}

/** A version with samples but without shards (no images in a store). */
export async function makeDatasetVersion(
  db: Tables,
  datasetId: string,
  shape: VersionShape = {},
): Promise<DatasetVersion> {
  const { count = 20, size = 8, classes = ["normal", "opacity"] } = shape;
  const samples = Array.from({ length: count }, (_, index) => ({
    index,
    split: index % 10 === 0 ? ("VALIDATION" as const) : index % 10 === 1 ? ("TEST" as const) : ("TRAIN" as const),
    label: index % classes.length,
    attributes: { sex: index % 3 === 0 ? "female" : "male" },
  }));
  return await db.datasetVersion.create({
    data: {
      datasetId,
      number: 1,
      contentHash: randomUUID(),
      imageCount: count,
      height: size,
      width: size,
      channels: 1,
      classes,
      hasSubjects: false,
      summary: { splits: countSplits(samples), labels: [], attributes: [], subjects: null, subjectsInSeveralSplits: 0 },
      samples: { create: samples },
      attributes: { create: [{ name: "sex", kind: "CATEGORICAL", values: ["female", "male"] }] },
    },
  });
}

function countSplits(samples: readonly { split: Split }[]): Record<Split, number> {
  const count = (wanted: Split) => samples.filter(({ split }) => split === wanted).length;
  return { TRAIN: count("TRAIN"), VALIDATION: count("VALIDATION"), TEST: count("TEST") };
}

export async function makeModel(
  db: Tables,
  groupId: string,
  data: Partial<Prisma.ModelUncheckedCreateInput> = {},
): Promise<Model> {
  const name = unique("model");
  return await db.model.create({ data: { groupId, name, slug: name, ...data } });
}

export async function makeRun(
  db: Tables,
  owners: { modelId: string; datasetVersionId: string; createdBy: string },
  data: Partial<Prisma.TrainingRunUncheckedCreateInput> = {},
): Promise<TrainingRun> {
  return await db.trainingRun.create({ data: { ...owners, config: {}, seed: 1, ...data } });
}
