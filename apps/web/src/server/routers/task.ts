import { createTask, getTask, listTasks, prioritiseImages, setTaskState } from "@diaphane/core";
import {
  createTaskInput,
  getTaskInput,
  listTasksInput,
  prioritiseImagesInput,
  setTaskStateInput,
} from "@diaphane/core/schemas";
import { router, userProcedure } from "../trpc.ts";

export const taskRouter = router({
  list: userProcedure.input(listTasksInput).query(({ ctx, input }) => listTasks(ctx, input)),
  get: userProcedure.input(getTaskInput).query(({ ctx, input }) => getTask(ctx, input)),
  create: userProcedure.input(createTaskInput).mutation(({ ctx, input }) => createTask(ctx, input)),
  setState: userProcedure.input(setTaskStateInput).mutation(({ ctx, input }) => setTaskState(ctx, input)),
  prioritise: userProcedure.input(prioritiseImagesInput).mutation(({ ctx, input }) => prioritiseImages(ctx, input)),
});
