-- AlterTable
ALTER TABLE "training_runs" ADD COLUMN     "sweep_id" TEXT,
ADD COLUMN     "sweep_position" INTEGER;

-- CreateTable
CREATE TABLE "sweeps" (
    "id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "dataset_version_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sweeps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sweeps_model_id_idx" ON "sweeps"("model_id");

-- CreateIndex
CREATE INDEX "training_runs_sweep_id_sweep_position_idx" ON "training_runs"("sweep_id", "sweep_position");

-- AddForeignKey
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_sweep_id_fkey" FOREIGN KEY ("sweep_id") REFERENCES "sweeps"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
