-- DropIndex
DROP INDEX "Participant_callId_idx";

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "RoomMember" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nameOrder" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "namedByHost" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "namesake" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "LobbyEntry" ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "RoomInvitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "roomId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoomInvitation_pkey" PRIMARY KEY ("roomId","email")
);

-- CreateTable
CREATE TABLE "CallName" (
    "callId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "agents" INTEGER NOT NULL,
    "guests" INTEGER NOT NULL,

    CONSTRAINT "CallName_pkey" PRIMARY KEY ("callId","nameKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "RoomInvitation_id_key" ON "RoomInvitation"("id");

-- CreateIndex
CREATE INDEX "RoomInvitation_email_idx" ON "RoomInvitation"("email");

-- CreateIndex
CREATE INDEX "User_nameKey_idx" ON "User"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "RoomMember_id_key" ON "RoomMember"("id");

-- CreateIndex
CREATE INDEX "Participant_callId_nameKey_sessionHash_idx" ON "Participant"("callId", "nameKey", "sessionHash");

-- CreateIndex
CREATE INDEX "Participant_named_idx" ON "Participant"("callId", "sessionHash") WHERE ("namedByHost" = true);

-- AddForeignKey
ALTER TABLE "RoomInvitation" ADD CONSTRAINT "RoomInvitation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallName" ADD CONSTRAINT "CallName_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;
