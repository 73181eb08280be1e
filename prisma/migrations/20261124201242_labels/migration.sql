-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('ONE_CLASS', 'SEVERAL_CLASSES', 'ORDINAL_CLASS', 'BOXES', 'POLYGONS', 'MASKS', 'QUESTIONS');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "task_order" AS ENUM ('RANDOM', 'AS_STORED');

-- CreateTable
CREATE TABLE "tasks" (
    "id" TEXT NOT NULL,
    "dataset_version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "task_kind" NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'OPEN',
    "classes" JSONB NOT NULL,
    "questions" JSONB NOT NULL DEFAULT '[]',
    "guidelines" TEXT NOT NULL DEFAULT '',
    "examples" JSONB NOT NULL DEFAULT '[]',
    "order" "task_order" NOT NULL,
    "seed" INTEGER NOT NULL,
    "overlap_count" INTEGER NOT NULL,
    "overlap_share" DOUBLE PRECISION NOT NULL,
    "lease_minutes" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_annotators" (
    "task_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "task_annotators_pkey" PRIMARY KEY ("task_id","user_id")
);

-- CreateTable
CREATE TABLE "task_images" (
    "task_id" TEXT NOT NULL,
    "sample_index" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,
    "wanted" INTEGER NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "task_images_pkey" PRIMARY KEY ("task_id","sample_index")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "sample_index" INTEGER NOT NULL,
    "annotator_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMP(3) NOT NULL,
    "done_at" TIMESTAMP(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labels" (
    "assignment_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "operation_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "is_done" BOOLEAN NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("assignment_id","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_dataset_version_id_name_key" ON "tasks"("dataset_version_id", "name");

-- CreateIndex
CREATE INDEX "task_annotators_user_id_idx" ON "task_annotators"("user_id");

-- CreateIndex
CREATE INDEX "task_images_task_id_is_open_priority_position_idx" ON "task_images"("task_id", "is_open", "priority" DESC, "position");

-- CreateIndex
CREATE INDEX "assignments_task_id_annotator_id_done_at_idx" ON "assignments"("task_id", "annotator_id", "done_at");

-- CreateIndex
CREATE INDEX "assignments_annotator_id_idx" ON "assignments"("annotator_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_task_id_sample_index_annotator_id_key" ON "assignments"("task_id", "sample_index", "annotator_id");

-- CreateIndex
CREATE UNIQUE INDEX "labels_assignment_id_operation_id_key" ON "labels"("assignment_id", "operation_id");

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_annotators" ADD CONSTRAINT "task_annotators_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_annotators" ADD CONSTRAINT "task_annotators_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_images" ADD CONSTRAINT "task_images_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_task_id_sample_index_fkey" FOREIGN KEY ("task_id", "sample_index") REFERENCES "task_images"("task_id", "sample_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_annotator_id_fkey" FOREIGN KEY ("annotator_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A revision of a label stays as it was made; it goes only with its data set.
CREATE TRIGGER "labels_immutable" BEFORE UPDATE ON "labels"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
