-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "spotlight" UUID;

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "handRaisedAt" TIMESTAMPTZ(3);
