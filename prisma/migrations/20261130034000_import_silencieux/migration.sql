-- AlterTable
ALTER TABLE "import" ADD COLUMN     "silencieux" BOOLEAN NOT NULL DEFAULT false;
