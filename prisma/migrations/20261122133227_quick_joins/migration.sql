-- DropIndex
DROP INDEX "Participant_callId_sessionHash_idx";

-- CreateIndex
CREATE INDEX "Participant_callId_idx" ON "Participant"("callId");

-- CreateIndex
CREATE INDEX "Participant_removed_idx" ON "Participant"("callId") WHERE ("removedAt" IS NOT NULL);


-- Counters may be lost in a crash. Without this every request behind one address waits for the disk, one after the other.
ALTER TABLE "rate_limit" SET UNLOGGED;
