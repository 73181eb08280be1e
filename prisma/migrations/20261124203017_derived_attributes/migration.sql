-- CreateTable
CREATE TABLE "derived_attributes" (
    "id" TEXT NOT NULL,
    "dataset_version_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "report_hash" TEXT NOT NULL,
    "slices" INTEGER[],
    "members" BYTEA NOT NULL,
    "member_count" INTEGER NOT NULL,
    "named_by" TEXT NOT NULL,
    "named_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMP(3),

    CONSTRAINT "derived_attributes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "derived_attributes_dataset_version_id_name_key" ON "derived_attributes"("dataset_version_id", "name");

-- AddForeignKey
ALTER TABLE "derived_attributes" ADD CONSTRAINT "derived_attributes_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "derived_attributes" ADD CONSTRAINT "derived_attributes_named_by_fkey" FOREIGN KEY ("named_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which images have it is what reports and presets were made by: it may be renamed and taken back, and not changed.
CREATE TRIGGER "derived_attributes_members_immutable"
  BEFORE UPDATE OF "dataset_version_id", "report_id", "report_hash", "slices", "members", "member_count" ON "derived_attributes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
