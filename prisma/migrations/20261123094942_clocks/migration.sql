-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "agenda" JSONB,
ADD COLUMN     "timer" JSONB;

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "speakingAt" TIMESTAMPTZ(3),
ADD COLUMN     "speakingPage" UUID,
ADD COLUMN     "speakingPageMs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "spokenMs" INTEGER NOT NULL DEFAULT 0;
