-- AlterEnum
ALTER TYPE "EntryState" ADD VALUE 'expired';

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "lobbyMessage" TEXT,
ADD COLUMN     "lobbyMessageAt" TIMESTAMPTZ(3);
