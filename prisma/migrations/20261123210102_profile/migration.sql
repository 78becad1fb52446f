-- AlterTable
ALTER TABLE "User" ADD COLUMN     "chosenName" TEXT,
ADD COLUMN     "givenName" TEXT,
ADD COLUMN     "usualName" TEXT;

-- AlterTable
ALTER TABLE "RoomBan" ADD COLUMN     "accountKey" TEXT;

-- CreateIndex
CREATE INDEX "RoomBan_accountKey_idx" ON "RoomBan"("accountKey");
