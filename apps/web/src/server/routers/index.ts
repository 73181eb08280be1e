import type { inferRouterOutputs } from "@trpc/server";
import { router } from "../trpc.ts";
import { attributeRouter } from "./attribute.ts";
import { auditRouter } from "./audit.ts";
import { auditEventRouter } from "./audit-event.ts";
import { datasetRouter } from "./dataset.ts";
import { exportRouter } from "./export.ts";
import { groupRouter } from "./group.ts";
import { importRouter } from "./import.ts";
import { invitationRouter } from "./invitation.ts";
import { labRouter } from "./lab.ts";
import { labelRouter } from "./label.ts";
import { latentRouter } from "./latent.ts";
import { memberRouter } from "./member.ts";
import { modelRouter } from "./model.ts";
import { presetRouter } from "./preset.ts";
import { reportRouter } from "./report.ts";
import { runRouter } from "./run.ts";
import { sweepRouter } from "./sweep.ts";
import { taskRouter } from "./task.ts";
import { viewerRouter } from "./viewer.ts";

/** One router an entity; each only calls verbs of packages/core. */
export const appRouter = router({
  attribute: attributeRouter,
  audit: auditRouter,
  auditEvent: auditEventRouter,
  dataset: datasetRouter,
  export: exportRouter,
  group: groupRouter,
  import: importRouter,
  invitation: invitationRouter,
  lab: labRouter,
  label: labelRouter,
  latent: latentRouter,
  member: memberRouter,
  model: modelRouter,
  preset: presetRouter,
  report: reportRouter,
  run: runRouter,
  sweep: sweepRouter,
  task: taskRouter,
  viewer: viewerRouter,
});

export type AppRouter = typeof appRouter;

export type RouterOutputs = inferRouterOutputs<AppRouter>;
