-- CreateTable
CREATE TABLE "consensuses" (
    "task_id" TEXT NOT NULL,
    "sample_index" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "decided_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consensuses_pkey" PRIMARY KEY ("task_id","sample_index","sequence")
);

-- CreateIndex
CREATE INDEX "consensuses_decided_by_idx" ON "consensuses"("decided_by");

-- AddForeignKey
ALTER TABLE "consensuses" ADD CONSTRAINT "consensuses_task_id_sample_index_fkey" FOREIGN KEY ("task_id", "sample_index") REFERENCES "task_images"("task_id", "sample_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensuses" ADD CONSTRAINT "consensuses_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "consensuses_immutable" BEFORE UPDATE ON "consensuses"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
