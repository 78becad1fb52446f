-- AlterTable
ALTER TABLE "RoomMember" ADD COLUMN     "invited" BOOLEAN NOT NULL DEFAULT false;
