import type { Context } from "../context.ts";

/** Made again in a minute: nobody needs the file for longer. */
const keptForMs = 48 * 3_600_000;

/** Forgets exports that were finished two days ago; their files are then collected. */
export async function expireExports({ db }: Pick<Context, "db">): Promise<void> {
  await db.export.deleteMany({ where: { finishedAt: { lt: new Date(Date.now() - keptForMs) } } });
}
