-- AlterTable
ALTER TABLE "User" ADD COLUMN     "newRooms" JSONB NOT NULL DEFAULT '{}';
