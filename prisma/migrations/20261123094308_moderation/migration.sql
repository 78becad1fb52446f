-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('disturbance', 'harassment', 'impersonation', 'content', 'other');

-- AlterTable
ALTER TABLE "RoomMember" ADD COLUMN     "fromCall" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "RoomBan" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "userId" UUID,
    "sessionHash" TEXT,
    "markHash" TEXT,
    "displayName" TEXT NOT NULL,
    "bannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoomBan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "roomId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "reporterUserId" UUID,
    "reporterName" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "subjectUserId" UUID,
    "subjectName" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RoomBan_userId_idx" ON "RoomBan"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomBan_roomId_userId_key" ON "RoomBan"("roomId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "RoomBan_roomId_sessionHash_key" ON "RoomBan"("roomId", "sessionHash");

-- CreateIndex
CREATE INDEX "Report_at_idx" ON "Report"("at");

-- AddForeignKey
ALTER TABLE "RoomBan" ADD CONSTRAINT "RoomBan_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoomBan" ADD CONSTRAINT "RoomBan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
