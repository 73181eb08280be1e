-- AlterTable
ALTER TABLE "imports" ADD COLUMN     "notes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "dataset_secrets" (
    "dataset_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,

    CONSTRAINT "dataset_secrets_pkey" PRIMARY KEY ("dataset_id")
);

-- CreateTable
CREATE TABLE "imported_files" (
    "import_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "name" TEXT,
    "removed" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "imported_files_pkey" PRIMARY KEY ("import_id","index")
);

-- AddForeignKey
ALTER TABLE "dataset_secrets" ADD CONSTRAINT "dataset_secrets_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_files" ADD CONSTRAINT "imported_files_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Secrets of imports that there are become their data sets'.
INSERT INTO "dataset_secrets" ("dataset_id", "secret")
SELECT DISTINCT ON (dataset_id) dataset_id, source -> 'options' ->> 'secret' FROM imports
WHERE source -> 'options' ->> 'secret' IS NOT NULL
ORDER BY dataset_id, created_at;
