-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "moves" INTEGER NOT NULL DEFAULT 0;
