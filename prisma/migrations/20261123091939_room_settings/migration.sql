-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "lockedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "granted" TEXT[] DEFAULT ARRAY[]::TEXT[];
