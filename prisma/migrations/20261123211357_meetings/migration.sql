-- CreateEnum
CREATE TYPE "MeetingReply" AS ENUM ('pending', 'accepted', 'tentative', 'declined');

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "roomId" UUID,
    "organizerId" UUID,
    "uid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "start" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "recurrence" TEXT,
    "reminderMinutes" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "wholeSequence" INTEGER NOT NULL DEFAULT 0,
    "cancelledAt" TIMESTAMPTZ(3),
    "nextStartsAt" TIMESTAMPTZ(3),
    "nextEndsAt" TIMESTAMPTZ(3),
    "lastEndsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingException" (
    "meetingId" UUID NOT NULL,
    "recurrenceId" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "durationMinutes" INTEGER NOT NULL,

    CONSTRAINT "MeetingException_pkey" PRIMARY KEY ("meetingId","recurrenceId")
);

-- CreateTable
CREATE TABLE "Invitee" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "cohost" BOOLEAN NOT NULL DEFAULT false,
    "optional" BOOLEAN NOT NULL DEFAULT false,
    "reply" "MeetingReply" NOT NULL DEFAULT 'pending',
    "repliedAt" TIMESTAMPTZ(3),
    "invitedSequence" INTEGER NOT NULL DEFAULT 0,
    "removedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_uid_key" ON "Meeting"("uid");

-- CreateIndex
CREATE INDEX "Meeting_roomId_idx" ON "Meeting"("roomId");

-- CreateIndex
CREATE INDEX "Meeting_organizerId_idx" ON "Meeting"("organizerId");

-- CreateIndex
CREATE INDEX "Meeting_nextEndsAt_idx" ON "Meeting"("nextEndsAt");

-- CreateIndex
CREATE INDEX "Meeting_lastEndsAt_idx" ON "Meeting"("lastEndsAt");

-- CreateIndex
CREATE INDEX "Invitee_email_idx" ON "Invitee"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Invitee_meetingId_email_key" ON "Invitee"("meetingId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingException" ADD CONSTRAINT "MeetingException_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitee" ADD CONSTRAINT "Invitee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
