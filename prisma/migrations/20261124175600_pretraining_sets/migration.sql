-- CreateTable
CREATE TABLE "pretraining_sets" (
    "run_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "dataset_version_id" TEXT NOT NULL,

    CONSTRAINT "pretraining_sets_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateIndex
CREATE INDEX "pretraining_sets_dataset_version_id_idx" ON "pretraining_sets"("dataset_version_id");

-- AddForeignKey
ALTER TABLE "pretraining_sets" ADD CONSTRAINT "pretraining_sets_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "training_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pretraining_sets" ADD CONSTRAINT "pretraining_sets_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
