-- CreateEnum
CREATE TYPE "BreakoutPhase" AS ENUM ('draft', 'open', 'recalling', 'closed');

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "assignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "assignedId" UUID,
ADD COLUMN     "breakoutId" UUID;

-- AlterTable
ALTER TABLE "ChatMessage" ADD COLUMN     "breakoutId" UUID;

-- CreateTable
CREATE TABLE "BreakoutSession" (
    "callId" UUID NOT NULL,
    "phase" "BreakoutPhase" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "byChoice" BOOLEAN NOT NULL DEFAULT false,
    "automatic" BOOLEAN NOT NULL DEFAULT true,
    "placesLatecomers" BOOLEAN NOT NULL DEFAULT true,
    "minutes" INTEGER,
    "countdownSeconds" INTEGER NOT NULL DEFAULT 30,
    "openedAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "announcement" TEXT,
    "announcedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BreakoutSession_pkey" PRIMARY KEY ("callId")
);

-- CreateTable
CREATE TABLE "Breakout" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "helpAskedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Breakout_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BreakoutSession_phase_idx" ON "BreakoutSession"("phase");

-- CreateIndex
CREATE INDEX "Breakout_callId_idx" ON "Breakout"("callId");

-- AddForeignKey
ALTER TABLE "BreakoutSession" ADD CONSTRAINT "BreakoutSession_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Breakout" ADD CONSTRAINT "Breakout_callId_fkey" FOREIGN KEY ("callId") REFERENCES "BreakoutSession"("callId") ON DELETE CASCADE ON UPDATE CASCADE;
